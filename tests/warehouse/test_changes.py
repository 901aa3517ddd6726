"""What a publisher says of the changes of its own documents."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from extractors.model import Change, InvariantError
from tests.warehouse.conftest import House
from tests.warehouse.making import NOON, Page

ZONE = timezone(timedelta(hours=1))
FIRST = Change(changed_at=datetime(2021, 8, 11, 0, 1, tzinfo=ZONE), note="First published.")
LATER = Change(changed_at=datetime(2021, 8, 23, 9, 30, tzinfo=ZONE), note="Added the table of bids.")


def test_the_changes_of_the_newest_capture_are_published_in_utc(house: House) -> None:
    house.stage(Page("Kent has a bridge.", updated_at=FIRST.changed_at, changes=(FIRST,)))
    house.build()
    told = "SELECT changed_at::VARCHAR, note FROM document_change ORDER BY changed_at"
    assert house.rows(told) == [("2021-08-10 23:01:00", "First published.")]
    at = NOON + timedelta(days=3)
    house.stage(Page("Kent has a new bridge.", at=at, updated_at=LATER.changed_at, changes=(FIRST, LATER)))
    house.build(at=at)
    assert house.rows(told) == [
        ("2021-08-10 23:01:00", "First published."),
        ("2021-08-23 08:30:00", "Added the table of bids."),
    ]
    assert house.one("SELECT updated_at::VARCHAR FROM document") == "2021-08-23 08:30:00"


def test_a_document_that_tells_of_no_change_has_none(house: House) -> None:
    house.stage(Page("Kent has a bridge."))
    house.build()
    assert house.rows("SELECT * FROM document_change") == []
    assert house.one("SELECT updated_at FROM document") is None


def test_a_change_without_a_zone_is_refused() -> None:
    with pytest.raises(InvariantError, match="no time zone"):
        Change(changed_at=datetime(2021, 8, 11, tzinfo=ZONE).replace(tzinfo=None), note="First published.")
