"""``fundtrail correct``: a person's change of one value, checked against the published file, kept as a line of CSV."""

from __future__ import annotations

import getpass
import json as jsonlib
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from rich.console import Console

from extractors.model import Per, Qualifier, Role
from flows.cli.errors import CommandError
from flows.cli.find import document
from flows.cli.output import for_json
from flows.cli.published import published_file
from flows.settings import load
from warehouse.corrections import FIELDS, Correction, add_correction
from warehouse.reader import Reader, open_published
from warehouse.schema import TABLES
from warehouse.schema.columns import DAY, MONEY, WHOLE, YEARS

#: One word for both ends of an amount that is no range.
AMOUNT = "amount"
_WORDS = {"qualifier": Qualifier, "per": Per, "role": Role}
#: Fields whose value must be the key of a registry's row.
_KEYS = {"area_id": "police_area", "programme_id": "programme"}
_LISTED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the user typed. An empty ``new`` sets null; ``quote`` is empty for a field of the document."""

    url: str
    quote: str
    field: str
    old: str
    new: str
    why: str
    occurrence: int
    who: str


def run(request: Request, *, json: bool) -> int:
    """Check the change, add it to the corrections and return the exit code."""
    settings = load()
    with open_published(published_file()) as reader:
        corrections = check(reader, request)
    for correction in corrections:
        file = add_correction(settings.corrections_dir, correction)
    if json:
        print(jsonlib.dumps(for_json([asdict(one) for one in corrections]), ensure_ascii=False, indent=1))  # noqa: T201
        return 0
    console = Console()
    for one in corrections:
        console.print(
            f"{one.field}: {one.old or 'null'} becomes {one.new or 'null'}", highlight=False, markup=False
        )
    console.print(
        f"Written to {file}; `fundtrail ingest` applies it.", highlight=False, markup=False, soft_wrap=True
    )
    return 0


def user() -> str:
    """Return the name of the person at the terminal, for ``--who``."""
    return getpass.getuser()


def check(reader: Reader, request: Request) -> tuple[Correction, ...]:
    """Return the corrections that a request asks for: one, or two for both ends of an amount.

    Raises:
        CommandError: the field, quote, occurrence, old or new value does not fit what is published.
        NotFoundError: no document has the URL.
    """
    fields = ("amount_low", "amount_high") if request.field == AMOUNT else (request.field,)
    table = next((name for name, known in FIELDS.items() if fields[0] in known), None)
    if table is None:
        known = sorted(name for names in FIELDS.values() for name in names)
        raise CommandError(f"{request.field!r} cannot be corrected; {AMOUNT}, {', '.join(known)} can")
    for name, value in (("--why", request.why), ("--who", request.who)):
        if not value.strip():
            raise CommandError(f"{name} is empty: a decision needs a reason and a person")
    page = document(reader, request.url)
    row, quote, occurrence = page, "", 1
    if table != "document":
        row, quote, occurrence = _mention(reader, page, table, request)
    elif request.quote:
        raise CommandError(f"{request.field} is a field of the document: leave the quote out")
    return tuple(
        Correction(
            url=page["url"],
            quote=quote,
            occurrence=occurrence,
            field=field,
            old=_old(table, field, row[field], request.old),
            new=_new(reader, table, field, request.new),
            who=request.who,
            when=datetime.now(UTC).date(),
            why=request.why,
        )
        for field in fields
    )


def _mention(
    reader: Reader, page: dict[str, Any], table: str, request: Request
) -> tuple[dict[str, Any], str, int]:
    """Return the row that a quote means, its very words, and which of their occurrences it is.

    The user need not know where the page breaks its lines, so blanks of any kind count as one space.
    """
    words = "quote" if table == "award_claim" else "text"
    key = TABLES[table].key[0]
    rows = reader.rows(
        f"SELECT * FROM {table} WHERE document_id = ? ORDER BY start_char, {key}", [page["document_id"]]
    )
    wanted = _spaced(request.quote)
    found = [row for row in rows if _spaced(row[words]) == wanted]
    if not found:
        listed = list(dict.fromkeys(_spaced(row[words]) for row in rows))
        near = [text for text in listed if wanted and wanted in text] or listed
        shown = "\n  ".join(near[:_LISTED]) or "(none)"
        raise CommandError(
            f"{page['url']} has no {table} with the words {request.quote!r}; some that it has:\n  {shown}"
        )
    if request.occurrence > len(found):
        raise CommandError(f"{request.quote!r} occurs {len(found)} times, not {request.occurrence}")
    row = found[request.occurrence - 1]
    alike = [other[key] for other in rows if other[words] == row[words]]
    return row, row[words], alike.index(row[key]) + 1


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _old(table: str, field: str, value: Any, given: str) -> str:
    if _typed(table, field, given) != value:
        raise CommandError(f"{field} is {'null' if value is None else value} now, not {given or 'null'}")
    return _text(value)


def _new(reader: Reader, table: str, field: str, given: str) -> str:
    value = _typed(table, field, given)
    column = next(column for column in TABLES[table].columns if column.name == field)
    if value is None and not column.nullable:
        raise CommandError(f"{field} must have a value: --new is empty")
    if value is not None and field in _KEYS:
        registry = _KEYS[field]
        if not reader.rows(f"SELECT 1 FROM {registry} WHERE {field} = ?", [value]):
            raise CommandError(f"there is no {registry} {value!r}")
    return _text(value)


def _typed(table: str, field: str, given: str) -> Any:
    """Return a typed value as the column's; null for nothing.

    Raises:
        CommandError: it is none.
    """
    if given == "":
        return None
    type_ = next(column.type for column in TABLES[table].columns if column.name == field)
    try:
        if type_ in (MONEY, YEARS):
            number = Decimal(given.strip().lstrip("£").replace(",", ""))
            if not number.is_finite():
                raise InvalidOperation
            return number
        if type_ == WHOLE:
            return int(given)
        if type_ == DAY:
            return date.fromisoformat(given)
        if field in _WORDS:
            return str(_WORDS[field](given))
    except (InvalidOperation, ValueError) as error:
        allowed = f": {', '.join(_WORDS[field])}" if field in _WORDS else ""
        raise CommandError(f"{given!r} is no value of {field}{allowed}") from error
    return given


def _text(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "" if value is None else str(value)
