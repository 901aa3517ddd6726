"""``fundtrail explain``: the way back from a number to the very words."""

from __future__ import annotations

import json as jsonlib
from typing import Any

from rich.console import Console
from rich.text import Text

from flows.cli.find import NotFoundError
from flows.cli.output import for_json, money
from flows.settings import load
from warehouse.reader import Reader, open_published

_KINDS = {
    "money_mention": "mention_id",
    "pcc_mention": "mention_id",
    "programme_mention": "mention_id",
    "count_mention": "mention_id",
    "award_claim": "claim_id",
    "award": "award_id",
}
#: Columns that the head of an explanation says in its own way.
_SAID = {
    "mention_id",
    "claim_id",
    "document_id",
    "start_char",
    "end_char",
    "text",
    "quote",
    "sentence",
    "flags",
}


def find(reader: Reader, identifier: str) -> tuple[str, dict[str, Any]]:
    """Return the table and the row of an id.

    Raises:
        NotFoundError: no mention, claim or award has it.
    """
    for table, key in _KINDS.items():
        rows = reader.rows(f'SELECT * FROM "{table}" WHERE "{key}" = ?', [identifier])
        if rows:
            return table, rows[0]
    raise NotFoundError(
        f"no mention, claim or award has the id {identifier!r};"
        " ids are in the columns mention_id, claim_id and award_id"
    )


def evidence(reader: Reader, table: str, row: dict[str, Any]) -> dict[str, Any]:
    """Return what stands behind one mention or claim: document, capture, sentence around the span and cues."""
    document = reader.rows(
        "SELECT document_id, url, title, publisher, published_on, capture_id, extraction_key, parser, text"
        " FROM document WHERE document_id = ?",
        [row["document_id"]],
    )[0]
    text = document.pop("text")
    capture = reader.rows(
        "SELECT captured_at, http_status, media_type, byte_size, raw_path FROM capture"
        " WHERE document_id = ? AND capture_id = ? ORDER BY is_current DESC, captured_at DESC LIMIT 1",
        [row["document_id"], document["capture_id"]],
    )
    cues = reader.rows(
        "SELECT attribute, value, text, rule_id, start_char, end_char FROM cue WHERE owner_id = ? ORDER BY cue_no",
        [row.get("mention_id") or row.get("claim_id")],
    )
    start, end = row["start_char"], row["end_char"]
    asked = any(cue["rule_id"] == "role.read.v1" for cue in cues)
    leaned = _leaned_on(text, document, row) if asked else []
    return {
        "table": table,
        "row": row,
        "quote": text[start:end],
        "before": text[max(0, start - 160) : start],
        "after": text[end : end + 160],
        "document": document,
        "capture": capture[0] if capture else None,
        "cues": cues,
        "leaned_on": leaned,
    }


def _leaned_on(text: str, document: dict[str, Any], row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the words that the reader's word on a role leans on; none where other rules than ours made the row."""
    from extractors.model import Role
    from extractors.reader import Reading
    from extractors.versions import extraction_key

    if document["extraction_key"] != extraction_key():
        return []
    amount = row["start_char"], row["end_char"]
    reading = Reading(text, document["title"] or "", [amount])
    return [
        {"text": text[start:end], "start_char": start, "end_char": end, "lost": round(lost, 2)}
        for (start, end), lost in reading.words_behind(amount, Role(row["role"]))
    ]


def explain(reader: Reader, identifier: str) -> dict[str, Any]:
    """Return everything that is known of an id; an award comes with each of its claims."""
    table, row = find(reader, identifier)
    if table != "award":
        return evidence(reader, table, row)
    claims = reader.rows(
        "SELECT * FROM award_claim WHERE award_id = ? ORDER BY (claim_id = ?) DESC, claim_id",
        [identifier, row["best_claim_id"]],
    )
    return {
        "table": table,
        "row": row,
        "claims": [evidence(reader, "award_claim", claim) for claim in claims],
    }


def _facts(console: Console, row: dict[str, Any]) -> None:
    for name, value in row.items():
        if value is None or name in _SAID:
            continue
        shown = money(value, row.get("currency", "GBP")) if name.startswith("amount") else str(value)
        console.print(f"  {name:<18} {shown}", highlight=False, markup=False)


def _print(console: Console, facts: dict[str, Any]) -> None:
    row, document, capture = facts["row"], facts["document"], facts["capture"]
    console.print(f"{facts['table']} {row.get('mention_id') or row.get('claim_id')}", style="bold")
    quote = Text("  …" + facts["before"], style="dim") + Text(
        facts["quote"], style="bold black on green3 not dim"
    )
    console.print(quote + Text(facts["after"] + "…", style="dim"))
    _facts(console, row)
    console.print("where it stands", style="bold")
    place = {
        "url": document["url"],
        "title": document["title"],
        "publisher": document["publisher"],
        "published": document["published_on"],
        "characters": f"{row['start_char']} to {row['end_char']}",
    }
    if capture is not None:
        place["captured"] = (
            f"{capture['captured_at']} UTC, {capture['byte_size']:,} bytes, {capture['media_type']}"
        )
        place["kept as"] = capture["raw_path"]
    place |= {
        "sha256": document["capture_id"],
        "parser": document["parser"],
        "extraction key": document["extraction_key"],
    }
    for name, value in place.items():
        console.print(f"  {name:<18} {value if value is not None else '-'}", highlight=False, markup=False)
    if facts["cues"]:
        console.print("why", style="bold")
    for cue in facts["cues"]:
        at = f" at {cue['start_char']}" if cue["start_char"] is not None else ""
        console.print(
            f"  {cue['attribute']} = {cue['value']}: {cue['text']!r}{at} ({cue['rule_id']})",
            highlight=False,
            markup=False,
        )
    if facts["leaned_on"]:
        words = ", ".join(f"{one['text']!r} at {one['start_char']}" for one in facts["leaned_on"])
        console.print(f"  role = {row['role']}: the reader leans on {words}", highlight=False, markup=False)


def run(identifier: str, *, json: bool) -> int:
    """Explain one id and return the exit code."""
    console = Console()
    with open_published(load().database) as reader:
        facts = explain(reader, identifier)
    if json:
        console.print_json(jsonlib.dumps(for_json(facts)))
        return 0
    if facts["table"] == "award":
        row = facts["row"]
        console.print(
            f"award {row['award_id']}: {money(row['amount'], row['currency'])} to {row['recipient']}",
            style="bold",
        )
        _facts(console, row)
        for claim in facts["claims"]:
            console.print()
            _print(console, claim)
    else:
        _print(console, facts)
    return 0
