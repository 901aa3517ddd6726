"""Parts that an earlier release of fundtrail staged."""

from __future__ import annotations

from tests.warehouse.conftest import House
from tests.warehouse.making import KEY, Page
from warehouse.stage import completed, part_folders, sweep


def test_parts_of_another_release_are_no_parts_and_are_swept(house: House) -> None:
    house.stage(Page("Kent has a new bridge."))
    (own,) = part_folders(house.parts)
    for name in ("00000007-0a1b2c-0123456789ab", "00000008-0123456789ab"):
        own = own.rename(house.parts / name)
        assert part_folders(house.parts) == []
        assert completed(house.parts, extraction_key=KEY) == frozenset()
    house.stage(Page("Kent has a new bridge."))
    assert [part.name[:8] for part in part_folders(house.parts)] == ["00000009"]
    assert house.build().rows["document"] == 1
    assert sweep(house.parts) == 1
    assert sweep(house.parts) == 0


def test_what_is_no_part_is_left_alone(house: House) -> None:
    house.stage(Page("Kent has a new bridge."))
    own = house.parts / "notes of an operator"
    own.mkdir()
    assert len(part_folders(house.parts)) == 1
    assert sweep(house.parts) == 0
    assert own.is_dir()
