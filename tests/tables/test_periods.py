"""Rows that name years are no recipients."""

from __future__ import annotations

import pytest

from extractors.tables import headers


@pytest.mark.parametrize("label", ["2021/22", "2021-22", "2023", "FY 21/22", "Year 1", "Q3"])
def test_a_label_of_time_alone_names_nobody(label: str) -> None:
    assert headers.PERIOD.fullmatch(label)


@pytest.mark.parametrize("label", ["Deal 2020 Trust", "Base 51", "Kent", "24/7 Helpline"])
def test_a_name_with_figures_is_a_name(label: str) -> None:
    assert not headers.PERIOD.fullmatch(label)


@pytest.mark.parametrize(("header", "lost"), [("Savings to date", True), ("Violence Reduction Unit", False)])
def test_columns_of_what_is_lost(header: str, lost: bool) -> None:
    assert bool(headers.LOST.search(header)) is lost
