"""Folded words and slugs."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.programmes import fold, judge, rounds, shortforms
from extractors.programmes.fold import folds, slug


@pytest.mark.parametrize("module", [fold, judge, rounds, shortforms])
def test_docstring_examples(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Safer Streets Fund", "safer street's fund"),
        ("Anti-Social Behaviour", "antisocial behaviour"),
        ("Tasking and Co-ordination", "Tasking & Coordination"),
        ("SSF4", "SSF 4"),
        ("Break4Change", "'Break 4 Change'"),
        ("Helping Families", "Helping Family"),
    ],
)
def test_names_that_say_the_same_fold_alike(left: str, right: str) -> None:
    assert folds(left) == folds(right)


@pytest.mark.parametrize(
    ("left", "right"), [("Safer Streets, Fund", "Safer Streets Fund"), ("Drive", "Driven")]
)
def test_names_that_differ_fold_differently(left: str, right: str) -> None:
    assert folds(left) != folds(right)


@given(st.text(max_size=60))
def test_folded_words_are_spans_in_order(text: str) -> None:
    words = fold.fold(text)
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)


@given(
    st.lists(
        st.sampled_from(["Paper", "Boats", "Quay", "the", "of", "4", "Projects"]), min_size=1, max_size=5
    )
)
def test_a_slug_is_stable(parts: list[str]) -> None:
    name = " ".join(parts)
    assert slug(slug(name).replace("-", " ")) == slug(name) or slug(name).startswith("the")
