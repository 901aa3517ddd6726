"""Documents with their mentions marked in the text, so that the relations are tested apart from the finders.

``[£1.2m]`` is an amount, ``{Kent|kent}`` a police area, ``<Safer Streets Fund>`` a fund and ``<<Drive Project>>`` a
programme.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.model import (
    Block,
    BlockKind,
    Document,
    MoneyMention,
    PccKind,
    PccMention,
    Per,
    ProgrammeKind,
    ProgrammeMention,
    ProgrammeStatus,
    Qualifier,
)
from extractors.relate import Related, relate
from extractors.segments import segment

_MARK = re.compile(
    r"\[(?P<money>[^\]]+)\]|\{(?P<pcc>[^|}]+)\|(?P<area>[a-z-]+)\}|<<(?P<programme>[^>]+)>>|<(?P<fund>[^>]+)>"
)
_SCALE = {"k": 1000, "m": 1_000_000, "bn": 1_000_000_000}


def _value(words: str) -> Decimal:
    found = re.search(r"([\d,.]+) ?(million|billion|[km]|bn)?", words)
    assert found, words
    unit = {"million": "m", "billion": "bn"}.get(found.group(2) or "", found.group(2) or "")
    return Decimal(found.group(1).replace(",", "").rstrip(".")) * _SCALE.get(unit, 1)


def related(marked: str, *, per: Per | None = None, qualifier: Qualifier = Qualifier.EXACT) -> Related:
    """Return what the marked text means. Lines are paragraphs; a line with ``# `` is a heading, with ``- `` an item."""
    text, blocks, money, pcc, programmes = "", [], [], [], []
    for line in marked.strip().splitlines():
        kind = BlockKind.HEADING if line.startswith("# ") else BlockKind.PARAGRAPH
        line = line.removeprefix("# ")
        if line.startswith("- "):
            kind = BlockKind.ITEM
        start, at = len(text), 0
        for mark in _MARK.finditer(line):
            text += line[at : mark.start()]
            surface = next(mark[name] for name in ("money", "pcc", "programme", "fund") if mark[name])
            common = {
                "document_id": "d",
                "start_char": len(text),
                "end_char": len(text) + len(surface),
                "text": surface,
                "sentence": line,
                "rule_id": "marked",
            }
            if mark["money"]:
                value = _value(surface)
                money.append(
                    MoneyMention(amount_low=value, amount_high=value, per=per, qualifier=qualifier, **common)
                )
            elif mark["pcc"]:
                kind_of = PccKind.OFFICE if "ommissioner" in surface or "PCC" in surface else PccKind.AREA
                pcc.append(PccMention(kind=kind_of, area_id=mark["area"], **common))
            else:
                programmes.append(
                    ProgrammeMention(
                        programme_id=surface.lower().replace(" ", "-"),
                        name=surface,
                        kind=ProgrammeKind.FUND if mark["fund"] else ProgrammeKind.PROGRAMME,
                        status=ProgrammeStatus.KNOWN,
                        **common,
                    )
                )
            text += surface
            at = mark.end()
        text += line[at:]
        blocks.append(Block(kind=kind, start_char=start, end_char=len(text)))
        text += "\n"
    document = Document(
        document_id="d",
        capture_id="0" * 64,
        source_id="s",
        url="file:///d.txt",
        text=text,
        blocks=tuple(blocks),
        parser="marked",
    )
    return relate(document, segment(document), money, pcc, programmes, ())


def roles(marked: str, *, per: Per | None = None) -> list[str]:
    return [mention.role.value for mention in related(marked, per=per).money]


def awards(marked: str, *, per: Per | None = None) -> list[tuple[str | None, str, str]]:
    """Return (area_id, recipient, amount) of each claim."""
    found = related(marked, per=per).claims
    return [(claim.area_id, claim.recipient, f"{claim.amount_low:.0f}") for claim in found]


def told(marked: str) -> tuple[str, list[str]]:
    """Return the roles in order, and the claims as ``recipient=pounds``; an area's id stands behind an ``@``."""
    found = related(marked)
    claims = [f"{'@' + k.area_id if k.area_id else k.recipient}={int(k.amount_low)}" for k in found.claims]
    return " ".join(mention.role for mention in found.money), sorted(claims)
