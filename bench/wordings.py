"""Short documents written for the fits, each amount marked in place: ``bench/wordings/*.txt``.

They are no pages that anybody published. Readers of the annotation guide wrote them to have the ways in which people
say that money is given, asked for, shared out or none of it, each in a few sentences, as pages have them. The form::

    === news | Youth clubs share cash seized from criminals
    Nine clubs are to share [total | £45,000] that police took from dealers.
    The largest sum, [award: Elmton Boxing Club | £9,200], pays for a ring.

The first line of a document says its genre and title; an amount stands in brackets with its role and, for an award,
with its recipients as the document writes them, parted by ``;``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from extractors.model import MoneyMention, PccMention, Role
from extractors.parse import parse
from extractors.pipeline import COMPONENTS, analyse, pipeline
from flows.scorecard.gold import Gold, GoldError
from flows.scorecard.run import capture_of

FOLDER = Path(__file__).resolve().parent / "wordings"
_HEAD = re.compile(r"^=== *(?P<genre>[a-z_]+) *(?:\| *(?P<title>.*))?$")
_MARK = re.compile(r"\[(?P<role>[a-z]+)(?:: *(?P<to>[^\]|]*?))? *\| *(?P<amount>[^\]|]+?)\]")


@dataclass(frozen=True, slots=True)
class _Marked:
    """An amount's span in the plain text, its role and who gets it."""

    start: int
    end: int
    role: Role
    to: tuple[str, ...]


def documents(folder: Path = FOLDER) -> Iterator[Gold]:
    """Yield the documents of a folder as gold documents with money and awards alone. Ids begin with ``m``.

    Raises:
        GoldError: a mark has no known role, an award no recipient, or a recipient that the document does not name.
    """
    for path in sorted(folder.glob("*.txt")):
        for number, (line, genre, written) in enumerate(_split(path), 1):
            yield _gold(f"m-{path.stem}-{number:03}", genre, written, f"{path.name}, line {line}")


def _split(path: Path) -> Iterator[tuple[int, str, str]]:
    """Yield (line, genre, text with marks) of each document of a file, the title its first line."""
    head: tuple[int, str] | None = None
    lines: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = _HEAD.match(line)
        if found is None:
            lines.append(line)
            continue
        if head is not None:
            yield (*head, "\n".join(lines))
        head, lines = (number, found["genre"]), [found["title"] or ""]
    if head is not None:
        yield (*head, "\n".join(lines))


def _gold(gold_id: str, genre: str, written: str, where: str) -> Gold:
    title, _, body = written.partition("\n")
    text, marked = _read("\n\n".join(part for part in (title.strip(), body.strip()) if part) + "\n", where)
    gold = Gold(
        gold_id=gold_id,
        genre=genre,
        split="all",
        text=text,
        marks={
            "money": [{"start": m.start, "end": m.end, "role": m.role.value} for m in marked],
            "pcc": [],
            "programme": [],
        },
        awards=[],
        title=_MARK.sub(lambda mark: mark["amount"], title.strip()) or None,
        published=None,
    )
    document, _ = parse(*capture_of(gold))
    with pipeline().select_pipes(disable=[COMPONENTS[-1]]):
        read = analyse(document)
    return replace(gold, awards=list(_awards(text, marked, read.money, read.pcc)))


def _read(written: str, where: str) -> tuple[str, list[_Marked]]:
    """Return the text without its marks, and the marks."""
    parts: list[str] = []
    marked: list[_Marked] = []
    at, length = 0, 0
    plain = _MARK.sub(lambda mark: mark["amount"], written)
    for mark in _MARK.finditer(written):
        parts.append(written[at : mark.start()])
        start = length + mark.start() - at
        length = start + len(mark["amount"])
        at = mark.end()
        parts.append(mark["amount"])
        to = tuple(name.strip() for name in (mark["to"] or "").split(";") if name.strip())
        if mark["role"] not in set(Role) or (mark["role"] == Role.AWARD) != bool(to):
            raise GoldError(f"{where}: {mark.group()} has no known role, or no recipient for an award")
        missing = [name for name in to if name not in plain]
        if missing:
            raise GoldError(f"{where}: the document does not name {missing}")
        marked.append(_Marked(start, length, Role(mark["role"]), to))
    parts.append(written[at:])
    return "".join(parts), marked


def _awards(
    text: str, marked: list[_Marked], money: tuple[MoneyMention, ...], pcc: tuple[PccMention, ...]
) -> Iterator[dict[str, Any]]:
    """Yield the awards with the amounts and police areas that the rules read where the readers marked them."""
    for mark in marked:
        found = next((m for m in money if m.start_char < mark.end and mark.start < m.end_char), None)
        if found is not None:
            for name in mark.to:
                yield {"recipient": name, "area_id": _area(text, name, pcc), "amount": found.amount_low}


def _area(text: str, name: str, pcc: tuple[PccMention, ...]) -> str | None:
    """Return the area of a mention that is most of the name, wherever it stands."""
    for at in (match.start() for match in re.finditer(re.escape(name), text)):
        for mention in pcc:
            shared = min(mention.end_char, at + len(name)) - max(mention.start_char, at)
            if shared * 2 > max(len(name), mention.end_char - mention.start_char):
                return mention.area_id
    return None
