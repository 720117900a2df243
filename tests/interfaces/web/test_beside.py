"""What stands beside a row's form: its next steps and its files."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sokhcn.people.models import User
from sokhcn.records.attachments import Attachment
from sokhcn.records.writing import writing
from tests.interfaces.web.office import SLUG, at_the_door, document, office

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 nothing else"


@pytest.fixture(autouse=True)
def _own_store(settings, tmp_path):
    settings.VAR = tmp_path
    office()


def draft():
    """A draft that lacks nothing to be submitted."""
    row = next(row for row in type(document("14-NQ/TU")).objects.filter(paper=None))
    row.submitted_on = date(2022, 1, 20)
    with writing(by=User.objects.get(username="tonghop")) as pen:
        pen.save(row)
    return row


def test_a_step_is_a_button_and_a_step_that_is_not_possible_says_why():
    client, row = at_the_door(), draft()
    page = client.get(f"/so/{SLUG}/{row.pk}/")
    step = page.context["steps"][0]
    assert f'value="{step.target}"' in page.text
    answer = client.post(f"/so/{SLUG}/{row.pk}/buoc/", {"den": step.target, "version": row.version}, follow=True)
    assert "Đã chuyển" in answer.text
    again = client.post(f"/so/{SLUG}/{row.pk}/buoc/", {"den": "drafting", "version": row.version + 1}, follow=True)
    assert "Không chuyển được từ" in again.text
    assert f'action="/so/{SLUG}/{row.pk}/"' in again.text
    assert client.post(f"/so/{SLUG}/{row.pk}/buoc/", {"den": "bịa"}).status_code == 404


def test_a_step_that_lacks_something_opens_the_form_at_it():
    client = at_the_door()
    row = draft()
    row.submitted_on = None
    with writing(by=User.objects.get(username="tonghop")) as pen:
        pen.save(row)
    here = f"/so/{SLUG}/{row.pk}/"
    refused = client.post(f"{here}buoc/", {"den": "submitted", "version": row.version})
    fields = {field.name: field for field in refused.context["fields"]}
    assert (refused.status_code, fields["state"].value) == (422, "Đã trình")
    assert fields["submitted_on"].errors
    told = {name: field.value for name, field in fields.items()}
    mended = {**told, "submitted_on": "20/01/2022", "version": refused.context["version"]}
    assert client.post(refused.context["sent_to"], mended).status_code == 302
    row.refresh_from_db()
    assert row.state == "submitted"


def test_who_may_only_read_sees_no_step_and_takes_none():
    client, row = at_the_door("lanhdao"), draft()
    assert client.get(f"/so/{SLUG}/{row.pk}/").context["steps"] == ()
    answer = client.post(f"/so/{SLUG}/{row.pk}/buoc/", {"den": "submitted", "version": row.version}, follow=True)
    assert "Vai trò của bạn không được thực hiện bước" in answer.text
    row.refresh_from_db()
    assert row.state == "drafting"


def test_a_file_is_attached_fetched_as_a_file_and_taken_off():
    client, row = at_the_door(), draft()
    here = f"/so/{SLUG}/{row.pk}/tep/"
    sent = client.post(here, {"tep": SimpleUploadedFile("dự thảo.pdf", PDF), "noi-dung": "bản 1"}, follow=True)
    assert "Đã kèm tệp “dự thảo.pdf”" in sent.text
    file = Attachment.objects.get()
    answer = client.get(f"{here}{file.pk}/")
    assert (answer.content, answer["Content-Type"]) == (PDF, "application/pdf")
    assert answer["Content-Disposition"].startswith("attachment;")
    assert client.get(f"/so/{SLUG}/{document('14-NQ/TU').pk}/tep/{file.pk}/").status_code == 404
    assert "Đã bỏ tệp" in client.post(f"{here}{file.pk}/bo/", follow=True).text


def test_what_is_no_such_file_is_refused_and_readers_attach_nothing():
    row = draft()
    here = f"/so/{SLUG}/{row.pk}/tep/"
    wrong = at_the_door().post(here, {"tep": SimpleUploadedFile("a.pdf", b"MZ")}, follow=True)
    assert "không phải tệp pdf" in wrong.text
    assert at_the_door("lanhdao").post(here, {"tep": SimpleUploadedFile("a.pdf", PDF)}).status_code == 403
    assert Attachment.objects.count() == 0
