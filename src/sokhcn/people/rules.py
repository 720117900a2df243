"""Hands the permissions to the ``rules`` library when Django starts."""

import rules

from sokhcn.people.permissions import RULES

for name, predicate in RULES:
    rules.set_perm(name, predicate)
