"""Who signs a report is chosen from those who may, and a leader lets one person do two acts kept apart, or no more."""

import pytest
from django.utils import timezone

from sokhcn.people.models import Role
from sokhcn.reports.life.separation import exceptions, kept_apart
from sokhcn.reports.models import Act, Stage
from tests.interfaces.web.signing import PAGE, at, browser
from tests.reports.life.office import part

pytestmark = pytest.mark.django_db
HERE = f"{PAGE}nguoi-ky/"


def test_the_compiler_chooses_among_those_who_may_sign():
    made = at(Stage.DRAFT)
    client = browser(made, Role.COMPILER)
    name = client.get(HERE).context["signers"][0].name
    assert "Người ký:" in client.post(HERE, {"viec": "nguoi-ky", "ten": name}, follow=True).text
    assert made.report().state().signer.name == name
    stranger = client.post(HERE, {"viec": "nguoi-ky", "ten": "Người lạ"})
    assert stranger.status_code == 422
    assert "không có thẩm quyền ký" in stranger.text
    refused = browser(made, Role.SPECIALIST).post(HERE, {"viec": "nguoi-ky", "ten": name})
    assert refused.status_code == 422
    assert "./sokhcn" not in refused.text + stranger.text


def test_a_leader_gives_leave_with_a_reason_and_ends_it():
    made = at(Stage.DRAFT)
    client = browser(made, Role.LEADER)
    part(Act.DRAFT, Act.APPROVE)
    ((first, second),) = kept_apart(timezone.localdate())
    asked = {"nguoi": made.people[Role.COMPILER].username, "hai-viec": f"{first},{second}"}
    bare = client.post(HERE, {**asked, "viec": "cho-kiem", "ly-do": ""})
    assert (bare.status_code, exceptions(made.report())) == (422, ())
    assert "phải ghi lý do" in bare.text
    page = client.post(HERE, {**asked, "viec": "cho-kiem", "ly-do": "Chỉ còn một người"}, follow=True).text
    assert "Chỉ còn một người" in page
    assert "Đang cho phép" in page
    ended = client.post(HERE, {**asked, "viec": "thoi-kiem", "ly-do": "Đã có người"}, follow=True).text
    assert "Đã thôi" in ended
    assert exceptions(made.report())[0].ended is not None
    assert browser(made, Role.COMPILER).post(HERE, {**asked, "viec": "cho-kiem", "ly-do": "x"}).status_code == 422
    assert client.post(HERE, {"viec": "bịa"}).status_code == 404
