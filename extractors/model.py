"""The records that the four rooms exchange. Everything that crosses a room's border is one of these.

All are frozen, keyword-only dataclasses that keep their own invariants. Spans are half-open
``[start_char, end_char)`` offsets, in Python ``str`` indices, into ``Document.text``. Money is
:class:`decimal.Decimal` in currency units, never a float. Field names are the column names of the
published tables, so that a row and a record read alike.
"""

from __future__ import annotations

import copyreg
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

#: Version of the canonical text. Every stored offset rests on it; raise it when the text of an
#: unchanged capture would come out different.
TEXT_VERSION = 1


def _read_only(values: dict[str, str]) -> MappingProxyType[str, str]:
    return MappingProxyType(values)


# read-only mappings cross to and from worker processes
copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))


class InvariantError(ValueError):
    """A record was built with values that contradict each other."""


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUOTE = "quote"


class Qualifier(StrEnum):
    """How exactly the words fix the amount."""

    EXACT = "exact"
    ABOUT = "about"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    UNDER = "under"


class Per(StrEnum):
    """Unit of a rate. A mention that is no rate has ``per=None``."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"
    ITEM = "item"


class Role(StrEnum):
    """What an amount of money is in its document."""

    AWARD = "award"
    TOTAL = "total"
    PART = "part"
    CUMULATIVE = "cumulative"
    BID = "bid"
    OTHER = "other"


class PccKind(StrEnum):
    OFFICE = "office"
    PERSON = "person"
    FORCE = "force"
    AREA = "area"


class ProgrammeKind(StrEnum):
    FUND = "fund"
    PROGRAMME = "programme"
    UNIT = "unit"
    STRATEGY = "strategy"


class ProgrammeStatus(StrEnum):
    KNOWN = "known"
    CANDIDATE = "candidate"


class ClaimMethod(StrEnum):
    TABLE = "table"
    SENTENCE = "sentence"


class Severity(StrEnum):
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def stable_id(*parts: object) -> str:
    """Return 20 hex digits that depend on the parts alone (never on a position, a clock or a run)."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()[:20]


def document_id_of(source_id: str, canonical_url: str) -> str:
    return stable_id("document", source_id, canonical_url)


