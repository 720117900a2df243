"""Long work: one taker for each, and what a dead one left is taken up again, a few times."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sokhcn.records import errands
from sokhcn.records.errands import SILENT, TRIES, Errand

pytestmark = pytest.mark.django_db


def asked(kind="backup", **about):
    return errands.ask(kind, login="quantri", agency=1, **about)


def test_asking_twice_is_asking_once_until_it_is_done():
    first = asked(period="2022")
    assert asked(period="2022") == first
    assert asked(period="2021") != first
    errands.end(errands.take(timezone.now()))
    assert asked(period="2022") != first


def test_nobody_takes_what_another_works_at():
    asked()
    now = timezone.now()
    assert errands.take(now)
    assert errands.take(now + SILENT) is None


def test_what_a_dead_worker_left_is_taken_up_again():
    asked()
    dead = errands.take(timezone.now())
    later = timezone.now() + SILENT + timedelta(seconds=1)
    taken = errands.take(later)
    assert (taken.pk, taken.tries) == (dead.pk, 2)
    errands.end(dead, {"late": True})  # it was not dead after all, and its word does not count any more
    assert Errand.objects.get().state == Errand.State.RUNNING
    errands.end(taken, {"late": False})
    assert Errand.objects.get().result == {"late": False}


def test_what_dies_again_and_again_is_given_up_in_words():
    asked()
    now = timezone.now()
    for time in range(TRIES):
        assert errands.take(now + time * (SILENT + timedelta(seconds=1)))
    assert errands.take(now + TRIES * (SILENT + timedelta(seconds=1))) is None
    left = Errand.objects.get()
    assert left.state == Errand.State.FAILED
    assert left.trouble
