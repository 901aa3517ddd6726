"""The registries: complete, dated without overlaps, and complaining by file and line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest

from extractors import registry
from extractors.registry.areas import COLUMNS as AREA_COLUMNS
from extractors.registry.areas import area_of
from extractors.registry.commissioners import COLUMNS as HOLDER_COLUMNS
from extractors.registry.commissioners import commissioner_of
from extractors.registry.csvfile import Precision, RegistryError, Row, parse_rows
from extractors.registry.offices import COLUMNS as OFFICE_COLUMNS
from extractors.registry.offices import office_of
from extractors.registry.terms import Term, check_overlaps

ENGLISH = {f"E230000{number:02}" for number in range(1, 40)}
WELSH = {f"W1500000{number}" for number in range(1, 5)}


def test_43_areas_with_the_codes_of_the_ons() -> None:
    areas = registry.areas()
    assert len(areas) == 43
    assert {area.ons_code for area in areas} == ENGLISH | WELSH
    assert len({area.area_id for area in areas}) == 43
    assert len({area.force_name for area in areas}) == 43


@pytest.mark.parametrize(
    ("area_id", "ons_code", "force_name"),
    [
        ("london", "E23000001", "Metropolitan Police Service"),
        ("city-of-london", "E23000034", "City of London Police"),
        ("cheshire", "E23000006", "Cheshire Constabulary"),
        ("kent", "E23000032", "Kent Police"),
        ("dyfed-powys", "W15000004", "Dyfed-Powys Police"),
        ("hampshire", "E23000030", "Hampshire and Isle of Wight Constabulary"),
    ],
)
def test_areas_as_known(area_id: str, ons_code: str, force_name: str) -> None:
    (area,) = [area for area in registry.areas() if area.area_id == area_id]
    assert (area.ons_code, area.force_name) == (ons_code, force_name)


def test_every_area_has_one_current_office_and_a_holder() -> None:
    holders = {holder.area_id for holder in registry.commissioners() if holder.term.end is None}
    for area in registry.areas():
        assert registry.current_office(area.area_id).area_id == area.area_id
    assert holders == set(registry.area_ids())


def test_offices_follow_each_other_without_a_gap() -> None:
    by_area: dict[str, list[registry.Office]] = {}
    for office in registry.offices():
        by_area.setdefault(office.area_id, []).append(office)
    for offices in by_area.values():
        ordered = sorted(offices, key=lambda office: office.term.start)
        for before, after in pairwise(ordered):
            assert before.term.end is not None
            assert (after.term.start - before.term.end).days == 1


@pytest.mark.parametrize(
    ("area_id", "office_type", "start"),
    [
        ("essex", "pfcc", date(2017, 10, 1)),
        ("staffordshire", "pfcc", date(2018, 8, 1)),
        ("north-yorkshire", "pfcc", date(2018, 11, 15)),
        ("northamptonshire", "pfcc", date(2019, 1, 1)),
        ("cumbria", "pfcc", date(2023, 4, 1)),
        ("greater-manchester", "mayor", date(2017, 5, 8)),
        ("west-yorkshire", "mayor", date(2021, 5, 10)),
        ("south-yorkshire", "mayor", date(2024, 5, 7)),
        ("north-yorkshire", "mayor", date(2024, 5, 7)),
        ("london", "mopac", date(2012, 1, 16)),
        ("kent", "pcc", date(2012, 11, 22)),
    ],
)
def test_offices_start_as_known(area_id: str, office_type: str, start: date) -> None:
    starts = [
        o.term.start for o in registry.offices() if (o.area_id, o.office_type) == (area_id, office_type)
    ]
    assert starts == [start]


def test_partial_dates_are_explicit() -> None:
    (renamed,) = [o for o in registry.offices() if "Isle of Wight" in o.office_name]
    assert (renamed.term.start, renamed.term.start_precision) == (date(2022, 11, 1), Precision.MONTH)
    (baird,) = [h for h in registry.commissioners() if h.person == "Vera Baird"]
    assert (baird.term.end, baird.term.end_precision) == (date(2019, 6, 30), Precision.MONTH)
    assert baird.notes is not None
    assert "doubtful" in baird.notes


def test_no_source_points_into_another_text() -> None:
    sources = [row.source for row in registry.areas()]
    sources += [row.source for row in registry.offices()]
    sources += [row.source for row in registry.commissioners()]
    assert all(len(source) > 10 for source in sources)
    assert not [source for source in sources if "seed" in source.lower().replace("jonathon-seed", "")]


def test_lookalikes_are_many_and_distinct() -> None:
    texts = [entry.text for entry in registry.lookalikes()]
    assert len(texts) == len(set(texts)) >= 200


def test_hash_is_stable_and_rows_have_the_tables() -> None:
    assert len(registry.registry_hash()) == 64
    assert registry.registry_hash() == registry.registry_hash()
    rows = registry.rows()
    assert len(rows["police_area"]) == 43
    (kent,) = [row for row in rows["police_area"] if row["area_id"] == "kent"]
    assert kent["office_name"] == "Police and Crime Commissioner for Kent"
    assert kent["office_type"] == "pcc"
    assert {"area_id", "office_name", "office_type", "valid_from", "valid_to", "source"} == set(
        rows["office"][0]
    )
    assert len(rows["commissioner"]) == len(registry.commissioners())


AREA = ["kent", "Kent", "E23000032", "England", "South East", "Kent Police", "", "", "", "", "ONS", ""]
OFFICE = ["kent", "pcc", "PCC for Kent", "", "", "2012-11-22", "day", "", "", "", "Act", ""]
HOLDER = ["kent", "Ann Barnes", "", "", "pcc", "2012-11-22", "day", "2016-05-11", "day", "", "BBC", ""]


def _row(columns: tuple[str, ...], cells: list[str], **changes: str) -> Row:
    return Row(file="x.csv", line=7, values=dict(zip(columns, cells, strict=True)) | changes)


@pytest.mark.parametrize(
    ("read", "columns", "cells", "changes", "message"),
    [
        (area_of, AREA_COLUMNS, AREA, {"ons_code": "E2300003"}, "no ONS code"),
        (area_of, AREA_COLUMNS, AREA, {"area_id": "Kent"}, "kebab-case"),
        (area_of, AREA_COLUMNS, AREA, {"country": "Scotland"}, "not England or Wales"),
        (area_of, AREA_COLUMNS, AREA, {"source": ""}, "source is empty"),
        (area_of, AREA_COLUMNS, AREA, {"area_aliases": "a||b"}, "empty or padded part"),
        (area_of, AREA_COLUMNS, AREA, {"area_aliases": "a|a"}, "repeats a part"),
        (office_of, OFFICE_COLUMNS, OFFICE, {"area_id": "rutland"}, "no police area"),
        (office_of, OFFICE_COLUMNS, OFFICE, {"office_type": "sheriff"}, "office_type"),
        (office_of, OFFICE_COLUMNS, OFFICE, {"valid_from": "2012-11"}, "valid_from"),
        (office_of, OFFICE_COLUMNS, OFFICE, {"from_precision": ""}, "must both be given"),
        (
            office_of,
            OFFICE_COLUMNS,
            OFFICE,
            {"valid_from": "", "from_precision": ""},
            "is empty",
        ),
        (commissioner_of, HOLDER_COLUMNS, HOLDER, {"to_date": "2011-01-01"}, "lies before"),
        (commissioner_of, HOLDER_COLUMNS, HOLDER, {"from_precision": "hour"}, "from_date"),
    ],
)
def test_a_bad_row_names_file_and_line(
    read: Callable[[Row], object],
    columns: tuple[str, ...],
    cells: list[str],
    changes: dict[str, str],
    message: str,
) -> None:
    read(_row(columns, cells))
    with pytest.raises(RegistryError, match=message) as caught:
        read(_row(columns, cells, **changes))
    assert str(caught.value).startswith("x.csv:7: ")


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        (b"a,c\n1,2\n", 1, "header is"),
        (b"", 1, "header is"),
        (b"a,b\n1,2\n1\n", 3, "1 cells, not 2"),
        (b"a,b\n1,2\n\xff,2\n", 3, "not UTF-8"),
    ],
)
def test_a_bad_file_names_its_line(body: bytes, line: int, message: str) -> None:
    with pytest.raises(RegistryError, match=message) as caught:
        list(parse_rows(body, ("a", "b"), file="x.csv"))
    assert caught.value.line == line


def _term(start: date, end: date | None) -> Term:
    return Term(start=start, start_precision=Precision.DAY, end=end, end_precision=None)


def test_overlapping_terms_must_be_declared_on_both_sides() -> None:
    first, second = _term(date(2012, 1, 1), None), _term(date(2016, 1, 1), None)
    row = _row(OFFICE_COLUMNS, OFFICE)
    check_overlaps([(row, "kent", first, "both"), (row, "kent", second, "both")])
    check_overlaps([(row, "kent", first, None), (row, "essex", second, None)])
    with pytest.raises(RegistryError, match="undeclared"):
        check_overlaps([(row, "kent", first, None), (row, "kent", second, None)])
    with pytest.raises(RegistryError, match="undeclared"):
        check_overlaps([(row, "kent", first, "both"), (row, "kent", second, None)])
    with pytest.raises(RegistryError, match="never happens"):
        check_overlaps([(row, "kent", first, "both"), (row, "essex", second, None)])


def test_terms_cover_both_ends() -> None:
    term = _term(date(2016, 5, 12), date(2021, 5, 12))
    assert term.covers(date(2016, 5, 12))
    assert term.covers(date(2021, 5, 12))
    assert not term.covers(date(2021, 5, 13))
    assert term.covers(date(2021, 6, 1), after_days=30)
    assert not term.covers(date(2016, 5, 1), after_days=30)
    assert term.covers(date(2016, 5, 1), before_days=30)