def mention_id_of(document_id: str, start_char: int, end_char: int, label: str) -> str:
    return stable_id("mention", document_id, TEXT_VERSION, start_char, end_char, label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something that a person may have to look at. Stored as a row, queried with SQL.

    ``code`` is a documented kebab-case word (docs/issue-codes.md); ``stage`` one of discover, capture, parse,
    annotate, relate, stage, build; ``fragment`` the shortest piece of input that shows the matter.
    """

    code: str
    severity: Severity
    stage: str
    message: str
    source_id: str | None = None
    url: str | None = None
    document_id: str | None = None
    fragment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One observation of one response or file. The body lies in the store under its sha256 (``capture_id``)."""

    capture_id: str
    source_id: str
    url: str
    final_url: str
    captured_at: datetime
    http_status: int | None
    media_type: str
    byte_size: int
    raw_path: str
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        if self.captured_at.tzinfo is None:
            raise InvariantError(f"captured_at of {self.url} has no time zone")
        if len(self.capture_id) != 64:
            raise InvariantError(f"capture_id {self.capture_id!r} is no sha256")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of the canonical text: a heading, a paragraph, a list item, a table cell or a quotation.

    ``furniture`` names why the block is not part of the article (``navigation``, ``cookies``, ``newsletter``,
    ``related``, ``comments``, ``event``, ``share``, ``footer``, ...); None for the article itself. Nothing in a
    furniture block ever yields a mention. ``level`` is a heading's level, 1 to 6, else 0.
    """

    kind: BlockKind
    start_char: int
    end_char: int
    level: int = 0
    furniture: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell: zero-based grid position, spans, offsets of its text, and whether it is a header cell."""

    row: int
    col: int
    start_char: int
    end_char: int
    row_span: int = 1
    col_span: int = 1
    is_header: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the page, or one that was flattened to text. ``caption`` is its title or the line above, if any."""

    table_no: int
    start_char: int
    end_char: int
    cells: tuple[Cell, ...]
    caption: str | None = None
    page: int | None = None

    @property
    def row_count(self) -> int:
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    @property
    def col_count(self) -> int:
        return max((cell.col + cell.col_span for cell in self.cells), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpan:
    """Page ``number`` (from 1) of a paged document as a span of its text."""

    number: int
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The canonical text of one capture with its structure. The input of every rule.

    Blocks are in text order and do not overlap. ``links`` maps a relation (``canonical``, ``original``,
    ``amphtml``) to an absolute URL. ``site_area_id`` is the police area whose commissioner publishes the
    site, when a source says so. ``parser`` is the parser's versioned name.
    """

    document_id: str
    capture_id: str
    source_id: str
    url: str
    text: str
    blocks: tuple[Block, ...]
    parser: str
    tables: tuple[Table, ...] = ()
    pages: tuple[PageSpan, ...] = ()
    title: str | None = None
    published_on: date | None = None
    publisher: str | None = None
    language: str = "en"
    links: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    site_area_id: str | None = None
    withdrawn: bool = False

    def __post_init__(self) -> None:
        previous = 0
        for block in self.blocks:
            if not previous <= block.start_char <= block.end_char <= len(self.text):
                raise InvariantError(f"block {block} of {self.url} overlaps, or lies outside the text")
            previous = block.end_char
        for table in self.tables:
            for cell in table.cells:
                if not 0 <= cell.start_char <= cell.end_char <= len(self.text):
                    raise InvariantError(f"cell {cell} of {self.url} lies outside the text")

    def page_of(self, offset: int) -> int | None:
        """Return the page number that holds ``offset``, or None for an unpaged document."""
        for page in self.pages:
            if page.start_char <= offset < page.end_char:
                return page.number
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Why an attribute has its value: the words that decided it and where they stand.

    ``start_char`` is None where structure decided (``text`` then says so, e.g. "column header").
    """

    attribute: str
    value: str
    text: str
    rule_id: str
    start_char: int | None = None
    end_char: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What all mentions share: a span of a document, the sentence (or cell) around it and the rule that found it."""

    document_id: str
    start_char: int
    end_char: int
    text: str
    sentence: str
    rule_id: str
    cues: tuple[Cue, ...] = ()

    def __post_init__(self) -> None:
        if self.end_char - self.start_char != len(self.text) or not self.text:
            raise InvariantError(f"span [{self.start_char}, {self.end_char}) does not fit {self.text!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyMention(Mention):
    """One amount of money. ``flags`` holds doubts such as ``malformed``, ``sign-lost``, ``unit-from-header``."""

    amount_low: Decimal
    amount_high: Decimal
    currency: str = "GBP"
    qualifier: Qualifier = Qualifier.EXACT
    per: Per | None = None
    term_years: Decimal | None = None
    financial_year: str | None = None
    role: Role = Role.OTHER
    page: int | None = None
    table_no: int | None = None
    row_no: int | None = None
    flags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        super(MoneyMention, self).__post_init__()
        if self.amount_low > self.amount_high:
            raise InvariantError(f"{self.text!r}: {self.amount_low} > {self.amount_high}")
        if len(self.currency) != 3:
            raise InvariantError(f"{self.text!r}: {self.currency!r} is no ISO 4217 code")

    @property
    def mention_id(self) -> str:
        return mention_id_of(self.document_id, self.start_char, self.end_char, "money")


@dataclass(frozen=True, slots=True, kw_only=True)
class PccMention(Mention):
    """A commissioner, office, force or area. ``person`` is the registry's name of a person, else None."""

    kind: PccKind
    area_id: str
    person: str | None = None

    @property
    def mention_id(self) -> str:
        return mention_id_of(self.document_id, self.start_char, self.end_char, "pcc")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeMention(Mention):
    """A named fund, programme, unit or strategy. A candidate's ``programme_id`` starts with ``candidate-``."""

    programme_id: str
    name: str
    kind: ProgrammeKind
    status: ProgrammeStatus
    round_no: int | None = None

    @property
    def mention_id(self) -> str:
        return mention_id_of(self.document_id, self.start_char, self.end_char, "programme")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMention(Mention):
    """A stated number that a document's own rows can be checked against: ``unit`` is ``recipients``, ``bids`` or
    ``projects``."""

    count: int
    unit: str

    @property
    def mention_id(self) -> str:
        return mention_id_of(self.document_id, self.start_char, self.end_char, "count")


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardClaim:
    """One document's word that one recipient gets one amount. ``quote`` is ``text[start_char:end_char]``: the shortest
    run of the document that holds recipient and amount (a table row's cells, a clause). ``money_mention_id`` names the
    mention that carries the amount.
    """

    document_id: str
    recipient: str
    area_id: str | None
    amount_low: Decimal
    amount_high: Decimal
    money_mention_id: str
    method: ClaimMethod
    start_char: int
    end_char: int
    quote: str
    rule_id: str
    currency: str = "GBP"
    qualifier: Qualifier = Qualifier.EXACT
    per: Per | None = None
    term_years: Decimal | None = None
    financial_year: str | None = None
    programme_id: str | None = None
    funder: str | None = None
    bids: int | None = None
    purpose: str | None = None
    table_no: int | None = None
    row_no: int | None = None
    cues: tuple[Cue, ...] = ()

    def __post_init__(self) -> None:
        if self.amount_low > self.amount_high:
            raise InvariantError(f"{self.recipient!r}: {self.amount_low} > {self.amount_high}")
        if self.end_char - self.start_char != len(self.quote):
            raise InvariantError(f"quote of {self.recipient!r} does not fit its span")

    @property
    def claim_id(self) -> str:
        return stable_id(
            "claim", self.document_id, TEXT_VERSION, self.money_mention_id, self.area_id, self.recipient
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Everything that one document yields. The unit that is staged."""

    document: Document
    capture: Capture
    extraction_key: str
    money: tuple[MoneyMention, ...] = ()
    pcc: tuple[PccMention, ...] = ()
    programmes: tuple[ProgrammeMention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    claims: tuple[AwardClaim, ...] = ()
    issues: tuple[Issue, ...] = ()
