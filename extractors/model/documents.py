"""What was fetched and what it reads as: observations, canonical texts with their structure, and issues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from extractors.model.values import BlockKind, InvariantError, Severity


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
class Change:
    """A change that the publisher tells of: ``note`` in its words, at ``changed_at`` (with a time zone)."""

    changed_at: datetime
    note: str

    def __post_init__(self) -> None:
        if self.changed_at.tzinfo is None:
            raise InvariantError(f"the change {self.note!r} has no time zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The canonical text of one capture with its structure. The input of every rule.

    Blocks are in text order and do not overlap. ``links`` maps a relation (``canonical``, ``original``,
    ``amphtml``) to an absolute URL. ``site_area_id`` is the police area whose commissioner publishes the
    site, when a source says so. ``parser`` is the parser's versioned name. ``updated_at`` is when the publisher says
    that it was last changed (with a time zone), ``changes`` what it says of each change, oldest first.
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
    updated_at: datetime | None = None
    changes: tuple[Change, ...] = ()

    def __post_init__(self) -> None:
        if self.updated_at is not None and self.updated_at.tzinfo is None:
            raise InvariantError(f"updated_at of {self.url} has no time zone")
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
