"""Welsh names of offices: with "a Throseddu", "a Throsedd" or neither, mutated or not, the office or the person."""

from __future__ import annotations

from datetime import date

import pytest

from tests.pcc.reading import found

DAY = date(2023, 3, 1)


@pytest.mark.parametrize(
    ("words", "area_id"),
    [
        ("Swyddfa Comisiynydd yr Heddlu a Throseddu Dyfed-Powys", "dyfed-powys"),
        ("Swyddfa Comisiynydd Heddlu a Throseddu Dyfed Powys", "dyfed-powys"),
        ("Swyddfa'r Comisiynydd Heddlu a Throsedd Gogledd Cymru", "north-wales"),
        ("Swyddfa\u2019r Comisiynydd Heddlu De Cymru", "south-wales"),
        ("Comisiynydd Heddlu De Cymru", "south-wales"),
        ("Comisiynydd yr Heddlu Gwent", "gwent"),
        ("Comisiynydd Heddlu a Throsedd Gogledd Cymru", "north-wales"),
        ("Comisiynydd yr Heddlu a Throsedd Gogledd Cymru", "north-wales"),
        ("Gomisiynydd Heddlu a Throsedd Gogledd Cymru", "north-wales"),
        ("Chomisiynydd yr Heddlu a Throsedd Gwent", "gwent"),
        ("SWYDDFA COMISIYNYDD YR HEDDLU A THROSEDDU GWENT", "gwent"),
    ],
)
def test_a_welsh_office(words: str, area_id: str) -> None:
    assert found(f"Daeth yr arian o law {words} yn y gwanwyn.", day=DAY) == [(words, "office", area_id)]


@pytest.mark.parametrize(
    "words",
    [
        "Andy Dunbobbin, Comisiynydd Heddlu a Throsedd Gogledd Cymru",
        "Comisiynydd Heddlu a Throsedd Gogledd Cymru, Andy Dunbobbin",
        "Comisiynydd Heddlu a Throsedd Andy Dunbobbin",
        "Comisiynydd Heddlu, Andy Dunbobbin",
    ],
)
def test_a_welsh_title_belongs_to_the_person_beside_it(words: str) -> None:
    assert found(f"Roedd {words} yno hefyd.", day=DAY) == [(words, "person", "north-wales")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Bu Heddlu De Cymru yno hefyd.", [("Heddlu De Cymru", "force", "south-wales")]),
        ("Roedd Prif Gwnstabl Heddlu Gwent yno hefyd.", [("Heddlu Gwent", "force", "gwent")]),
        ("Roedd y Comisiynydd a Heddlu De Cymru yno.", [("Heddlu De Cymru", "force", "south-wales")]),
        ("Roedd Dirprwy Gomisiynydd yr Heddlu a Throseddu Gwent yno.", []),
        ("Roedd y Ddirprwy Gomisiynydd Heddlu De Cymru yno.", []),
        ("Roedd Comisiynydd Plant Cymru yno.", []),
        ("Roedd y Comisiynydd Heddlu a Throsedd yno.", []),
        ("Bydd Panel Heddlu a Throseddu Dyfed-Powys yn cwrdd.", []),
        ("Roedd Swyddfa'r Comisiynydd Heddlu a Throsedd ar gau.", []),
    ],
)
def test_other_welsh_words_are_no_office(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(sentence, day=DAY) == expected
