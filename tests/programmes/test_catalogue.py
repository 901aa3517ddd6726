"""Every registered pattern rule shows what it finds and what it leaves, and does so."""

from __future__ import annotations

import inspect
import re

import pytest

from extractors import programmes
from extractors.programmes import patterns
from extractors.programmes.catalogue import register, rules
from tests.programmes.support import surfaces


def test_rules_are_registered_under_versioned_names() -> None:
    assert programmes.VERSION == "fundtrail.programmes.v1"
    assert len(rules()) >= 8
    assert all(re.fullmatch(r"fundtrail\.programme-[a-z-]+\.v\d+", name) for name in rules())


@pytest.mark.parametrize("name", sorted(rules()))
def test_a_rule_does_what_its_docstring_shows(name: str) -> None:
    doc = inspect.getdoc(rules()[name]) or ""
    finds = re.search(r"^Finds: (.+?) -> (.+)$", doc, re.M)
    leaves = re.search(r"^Leaves: (.+)$", doc, re.M)
    assert finds and leaves, f"{name} has no example"
    assert surfaces(finds[1]) == [finds[2]]
    assert surfaces(leaves[1]) == []
    assert rules()[name]().search(finds[1])


def test_a_name_is_registered_once() -> None:
    with pytest.raises(ValueError, match="registered twice"):
        register("fundtrail.programme-title.v1")(patterns.title)
