"""The page that lists the rules is the one that the rules write."""

from pathlib import Path

from sokhcn.checker.engine import rules
from sokhcn.checker.listing import listing

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == listing(), "make rules"


def test_ids_are_unique_and_each_rule_belongs_to_a_family() -> None:
    ids = [rule.id for rule in rules()]
    assert len(set(ids)) == len(ids)
    assert all(rule.family for rule in rules())


def test_each_rule_stands_in_a_file_of_its_own_or_with_its_twin() -> None:
    modules = [rule.examine.__module__ for rule in rules()]
    assert max(modules.count(module) for module in modules) <= 2
