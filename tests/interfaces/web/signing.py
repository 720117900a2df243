"""Browsers at the door of an office with one person per role, and a report of theirs that stands somewhere."""

from django.test import Client

from sokhcn.people.models import Role
from sokhcn.reports.models import Stage
from tests.reports.life.office import Office, put, reported

PAGE = "/bao-cao/2022-01/"


def at(stage: Stage) -> Office:
    """An office whose January report, compiled once, stands at ``stage``."""
    made, _ = reported()
    put(made.report(), stage)
    return made


def browser(made: Office, role: Role) -> Client:
    """The person in ``role``, logged in."""
    client = Client()
    client.force_login(made.people[role], backend="sokhcn.people.backends.Passwords")
    return client
