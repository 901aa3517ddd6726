"""BeautifulSoup where it deserves it: strict selectors on a page's head or for one source, and pages that lxml refuses.

It costs many times what a walk over lxml does, so it is never asked to read a whole page's text.
"""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag


class SelectorError(ValueError):
    """A page does not have what a selector counts on: its layout changed, or it is another page."""


def soup_of(markup: str, *, parser: str = "lxml") -> BeautifulSoup:
    """Return the soup of a piece of a page."""
    return BeautifulSoup(markup, parser)


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    """Return the one element that a CSS selector finds.

    Raises:
        SelectorError: it finds none, or more than one.
    """
    found = soup.select(selector, limit=2)
    if len(found) != 1:
        count = "none" if not found else f"{len(soup.select(selector))}"
        raise SelectorError(f"{selector!r} should find one element and finds {count}")
    return found[0]


def some(soup: BeautifulSoup | Tag, selector: str, *, at_least: int = 1) -> list[Tag]:
    """Return the elements that a CSS selector finds.

    Raises:
        SelectorError: they are fewer than ``at_least``.
    """
    found = list(soup.select(selector))
    if len(found) < at_least:
        raise SelectorError(f"{selector!r} should find at least {at_least} elements and finds {len(found)}")
    return found


def attribute(tag: Tag, name: str) -> str | None:
    """Return an attribute as one string, or None; several values are joined by a space."""
    value = tag.get(name)
    if value is None:
        return None
    return value if isinstance(value, str) else " ".join(value)
