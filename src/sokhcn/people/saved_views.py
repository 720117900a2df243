"""How a person likes to see a list: the columns chosen for each register, and views saved under a name and shared."""

from typing import Any

from django.db import models

LONGEST_QUERY = 4000
CHOSEN = ""  # the name of the view that holds nothing but the columns last chosen


class SavedView(models.Model):
    """A list as somebody wants it again: its register and the end of its address. It is no row of any register, so it
    has no history; whoever saved it may drop it."""

    owner = models.ForeignKey("people.User", models.CASCADE, related_name="+")
    register = models.CharField(max_length=60)
    name = models.CharField(max_length=80, blank=True)
    query = models.CharField(max_length=LONGEST_QUERY)
    shared = models.BooleanField(default=False)

    class Meta:
        verbose_name = "cách xem"
        constraints = [models.UniqueConstraint(fields=["owner", "register", "name"], name="view_named_once")]

    def __str__(self) -> str:
        return self.name


def views_for(user: Any, register: str) -> tuple[SavedView, ...]:
    """The person's own views of ``register`` and those that others of the agency share, by name; one query."""
    theirs = models.Q(owner=user.pk)
    if user.agency_id:
        theirs |= models.Q(shared=True, owner__agency=user.agency_id)
    return tuple(SavedView.objects.filter(theirs, register=register).order_by("name", "pk"))


def chosen_for(user: Any, register: str) -> tuple[SavedView, ...]:
    """The columns that the person chose last for ``register``, without the views that others share; one query."""
    return tuple(SavedView.objects.filter(owner=user.pk, register=register, name=CHOSEN))


def save_view(user: Any, register: str, name: str, query: str, *, shared: bool = False) -> None:
    """Save a view; one of the same name is replaced."""
    told = {"query": query[:LONGEST_QUERY], "shared": shared}
    SavedView.objects.update_or_create(owner=user, register=register, name=name, defaults=told)


def drop_view(user: Any, register: str, name: str) -> bool:
    """Drop one of the person's own views; False where there is none."""
    return bool(SavedView.objects.filter(owner=user, register=register, name=name).delete()[0])
