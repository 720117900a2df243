"""What followed an issued report: the edition that corrects, replaces or recalls it."""

from enum import StrEnum
from types import MappingProxyType

from sokhcn.records.models import Issued
from sokhcn.reports.models import Edition


class How(StrEnum):
    """What is done with an issued report."""

    CORRECT = "correct"
    REPLACE = "replace"
    RECALL = "recall"


WORDS = MappingProxyType({How.CORRECT: "Đính chính", How.REPLACE: "Thay thế", How.RECALL: "Thu hồi"})


def follower(edition: Edition) -> Edition | None:
    """The issued edition that corrects, replaces or recalls ``edition``."""
    after = (one for one in issued_editions(edition.agency) if one.follows.get("edition") == edition.label)
    return next(after, None)


def ended(edition: Edition) -> str:
    """The label of the issued edition that follows ``edition``; empty where none does."""
    after = follower(edition)
    return after.label if after else ""


def issued_editions(agency: str = "") -> list[Edition]:
    """Issued editions, the oldest first, without their documents and figures, which may be large."""
    told = Issued.objects.filter(agency=agency) if agency else Issued.objects.all()
    in_order = told.order_by("issued_on", "pk").values_list("agency", "report")
    wanted = {named: place for place, named in enumerate(in_order)}
    names = ("agency", "period_code", "addressee", "number")
    slim = Edition.objects.filter(agency__in={agency for agency, _ in wanted}).only(*names)
    keys = {edition.pk: wanted[place] for edition in slim if (place := (edition.agency, edition.label)) in wanted}
    found = Edition.objects.filter(pk__in=keys).defer("document_kept", "figures_kept")
    return sorted(found, key=lambda edition: keys[edition.pk])
