"""The scorecard: every peer and fundtrail on the same gold documents, matched by the same code."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.pages import GOLD, ROOT
from bench.peers.finders import PEERS
from flows.scorecard import gold as gold_files
from flows.scorecard.gold import Gold
from flows.scorecard.match import Tally, match_layer
from flows.scorecard.run import found_marks, predict

PYTHON = ROOT / ".venv-peers" / "bin" / "python"
ATTRIBUTES = ("qualifier", "per", "term", "role")
#: A peer that takes longer for the whole corpus hangs.
_SECONDS = 900

Marks = list[dict[str, Any]]
Span = tuple[int, int]


class PeerError(RuntimeError):
    """A peer could not be run; the message ends with its own last words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one tool scores. ``splits`` holds the tallies of ``all``, ``dev`` and ``test``; ``article`` the tally of all
    documents after what the tool found in furniture is struck out; ``answers`` the attributes that it gives at all."""

    name: str
    answers: Sequence[str]
    splits: Mapping[str, Tally] = field(default_factory=dict)
    article: Tally = field(default_factory=Tally)
    failure: str | None = None

    def figures(self) -> dict[str, Any]:
        """Return the figures by name, attributes that the tool does not answer left out."""
        if self.failure is not None:
            return {"failure": self.failure}
        own = self.splits["all"].figures()
        kept = {name: own[name] for name in ("precision", "recall", "f1", *self.answers) if name in own}
        parts = {
            f"f1_{name}": self.splits[name].figures()["f1"] for name in ("dev", "test") if name in self.splits
        }
        return {**kept, **parts, "f1_without_furniture": self.article.figures()["f1"]}


def score_all(directory: Path = GOLD, *, python: Path = PYTHON) -> list[Score]:
    """Score fundtrail, then each peer; a peer that cannot be run has a ``failure`` in place of tallies."""
    paths = gold_files.find(directory)
    golds = [gold_files.read(path) for path in paths]
    furniture = [_furniture(path) for path in paths]
    own = [found_marks(predict(gold))[0]["money"] for gold in golds]
    scores = [_score("fundtrail", ATTRIBUTES, golds, furniture, own)]
    for key, peer in PEERS.items():
        try:
            found = ask(key, [gold.text for gold in golds], python=python)
        except PeerError as error:
            scores.append(Score(name=peer.name, answers=peer.answers, failure=str(error)))
        else:
            scores.append(_score(peer.name, peer.answers, golds, furniture, found))
    return scores


def ask(key: str, texts: Sequence[str], *, python: Path = PYTHON) -> list[Marks]:
    """Return what a peer finds in each text.

    Raises:
        PeerError: it is not installed, failed, or did not come to an end.
    """
    try:
        done = subprocess.run(
            [str(python), "-m", "bench.peers.worker", key],
            input=json.dumps(list(texts)),
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PeerError(f"{key}: {error}") from error
    if done.returncode:
        raise PeerError(f"{key}: {(done.stderr.strip().splitlines() or ['it said nothing'])[-1]}")
    # some tools talk on standard output while they load; the answer is the last line
    answers: list[Marks] = json.loads(done.stdout.strip().splitlines()[-1])
    return answers


def _furniture(path: Path) -> list[Span]:
    spans = json.loads(path.read_text(encoding="utf-8")).get("furniture", [])
    return [(start, end) for start, end in spans]


def _score(
    name: str,
    answers: Sequence[str],
    golds: Iterable[Gold],
    furniture: Iterable[Sequence[Span]],
    found: Iterable[Marks],
) -> Score:
    splits: dict[str, Tally] = {"all": Tally()}
    article = Tally()
    for gold, spans, marks in zip(golds, furniture, found, strict=True):
        tally = match_layer("money", gold.gold_id, gold.marks["money"], marks)
        for split in ("all", gold.split):
            splits.setdefault(split, Tally()).add(tally)
        inside = [one for one in marks if not any(start <= one["start"] < end for start, end in spans)]
        article.add(match_layer("money", gold.gold_id, gold.marks["money"], inside))
    return Score(name=name, answers=answers, splits=splits, article=article)
