"""The measurements themselves: what is timed, on what, and how it is told. No figure of speed is asserted."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from bench import __main__ as command
from bench import pages, timing
from extractors.parse import parse


def test_a_ratio_is_the_median_over_the_rounds_after_the_first() -> None:
    # seconds that each timed run takes: the warm-up, then subject and yardstick in turn
    runs = iter([9.0, 1.0, 2.0, 1.0, 6.0, 2.0, 4.0, 1.0])
    ticks = itertools.chain.from_iterable((0.0, seconds) for seconds in runs)
    ratio = timing.compare(
        lambda: None, lambda: None, names=("a", "b"), over="c", rounds=3, clock=lambda: next(ticks)
    )
    assert (ratio.median, ratio.least, ratio.most, ratio.rounds) == (3.0, 2.0, 4.0, 3)
    assert (ratio.subject, ratio.yardstick, ratio.over) == ("a", "b", "c")


def test_a_quick_yardstick_runs_several_times_a_round() -> None:
    calls = {"own": 0, "other": 0}

    def count(name: str) -> None:
        calls[name] += 1

    timing.compare(
        lambda: count("own"),
        lambda: count("other"),
        names=("a", "b"),
        over="c",
        rounds=2,
        repeat=4,
        clock=itertools.count(1.0).__next__,
    )
    assert calls == {"own": 3, "other": 12}


@pytest.mark.parametrize("page", pages.html_samples(), ids=lambda page: page.stem)
def test_a_sample_grows_to_the_size_of_a_real_page_and_stays_readable(page: Path) -> None:
    body = pages.enlarged(page, 60_000)
    assert 60_000 <= len(body) < 62_000
    assert body == pages.enlarged(page, 60_000)
    document, _ = parse(pages.capture_of(page.name, body, "text/html"), body)
    small, _ = parse(pages.capture_of(page.name, page.read_bytes(), "text/html"), page.read_bytes())
    assert document.title == small.title
    assert len(document.text) > 30_000 > len(small.text)


def test_an_unknown_measurement_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["bench", "hmtl"])
    with pytest.raises(SystemExit) as stopped:
        command.main()
    assert stopped.value.code == 2
    assert "no such measurement: hmtl" in capsys.readouterr().err


def test_json_holds_the_ratios(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    ratio = timing.Ratio(subject="a", yardstick="b", over="c", median=2.0, least=1.5, most=3.0, rounds=1)
    monkeypatch.setattr(command, "_measure", lambda name: lambda rounds: iter([ratio]))
    monkeypatch.setattr("sys.argv", ["bench", "html", "--json"])
    command.main()
    assert '"median": 2.0' in capsys.readouterr().out
