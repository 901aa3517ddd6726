"""Running the rules over gold documents, and the floors that only rise."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractors.model import AwardClaim, Capture, Extraction, ProgrammeMention
from flows.scorecard.gold import LAYERS, Gold, GoldError, checksum, read
from flows.scorecard.match import Tally, match_awards, match_layer
from raw.store import sha256_of

Card = dict[str, dict[str, float]]


def capture_of(gold: Gold) -> tuple[Capture, bytes]:
    """Return a gold document as if its text had been captured as a plain-text file."""
    body = gold.text.encode("utf-8")
    url = f"gold:{gold.gold_id}.txt"
    return Capture(
        capture_id=sha256_of(body),
        source_id="gold",
        url=url,
        final_url=url,
        captured_at=datetime(2000, 1, 1, tzinfo=UTC),
        http_status=None,
        media_type="text/plain",
        byte_size=len(body),
        raw_path="",
    ), body


def predict(gold: Gold) -> Extraction:
    """Return what the rules make of a gold document's text."""
    from extractors.pipeline import extract

    return extract(*capture_of(gold))


def _programme_name(claim: AwardClaim, programmes: Iterable[ProgrammeMention]) -> str | None:
    if claim.programme_id is None:
        return None
    return next((p.name for p in programmes if p.programme_id == claim.programme_id), claim.programme_id)


def found_marks(extraction: Extraction) -> tuple[dict[str, list[dict[str, Any]]], list[dict[str, Any]]]:
    """Return an extraction in the fields of the annotation guide: marks by layer, and awards."""
    marks: dict[str, list[dict[str, Any]]] = {
        "money": [
            {
                "start": m.start_char, "end": m.end_char, "text": m.text, "low": m.amount_low, "high": m.amount_high,
                "currency": m.currency, "qualifier": m.qualifier, "per": m.per, "years": m.term_years, "role": m.role,
            }
            for m in extraction.money
        ],
        "pcc": [
            {"start": m.start_char, "end": m.end_char, "text": m.text, "area_id": m.area_id, "kind": m.kind}
            for m in extraction.pcc
        ],
        "programme": [
            {"start": m.start_char, "end": m.end_char, "text": m.text, "name": m.name, "kind": m.kind}
            for m in extraction.programmes
        ],
    }  # fmt: skip
    awards = [
        {
            "area_id": claim.area_id,
            "recipient": claim.recipient,
            "amount": claim.amount_low,
            "programme": _programme_name(claim, extraction.programmes),
            "rule_id": claim.rule_id,
        }
        for claim in extraction.claims
    ]
    return marks, awards


def score(
    paths: Iterable[Path], *, progress: Callable[[int, int], None] = lambda done, total: None
) -> tuple[dict[str, dict[str, Tally]], dict[str, Gold]]:
    """Return the tallies by group and layer, and the gold documents by id.

    Groups are ``all``, ``split:dev``, ``split:test`` and ``genre:<genre>``.
    """
    paths = list(paths)
    groups: dict[str, dict[str, Tally]] = {}
    golds: dict[str, Gold] = {}
    for number, path in enumerate(paths, start=1):
        gold = read(path)
        golds[gold.gold_id] = gold
        marks, awards = found_marks(predict(gold))
        tallies = {
            layer: match_layer(layer, gold.gold_id, gold.marks[layer], marks[layer]) for layer in LAYERS
        }
        tallies["award"] = match_awards(gold.gold_id, gold.awards, awards)
        for group in ("all", f"split:{gold.split}", f"genre:{gold.genre}"):
            for layer, tally in tallies.items():
                groups.setdefault(group, {}).setdefault(layer, Tally()).add(tally)
        progress(number, len(paths))
    return groups, golds


def figures(tallies: Mapping[str, Tally]) -> Card:
    return {layer: tally.figures() for layer, tally in tallies.items()}


class FloorError(AssertionError):
    """A figure fell below its floor, or the corpus is not the one that the floors were measured on."""


def check_floors(floors: Path, paths: Iterable[Path], groups: Mapping[str, Mapping[str, Tally]]) -> None:
    """Compare with the floors.

    Raises:
        FloorError: it lists every figure that fell, with both values.
    """
    held = json.loads(floors.read_text(encoding="utf-8"))
    if held["checksum"] != checksum(paths):
        raise FloorError(
            f"the corpus is not the one that {floors} was measured on; "
            "look at the figures, then run `fundtrail evaluate tests/gold --raise-floors tests/gold/floors.json`"
        )
    fallen = [
        f"{group} {layer} {name}: {groups[group][layer].figures().get(name, 0.0):.4f} is below {floor:.4f}"
        for group, card in held["floors"].items()
        for layer, names in card.items()
        for name, floor in names.items()
        if groups[group][layer].figures().get(name, 0.0) < floor
    ]
    if fallen:
        raise FloorError("figures fell below their floors:\n  " + "\n  ".join(fallen))


def raise_floors(floors: Path, paths: Iterable[Path], groups: Mapping[str, Mapping[str, Tally]]) -> None:
    """Write the present figures as floors.

    Raises:
        FloorError: the corpus is unchanged and a figure fell; floors only rise.
    """
    paths = list(paths)
    if floors.is_file():
        held = json.loads(floors.read_text(encoding="utf-8"))
        if held["checksum"] == checksum(paths):
            check_floors(floors, paths, groups)
    kept = {group: figures(groups[group]) for group in sorted(groups) if not group.startswith("genre:")}
    record = {"checksum": checksum(paths), "documents": len(paths), "floors": kept}
    floors.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


__all__ = ["FloorError", "GoldError", "check_floors", "figures", "raise_floors", "score"]
