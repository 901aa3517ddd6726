"""Selectors that say how many elements they expect."""

from __future__ import annotations

import pytest

from extractors.parse.soup import SelectorError, attribute, one, some, soup_of

SOUP = soup_of("<h1 class='a b'>Lamps</h1><p>One</p><p>Two</p>")


def test_one() -> None:
    assert one(SOUP, "h1").get_text() == "Lamps"
    assert attribute(one(SOUP, "h1"), "class") == "a b"


@pytest.mark.parametrize(("selector", "said"), [("h2", "finds none"), ("p", "finds 2")])
def test_one_says_what_it_found(selector: str, said: str) -> None:
    with pytest.raises(SelectorError, match=said):
        one(SOUP, selector)


def test_some() -> None:
    assert [tag.get_text() for tag in some(SOUP, "p", at_least=2)] == ["One", "Two"]
    with pytest.raises(SelectorError, match="at least 3 elements and finds 2"):
        some(SOUP, "p", at_least=3)
