"""Headline, date of publication and publisher of a text without mark-up."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.parse.dates import dateline, read_date
from extractors.parse.publisher import stated_publisher
from tests.parse.helpers import read

STORY = (
    "\n\nThe commissioner has set aside £40,000 for lamps in six parks of the county, and councils may ask for a"
    " share of the money from Monday.\n\nWork will begin before the clocks go back.\n"
)
TITLE = "Six parks to get new lamps"


@pytest.mark.parametrize(
    "above",
    ["", "home office\n\n", "Side of a park bench\n\n", "Exit Site\n\nLatest news\n\n", "Press release\n\n"],
)
def test_the_headline_is_found_below_site_furniture(above: str) -> None:
    assert read(above + TITLE + STORY).title == TITLE


@pytest.mark.parametrize("below", ["Published 5 August 2021", "By A Reporter", "Nov 12, 2018 By A Reporter"])
def test_a_dateline_or_byline_ends_the_head(below: str) -> None:
    assert read(f"{TITLE}\n\n{below}{STORY}").title == TITLE


def test_a_headline_may_end_with_a_stop_when_a_date_follows() -> None:
    text = "Commissioner gives £11,000 to fund projects with young people.\nMarch 23rd, 2018" + STORY
    assert read(text).title == "Commissioner gives £11,000 to fund projects with young people."


@pytest.mark.parametrize(
    "above", ["County Police and Crime Panel, 28 January 2026", "Police and Crime Commissioner for Eastshire"]
)
@pytest.mark.parametrize("order", [0, 1])
def test_the_name_of_a_body_is_no_headline(above: str, order: int) -> None:
    head = (above, TITLE) if order else (TITLE, above)
    assert read("\n\n".join(head) + STORY).title == TITLE


def test_running_prose_has_no_headline() -> None:
    assert read(STORY.strip()).title is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 August 2021", date(2021, 8, 5)),
        ("23rd January, 2018", date(2018, 1, 23)),
        ("Nov 12, 2018", date(2018, 11, 12)),
        ("2022-07-26", date(2022, 7, 26)),
        ("05/08/2021", date(2021, 8, 5)),
        ("31 June 2021", None),
        ("in 2021/22", None),
        ("£5 March", None),
    ],
)
def test_read_date(text: str, expected: date | None) -> None:
    assert read_date(text) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([TITLE, "Published 5 August 2021"], date(2021, 8, 5)),
        ([TITLE, "Published:", "5 August 2021"], date(2021, 8, 5)),
        ([TITLE, "12 March 2024"], date(2024, 3, 12)),
        ([TITLE, "Thursday 12 March 2024 at 10:30"], date(2024, 3, 12)),
        ([TITLE, "Nov 12, 2018 By A Reporter"], date(2018, 11, 12)),
        ([TITLE, "Ann Reporter 04 June 2021"], date(2021, 6, 4)),
        (
            ["date 2022-07-26 The fund is open to all who live in the county and have ideas."],
            date(2022, 7, 26),
        ),
        (["This question was answered on 26th July 2021"], date(2021, 7, 26)),
        (["Today (20 January 2021) the minister announces a fund."], date(2021, 1, 20)),
        (["Minutes of the meeting on 5 February 2015", "Item 1"], date(2015, 2, 5)),
        (["Last updated 3 May 2022", "Published 1 May 2022"], date(2022, 5, 1)),
        (["The bidding window closed on 2 July 2021."], None),
        (["Join us on 13 September 2022 for a webinar"], None),
        (["PSE365 Virtual Event | 17 Nov 2022"], None),
    ],
)
def test_dateline(lines: list[str], expected: date | None) -> None:
    assert dateline(lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["From: Home Office"], "Home Office"),
        (["From:", "Ministry of Justice"], "Ministry of Justice"),
        (["© 2021 County Times"], "County Times"),
        (["Our December/January 2022 edition of PSE brings you comment"], "PSE"),
        (["The Home Office said so."], None),
        (["© Crown copyright"], None),
    ],
)
def test_publisher(lines: list[str], expected: str | None) -> None:
    assert stated_publisher(lines) == expected
