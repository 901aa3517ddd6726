"""Sums told twice with different exactness, and stated counts."""

from __future__ import annotations

import pytest

from extractors.model import Qualifier
from extractors.relate.amounts import same_sum
from extractors.relate.lexicon import Side, link_rules, role_rules
from tests.relate.marking import related

SAME = [
    ("£1.2 million", "£1,196,432", Qualifier.EXACT, True),
    ("£11.3 million", "£11,335,884.89", Qualifier.EXACT, True),
    ("£64k", "£64,300", Qualifier.EXACT, True),
    ("£900", "£887", Qualifier.ABOUT, True),
    ("£200,000", "£200,185", Qualifier.AT_LEAST, True),
    ("£1m", "£400,000", Qualifier.EXACT, False),
    ("£200,185", "£200,333", Qualifier.EXACT, False),
    ("£5,000", "£6,000", Qualifier.EXACT, False),
]


@pytest.mark.parametrize(("one", "other", "qualifier", "same"), SAME)
def test_same_sum(one: str, other: str, qualifier: Qualifier, same: bool) -> None:
    a = related(f"[{one}]", qualifier=qualifier).money[0]
    b = related(f"[{other}]").money[0]
    assert same_sum(a, b) is same


COUNTS = [
    ("The money goes to 25 PCCs.", [(25, "recipients")]),
    ("Thirty-one bids were successful.", [(31, "bids")]),
    ("It pays for 50 projects in 18 police forces.", [(50, "projects"), (18, "recipients")]),
    ("Twenty-seven commissioners have taken part.", [(27, "recipients")]),
    ("Each can bid for up to three projects.", []),
    ("It cost £50 projects aside.", []),
    ("More than 125+ people came in 2019.", []),
]


@pytest.mark.parametrize(("sentence", "counts"), COUNTS)
def test_stated_counts(sentence: str, counts: list[tuple[int, str]]) -> None:
    assert [(count.count, count.unit) for count in related(sentence).counts] == counts


def test_every_role_rule_hears_its_own_example() -> None:
    deaf = [
        rule.name
        for rule in role_rules()
        if rule.scope == "sentence"
        and not rule.pattern.search(
            rule.example.replace("@", "\ue003").replace("#", "\ue000").replace("~", "\ue004")
        )
    ]
    assert deaf == []


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in role_rules()]
    assert len(names) == len(set(names))
    links = [rule.name for side in Side for rule in link_rules(side)]
    assert len(links) == len(set(links))
