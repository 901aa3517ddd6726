"""``fundtrail show``: a document's text with its mentions highlighted."""

from __future__ import annotations

import json as jsonlib
from typing import Any

from rich.console import Console
from rich.text import Text

from flows.cli import find
from flows.cli.output import for_json, money
from flows.settings import load
from warehouse.reader import Reader, open_published

_STYLES = {
    "money": "bold black on green3",
    "pcc": "bold black on sky_blue2",
    "programme": "bold black on gold1",
}
_FURNITURE = "dim italic"

_MENTIONS = """
SELECT 'money' AS layer, mention_id, start_char, end_char, amount_low, amount_high, currency, qualifier, per,
       term_years, financial_year, role, NULL AS kind, NULL AS name FROM money_mention WHERE document_id = $1
UNION ALL BY NAME
SELECT 'pcc' AS layer, mention_id, start_char, end_char, kind, concat_ws(', ', area_id, person) AS name
FROM pcc_mention WHERE document_id = $1
UNION ALL BY NAME
SELECT 'programme' AS layer, m.mention_id, m.start_char, m.end_char, p.kind, p.name
FROM programme_mention m JOIN programme p USING (programme_id) WHERE m.document_id = $1
ORDER BY start_char, end_char DESC
"""


def label(mention: dict[str, Any]) -> str:
    """Return a mention's normalised value in brackets, as short as it can be said.

    >>> label({"layer": "pcc", "kind": "area", "name": "kent"})
    '[area kent]'
    """
    if mention["layer"] != "money":
        return f"[{mention['kind']} {mention['name']}]"
    low, high = mention["amount_low"], mention["amount_high"]
    amount = money(low, mention["currency"])
    if high != low:
        amount += f" to {money(high, mention['currency'])}"
    words = [mention["role"], amount]
    if mention["qualifier"] != "exact":
        words.append(mention["qualifier"].replace("_", " "))
    if mention["per"]:
        words.append(f"per {mention['per']}")
    if mention["term_years"]:
        words.append(f"over {mention['term_years'].normalize():f} years")
    if mention["financial_year"]:
        words.append(f"in {mention['financial_year']}")
    return f"[{' '.join(words)}]"


def highlighted(text: str, mentions: list[dict[str, Any]], furniture: list[dict[str, Any]]) -> Text:
    """Return the text with styles: mentions by layer, each followed by its label; furniture dimmed."""
    dimmed = Text(text)
    for block in furniture:
        dimmed.stylize(_FURNITURE, block["start_char"], block["end_char"])
    shown, last = Text(), 0
    for mention in mentions:
        if mention["start_char"] < last:
            continue  # inside the mention before it
        shown.append_text(dimmed[last : mention["start_char"]])
        shown.append(text[mention["start_char"] : mention["end_char"]], _STYLES[mention["layer"]])
        shown.append(label(mention), "dim")
        last = mention["end_char"]
    shown.append_text(dimmed[last:])
    return shown


def _furniture(reader: Reader, document_id: str) -> list[dict[str, Any]]:
    return reader.rows(
        "SELECT start_char, end_char, furniture FROM block WHERE document_id = ? AND furniture IS NOT NULL"
        " ORDER BY start_char",
        [document_id],
    )


def run(word: str, *, json: bool) -> int:
    """Show one document and return the exit code."""
    console = Console()
    with open_published(load().database) as reader:
        row = find.document(reader, word)
        mentions = reader.rows(_MENTIONS, [row["document_id"]])
        furniture = _furniture(reader, row["document_id"])
    if json:
        console.print_json(
            jsonlib.dumps({"document": for_json(row), "mentions": for_json(mentions), "furniture": furniture})
        )
        return 0
    facts = " · ".join(
        str(part) for part in (row["publisher"], row["published_on"], row["document_id"], row["url"]) if part
    )
    console.print(row["title"] or "(no title)", style="bold underline", markup=False, highlight=False)
    console.print(facts, style="dim", markup=False, highlight=False, soft_wrap=True)
    legend = Text("money", _STYLES["money"]) + "  " + Text("police area", _STYLES["pcc"]) + "  "
    console.print(
        legend + Text("programme", _STYLES["programme"]) + "  " + Text("furniture", _FURNITURE), end="\n\n"
    )
    console.print(highlighted(row["text"], mentions, furniture), highlight=False)
    return 0
