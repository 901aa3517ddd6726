"""Plain text: paragraphs, items and headings, with the file's characters untouched."""

from __future__ import annotations

import pytest

from extractors.parse import parse
from tests.parse.helpers import article, blocks, capture_of, furniture, read

WRAPPED = """\
Grants for safer parks

The commissioner has set aside £40,000 for lights in six parks,
and councils may ask for a share of it from Monday. Work on the
first of them, she said, will begin before the clocks go back.
The county's chief constable said:
We asked people what they wanted, and light came first in
every town.
Three things will be paid for:
- lamps on paths that are used at night by people on their
way home;
- a warden;
- cameras at the gates.
"""


def test_text_is_the_files_text_unchanged() -> None:
    body = "\ufeffKent\r\n\r\nThe grant is\u00a0£5.\r\n\tEnd \n"
    assert read(body).text == body


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    assert blocks(read(WRAPPED)) == [
        ("heading", "Grants for safer parks"),
        (
            "paragraph",
            "The commissioner has set aside £40,000 for lights in six parks,\n"
            "and councils may ask for a share of it from Monday. Work on the\n"
            "first of them, she said, will begin before the clocks go back.",
        ),
        ("paragraph", "The county's chief constable said:"),
        ("paragraph", "We asked people what they wanted, and light came first in\nevery town."),
        ("paragraph", "Three things will be paid for:"),
        ("item", "lamps on paths that are used at night by people on their\nway home;"),
        ("item", "a warden;"),
        ("item", "cameras at the gates."),
    ]


@pytest.mark.parametrize("mark", ["•", "-", "*", "1.", "2)", "a.", "iv.", "(b)", "–"])
def test_list_marks_open_items_and_are_no_part_of_them(mark: str) -> None:
    text = f"The money will pay for these things:\n\n{mark} lamps in parks\n{mark} a warden\n"
    assert blocks(read(text))[1:] == [("item", "lamps in parks"), ("item", "a warden")]


def test_a_mark_on_a_line_of_its_own_belongs_to_the_next_line() -> None:
    text = "The money will pay for these things:\n\n•\nlamps in parks\n•\na warden\n"
    assert blocks(read(text))[1:] == [("item", "lamps in parks"), ("item", "a warden")]


def test_an_indented_line_goes_on_with_its_item() -> None:
    text = "The money will pay for these things:\n\n  • Lamps in\n    Parks and Squares\n  • A warden\n"
    assert article(read(text))[1:] == ["Lamps in\n    Parks and Squares", "A warden"]


def test_one_line_a_paragraph_stays_one_line_a_paragraph() -> None:
    text = (
        "Parks to get new lamps\n"
        "The commissioner has set aside £40,000 for lamps in six of the county's parks, it was said on Monday.\n"
        "Councils can ask for a share of the money until the end of the month, and the answer comes in June.\n"
    )
    assert len(article(read(text))) == 3


def test_a_line_that_stops_in_mid_sentence_is_joined() -> None:
    text = "The money comes from the\nSafer Streets Fund\nand goes to the city council.\n"
    assert article(read(text)) == [
        "The money comes from the\nSafer Streets Fund\nand goes to the city council."
    ]


def test_a_headline_is_not_glued_to_the_story_below_it() -> None:
    text = "What the grant is for\nThe running club will buy lamps so that members can train after dark.\n"
    assert article(read(text))[0] == "What the grant is for"


def test_a_forms_fields_stay_on_their_own_lines() -> None:
    text = "Decision reference: A-0059\nTitle: Hotspot grants 2025\nLead officer: the Treasurer\nStatus: not secret\n"
    document = read(text)
    assert len(article(document)) == 4
    assert document.title == "Hotspot grants 2025"


def test_a_prompt_glued_to_a_cut_paragraph_is_furniture() -> None:
    text = "The Home Office gave £5 million to forces such as...Request free trial\nThe Home Office gave £5 million.\n"
    document = read(text)
    assert furniture(document) == [("prompt", "Request free trial")]
    assert article(document)[0] == "The Home Office gave £5 million to forces such as..."


def test_windows_1252_is_read_with_an_issue() -> None:
    body = "Kent gets £5m – “good”.".encode("cp1252")
    document, issues = parse(capture_of(body), body)
    assert document.text == "Kent gets £5m – “good”."
    assert [issue.code for issue in issues] == ["guessed-encoding"]


def test_utf_8_with_strange_bytes_is_read_with_an_issue() -> None:
    body = "Kent gets £5m, “good”. ".encode() + "Essex gets £6m.".encode("cp1252")
    document, issues = parse(capture_of(body), body)
    assert document.text == "Kent gets £5m, “good”. Essex gets £6m."
    assert [issue.code for issue in issues] == ["mixed-encoding"]
