"""How growth is measured: the steps' times, and precision and recall of pairs. No figure of speed is asserted."""

from __future__ import annotations

import pytest

from bench.growth import Growth, Steps, lines, precision_recall


def test_each_step_lasts_until_the_next_begins() -> None:
    ticks = iter([0.0, 2.0, 2.0, 5.0])
    steps = Steps(lambda: next(ticks))
    steps.begin("load")
    steps.begin("check")
    steps.end()
    steps.end()
    assert steps.seconds == {"load": 2.0, "check": 3.0}
    assert steps.peaks.keys() == {"load", "check"}
    assert all(peak > 1 for peak in steps.peaks.values())


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({"a": "x", "b": "x", "c": "x", "d": "y"}, (1.0, 1.0)),
        ({"a": "x", "b": "x", "c": "y", "d": "y"}, (0.5, 1 / 3)),
        ({"a": "x", "b": "x", "c": "x", "d": "x"}, (0.5, 1.0)),
    ],
)
def test_pairs_are_right_when_both_tell_of_one_story(
    found: dict[str, str | None], expected: tuple[float, float]
) -> None:
    assert precision_recall({"a": 1, "b": 1, "c": 1, "d": 2}, found) == expected


def test_the_table_has_a_column_a_size() -> None:
    def size(documents: int, seconds: float) -> Growth:
        return Growth(documents=documents, seconds={"stage": 1.0, "load": seconds, "check": seconds},
                      cpu_seconds=seconds, peak_mb=1234.5, peak_step="load", file_mb=9.0, precision=0.9981,
                      recall=0.9)  # fmt: skip

    told = dict(lines([size(1000, 2.0), size(10_000, 10.0)]))
    assert told["documents"] == ["1,000", "10,000"]
    assert told["build, s"] == ["4.0", "20.0"]
    assert told["build, ms a document"] == ["4.00", "2.00"]
    assert told["peak memory, MB"] == ["1,234 (load)"] * 2
    assert told["pairwise precision"] == ["0.9981"] * 2
