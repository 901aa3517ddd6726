"""Footnote marks glued to full figures, and figures with a digit too many."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.money.helpers import money_in

GLUED = "The units have £55m1 this year."


@pytest.mark.parametrize(
    ("paragraphs", "surface", "value"),
    [
        ((GLUED, "There is £880,0002 and more to come."), "£880,000", "880000"),
        ((GLUED, "There is £1,640.502 and more to come."), "£1,640.50", "1640.50"),
        (("There is £880,0002 for each.", "1 With tax.", "2 For one unit."), "£880,000", "880000"),
        (("There is £880,0001 for each.", "[1] With tax.", "[2] For one unit."), "£880,000", "880000"),
        (("There is £880,0001 for each.", "1With tax.", "2For one unit."), "£880,000", "880000"),
        (("There is £880,0001 and £2m1.", "1 With tax."), "£880,000", "880000"),
    ],
)
def test_a_glued_mark_is_no_digit_of_the_figure(
    paragraphs: tuple[str, ...], surface: str, value: str
) -> None:
    mention = next(one for one in money_in(*paragraphs) if one.text.startswith(surface[:3]))
    assert (mention.text, mention.amount_low, mention.flags) == (surface, Decimal(value), ())


@pytest.mark.parametrize(
    ("paragraphs", "surface", "value"),
    [
        (("There is £880,0002 and more to come.",), "£880,0002", "8800002"),
        ((GLUED, "The band has £2,5000 for drums."), "£2,5000", "25000"),
        ((GLUED, "The band has £2,5009 for drums."), "£2,5009", "25009"),
        (("The band has £2,5001 for drums.", "1. Drums", "2. Flutes"), "£2,5001", "25001"),
        (("The band has £2,5001 for drums.", "1 April 2024", "2 April 2024"), "£2,5001", "25001"),
        (("1 Purpose", "2 Money", "The band has £2,5001 for drums."), "£2,5001", "25001"),
        (("The band has £2,5003 for drums.", "1 With tax.", "2 For each."), "£2,5003", "25003"),
    ],
)
def test_a_digit_that_no_footnote_explains_is_read_literally(
    paragraphs: tuple[str, ...], surface: str, value: str
) -> None:
    mention = next(one for one in money_in(*paragraphs) if one.text.startswith(surface[:3]))
    assert (mention.text, mention.amount_low, mention.flags) == (surface, Decimal(value), ("malformed",))
