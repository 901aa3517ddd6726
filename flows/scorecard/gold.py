"""Gold documents: one JSON file each, with the text and the marks of a careful reader."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LAYERS = ("money", "pcc", "programme")


class GoldError(ValueError):
    """A gold file can't be used. The message names the file and what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One gold document. ``marks`` holds the rows of each layer, ``awards`` the facts, as the guide has them."""

    gold_id: str
    genre: str
    split: str
    text: str
    marks: dict[str, list[dict[str, Any]]]
    awards: list[dict[str, Any]]
    title: str | None
    published: str | None


def read(path: Path) -> Gold:
    """Read one gold file. Its text is in the file, else in ``<id>.txt`` beside it or in the folder above.

    Raises:
        GoldError: a field is missing, or a span is not what the file says.
    """
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        text = record.get("text") or _text_beside(path)
        gold = Gold(
            gold_id=record["id"],
            genre=record.get("genre", "other"),
            split=path.parent.name if path.parent.name in ("dev", "test") else "all",
            text=text,
            marks={layer: record[layer] for layer in LAYERS},
            awards=record["awards"],
            title=record.get("title"),
            published=record.get("published"),
        )
    except (OSError, ValueError, KeyError) as error:
        raise GoldError(f"{path} is no gold file: {error!r}") from error
    for layer in LAYERS:
        for mark in gold.marks[layer]:
            if text[mark["start"] : mark["end"]] != mark["text"]:
                raise GoldError(f"{path}: {layer} {mark['start']} to {mark['end']} is not {mark['text']!r}")
    return gold


def _text_beside(path: Path) -> str:
    for folder in (path.parent, path.parent.parent):
        candidate = folder / f"{path.stem}.txt"
        if candidate.is_file():
            return candidate.read_bytes().decode("utf-8")
    raise GoldError(f"{path} has no text, and there is no {path.stem}.txt beside or above it")


def find(directory: Path) -> list[Path]:
    """Return the gold files at and below a folder: JSON files that have the layers.

    Raises:
        GoldError: there is none.
    """
    paths = [path for path in sorted(directory.rglob("*.json")) if path.name != "floors.json"]
    if not paths:
        raise GoldError(f"there is no gold file in {directory}")
    return paths


def checksum(paths: Iterable[Path]) -> str:
    """Return the sha256 of the corpus: names and bytes in order of names."""
    digest = hashlib.sha256()
    for path in sorted(paths, key=lambda path: path.name):
        digest.update(path.name.encode("utf-8"))
        digest.update(path.read_bytes())
    return digest.hexdigest()
