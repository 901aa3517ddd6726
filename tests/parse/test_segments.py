"""Sentences and cells as rules see them."""

from __future__ import annotations

import pytest

from extractors.segments import segment, split_sentences
from tests.parse.helpers import page, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kent got £1.5m. Essex got £2m.", ["Kent got £1.5m.", "Essex got £2m."]),
        ("Mr. A. B. Smith spoke. He left.", ["Mr. A. B. Smith spoke.", "He left."]),
        (
            "It came from No. 10 today. They said no. Kent wept.",
            ["It came from No. 10 today.", "They said no.", "Kent wept."],
        ),
        ("The U.K. Government paid. Good.", ["The U.K. Government paid.", "Good."]),
        ('"It works." She smiled.', ['"It works."', "She smiled."]),
        ('"Does it?" he asked. Yes!', ['"Does it?" he asked.', "Yes!"]),
        ("Lamps, wardens etc. The rest is saved.", ["Lamps, wardens etc.", "The rest is saved."]),
        ("the grant (OCSG).This is a yearly one.", ["the grant (OCSG).", "This is a yearly one."]),
        ("See www.kent.police.uk for more. Or call.", ["See www.kent.police.uk for more.", "Or call."]),
        ("It rose to £2.50. £1 was saved.", ["It rose to £2.50.", "£1 was saved."]),
        ("A heading without a stop", ["A heading without a stop"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == expected


def test_segments_are_plain_and_lead_back() -> None:
    document = read("The grant is\u00a0£5 for the\nSafer Streets Fund. It starts now.\n")
    segments = segment(document)
    assert [s.text for s in segments] == ["The grant is £5 for the Safer Streets Fund.", "It starts now."]
    assert document.text[segments[1].start_char : segments[1].end_char] == "It starts now."


def test_furniture_yields_no_segment() -> None:
    document = page(
        "<nav>Costs £9</nav><h1>Lamps in parks</h1><p>Kent gets lamps in all of its many parks.</p>"
    )
    assert "£9" not in " ".join(s.text for s in segment(document))


def test_all_blocks_of_a_cell_know_their_place() -> None:
    document = read("Kent | £1 | lamps\nEssex | £2 | a warden\n")
    places = [(s.text, s.table_no, s.row, s.col) for s in segment(document)]
    assert places[3:] == [("Essex", 0, 1, 0), ("£2", 0, 1, 1), ("a warden", 0, 1, 2)]


def test_items_within_a_cell_share_its_place() -> None:
    text = "Award\n|\nUse\n|\n£1\n|\n• lamps\n• a warden\n|\n£2\n|\n• paint\n|\n"
    places = [(s.text, s.row, s.col) for s in segment(read(text))]
    assert ("lamps", 1, 1) in places
    assert ("a warden", 1, 1) in places
