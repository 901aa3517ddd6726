"""A changed rule changes its version."""

from __future__ import annotations

from flows import rules_lock

OLD = {"money": {"version": "fundtrail.money.v1", "digest": "a"}}


def test_the_recorded_rules_are_the_present_ones() -> None:
    assert rules_lock.problems(rules_lock.read(), rules_lock.current()) == []


def test_a_changed_rule_with_an_unchanged_version_is_a_problem() -> None:
    changed = {"money": {"version": "fundtrail.money.v1", "digest": "b"}}
    assert rules_lock.problems(OLD, changed) == [
        "money: its rules changed but its version is still fundtrail.money.v1; raise VERSION"
    ]


def test_a_changed_rule_with_a_new_version_must_be_recorded() -> None:
    changed = {"money": {"version": "fundtrail.money.v2", "digest": "b"}}
    assert rules_lock.problems(OLD, changed) == [
        "money: version fundtrail.money.v2 is not recorded yet; run `make rules`"
    ]


def test_an_unchanged_rule_is_no_problem() -> None:
    assert rules_lock.problems(OLD, OLD) == []
