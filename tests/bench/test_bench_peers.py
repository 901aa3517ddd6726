"""The scorecard of peers: how each tool's answer becomes a mark, and how a missing tool is told."""

from __future__ import annotations

import itertools
import json
import sys
import tomllib
from pathlib import Path

import pytest

from bench.peers import expression, finders, scorecard
from bench.peers.mark import Mark
from flows.scorecard.match import Tally, match_layer

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost £2.5m in all.", [("£2.5m", "2500000")]),
        ("£1,200 and then €3 thousand", [("£1,200", "1200"), ("€3 thousand", "3000")]),
        ("a £4 billion plan", [("£4 billion", "4000000000")]),
        ("two million pounds, 25 areas, 50%", []),
    ],
)
def test_the_regular_expression_reads_a_sign_a_figure_and_a_magnitude(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = [(text[mark.start : mark.end].strip(), mark.low) for mark in expression.find(text)]
    assert [(surface, float(low)) for surface, low in found] == [(s, float(v)) for s, v in expected]


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "currency"),
    [
        ("from £8-10m now", "8-10m", 8e6, 10e6, "GBP"),
        ("about £3m", "about £3", 3e6, 3e6, "GBP"),
        ("worth €500", "500", 500, 500, "EUR"),
        ("11.3 million given", "11.3 million", 11.3e6, 11.3e6, "GBP"),
    ],
)
def test_figures_in_another_tools_span_are_read(
    text: str, span: str, low: float, high: float, currency: str
) -> None:
    start = text.index(span)
    mark = expression.read(text, start, start + len(span))
    assert mark is not None
    assert (float(mark.low), float(mark.high), mark.currency) == (low, high, currency)


def test_a_span_without_a_figure_is_no_amount() -> None:
    assert expression.read("some millions of pounds", 5, 13) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"type": "value", "value": 300, "unit": "Â£"}, ("300", "300", "GBP", "exact")),
        ({"type": "value", "value": 5, "unit": "EUR"}, ("5", "5", "EUR", "exact")),
        (
            {
                "type": "interval",
                "from": {"value": 8, "unit": "unknown"},
                "to": {"value": 10, "unit": "unknown"},
            },
            ("8", "10", "GBP", "exact"),
        ),
        ({"type": "interval", "from": {"value": 7, "unit": "$"}}, ("7", "7", "USD", "at_least")),
        ({"type": "interval", "to": {"value": 7, "unit": "Â£"}}, ("7", "7", "GBP", "under")),
    ],
)
def test_ducklings_answer_becomes_a_mark(value: dict[str, object], expected: tuple[str, ...]) -> None:
    mark = finders._of_duckling({"start": 3, "end": 9, "value": value})
    assert (mark.low, mark.high, mark.currency, mark.qualifier) == expected


def test_of_conflicting_parses_the_longest_stays() -> None:
    short = Mark(start=0, end=2, low="8", high="8", currency="GBP")
    long = Mark(start=1, end=6, low="8", high="10", currency="GBP")
    apart = Mark(start=9, end=11, low="1", high="1", currency="GBP")
    assert list(finders._longest([apart, short, long])) == [long, apart]


def test_a_worker_answers_each_text_in_order() -> None:
    answers = scorecard.ask("regex", ["nothing", "£5 and £6k"], python=Path(sys.executable))
    assert [[float(mark["low"]) for mark in marks] for marks in answers] == [[], [5.0, 6000.0]]


def test_a_missing_environment_and_a_missing_tool_are_told(tmp_path: Path) -> None:
    with pytest.raises(scorecard.PeerError, match="regex"):
        scorecard.ask("regex", [], python=tmp_path / "python")
    with pytest.raises(scorecard.PeerError, match="price: ModuleNotFoundError"):
        scorecard.ask("price", [], python=Path(sys.executable))


def test_figures_leave_out_what_the_tool_does_not_answer() -> None:
    gold = {
        "start": 0, "end": 2, "low": "5", "high": "5", "currency": "GBP",
        "qualifier": "exact", "per": None, "years": None, "role": "award",
    }  # fmt: skip
    tally = match_layer("money", "d", [gold], [{**gold, "role": None}])
    score = scorecard.Score(name="x", answers=("per",), splits={"all": tally, "dev": tally}, article=Tally())
    assert score.figures() == {
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "per": 1.0,
        "f1_dev": 1.0,
        "f1_without_furniture": 1.0,
    }


def test_a_tool_that_failed_says_why_in_the_table(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = "It gave £5 to Kent."
    mark = {
        "start": 8, "end": 10, "text": "£5", "low": "5", "high": "5", "currency": "GBP",
        "qualifier": "exact", "per": None, "years": None, "role": "award",
    }  # fmt: skip
    record = {
        "id": "one", "genre": "news", "title": None, "published": None, "text": text,
        "money": [mark], "pcc": [], "programme": [], "awards": [],
    }  # fmt: skip
    folder = tmp_path / "dev"
    folder.mkdir()
    (folder / "one.json").write_text(json.dumps(record), encoding="utf-8")
    scores = {score.name: score for score in scorecard.score_all(tmp_path, python=Path(sys.executable))}
    assert scores["four-line regex"].figures()["f1"] == 1.0
    assert scores["fundtrail"].figures()["f1_dev"] == 1.0
    assert "ModuleNotFoundError" in scores["price-parser"].figures()["failure"]


def test_no_peer_is_a_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    named = " ".join(itertools.chain(project["dependencies"], *extras))
    for peer in ("pyduckling", "recognizers", "quantulum", "price-parser", "en-core-web"):
        assert peer not in named


def test_every_peer_is_pinned_and_documented() -> None:
    pins = [
        line
        for line in (ROOT / "bench" / "peers.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    page = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    for package in ("pyduckling-native-phihos", "recognizers-text-suite", "quantulum3", "price-parser"):
        assert any(pin.startswith(f"{package}==") for pin in pins)
        assert package in page
    for peer in finders.PEERS.values():
        assert peer.name in page


@pytest.mark.slow
@pytest.mark.skipif(not scorecard.PYTHON.exists(), reason="needs `make bench-peers`")
@pytest.mark.parametrize("key", sorted(finders.PEERS))
def test_an_installed_peer_reads_a_plain_amount(key: str) -> None:
    (marks,) = scorecard.ask(key, ["The council will spend £4,500 on lamps."])
    assert [(float(mark["low"]), mark["currency"]) for mark in marks] == [(4500.0, "GBP")]
