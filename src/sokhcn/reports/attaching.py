"""Attaching a file to a row, listing a row's files, handing one out, and taking one off."""

from collections.abc import Sequence

from django.db import IntegrityError

from sokhcn.kernel.finding import Finding, must
from sokhcn.people.models import User
from sokhcn.people.permissions import READ, SEE_PERSONAL
from sokhcn.records import store
from sokhcn.records.attachments import Attachment, plain_name, unfit
from sokhcn.records.kept import Kept
from sokhcn.records.refused import broken_by
from sokhcn.records.registering import Register
from sokhcn.records.stepping import lacking
from sokhcn.records.writing import writing


def attachments_of(row: Kept) -> Sequence[Attachment]:
    """The files of ``row``, in the order they were attached."""
    return list(Attachment.objects.filter(register=row._meta.label_lower, row=row.pk).order_by("pk"))


def may_open(register: Register, row: Kept, by: User) -> bool:
    """Whether ``by`` may know the files of ``row``: where personal data are masked, those of the papers are as well."""
    return bool(by.has_perm(SEE_PERSONAL if any(c.personal for c in register.columns) else READ, row))


def attach(row: Kept, name: str, data: bytes, *, by: User, about: str = "") -> Attachment | Finding:
    """Keep the file and tie it to ``row``; or a finding that says why not, and then nothing was kept."""
    name = plain_name(name)
    if why := unfit(name, data):
        return why
    file = Attachment(
        register=row._meta.label_lower, row=row.pk, name=name, about=about, sha256=store.keep(data), size=len(data)
    )
    if findings := lacking(file):
        return findings[0]
    try:
        with writing(by=by, reason=f"Kèm tệp {name}") as pen:
            pen.save(file)
    except IntegrityError:
        return next(broken_by(file), must("attachment.twice", "Tệp này đã kèm theo dòng này."))
    return file


def detach(file: Attachment, *, by: User, reason: str) -> None:
    """Take a file off its row; what was kept stays in the store, as its history does."""
    with writing(by=by, reason=reason) as pen:
        pen.trash(file)
