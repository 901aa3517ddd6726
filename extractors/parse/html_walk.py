"""One walk over a page's elements: canonical text, blocks, table cells with their offsets, furniture by mark-up."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from extractors.model import Block, BlockKind, Table
from extractors.parse.canonical import CanonicalText
from extractors.parse.html_furniture import FurnitureReader, is_unseen
from extractors.parse.html_tables import OpenTable, open_table

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        *_HEADINGS,
    )
)
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ORIGINAL = re.compile(
    r"(?:read|see|view) the (?:original|full original)\b|original (?:article|post|story|source|press release)|"
    r"(?:originally|first) (?:published|appeared)|source article",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Run:
    """A block as the walk found it, with the number of its characters that are links."""

    block: Block
    linked: int


@dataclass
class Walked:
    """What a walk yields. ``headlines`` are the runs in ``h1``; ``times`` the article's ``datetime`` values."""

    text: str
    runs: list[Run]
    tables: list[Table]
    headlines: list[int]
    times: list[str] = field(default_factory=list)
    original: str | None = None


def walk(root: etree._Element, *, in_article: bool) -> Walked:
    """Return the canonical text of an element tree and its structure. Works at any depth of nesting."""
    walker = _Walker(root, in_article=in_article)
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "end":
            walker.close(element)
        elif not isinstance(element.tag, str) or is_unseen(element):
            walker.skipped.add(element)
            events.skip_subtree()
        else:
            walker.open(element)
    return walker.result()


class _Walker:
    def __init__(self, root: etree._Element, *, in_article: bool) -> None:
        self.root = root
        self.skipped: set[etree._Element] = set()
        self._canonical = CanonicalText()
        self._reader = FurnitureReader(root)
        self._runs: list[Run] = []
        self._tables: list[Table] = []
        self._closing: list[OpenTable] = []
        self._headlines: list[int] = []
        self._times: list[str] = []
        self._original: str | None = None
        self._depths = dict.fromkeys(("article", "li", "blockquote", "a", "pre", "sup"), 0)
        self._depths["article"] = int(in_article)
        self._heading = 0
        self._furniture: tuple[etree._Element, str] | None = None
        self._table: tuple[etree._Element, OpenTable] | None = None
        self._cell: etree._Element | None = None
        self._cell_span: tuple[int, int] | None = None
        self._in_row = False
        self._start: int | None = None
        self._end = 0
        self._linked = 0

    def open(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self._flush()
            self._enter_block(element, tag)
        elif tag == "br":
            self._canonical.line_break()
        elif tag == "q":
            self._say("“")
        elif tag == "time" and self._furniture is None and element.get("datetime"):
            self._times.append(str(element.get("datetime")))
        elif tag == "a":
            self._note_link(element)
        if tag in self._depths:
            self._depths[tag] += 1
        elif tag == "main":
            self._depths["article"] += 1
        if self._furniture is None and (
            label := self._reader.label(element, in_article=self._depths["article"] > 0)
        ):
            self._flush()
            self._furniture = (element, label)
        if element.text:
            self._say(element.text)

    def close(self, element: etree._Element) -> None:
        if element in self.skipped:
            self.skipped.discard(element)
        else:
            tag = str(element.tag)
            if tag == "q":
                self._say("”")
            if tag in _BLOCKS:
                self._flush()
                self._leave_block(element, tag)
            if self._furniture is not None and self._furniture[0] is element:
                self._flush()
                self._furniture = None
            if tag in self._depths:
                self._depths[tag] -= 1
            elif tag == "main":
                self._depths["article"] -= 1
        if element.tail and element is not self.root:
            self._say(element.tail)

    def result(self) -> Walked:
        self._flush()
        text = self._canonical.text()
        for table in self._closing:
            if (record := table.close(text, table_no=len(self._tables))) is not None:
                self._tables.append(record)
        return Walked(text, self._runs, self._tables, self._headlines, self._times, self._original)

    def _enter_block(self, element: etree._Element, tag: str) -> None:
        """Part a block from what is before it: within a table, rows by lines and cells by tabs."""
        self._heading = _HEADINGS.get(tag, self._heading)
        if self._table is None:
            self._canonical.part("\n\n")
            if tag == "table" and (table := open_table(element)) is not None:
                self._table = (element, table)
        elif element in self._table[1].places:
            self._canonical.part("\t", exactly=self._in_row)
            self._cell, self._cell_span, self._in_row = element, None, True
        elif tag == "caption":
            self._canonical.part("\n\n")
        elif self._cell is None or self._cell_span is not None:
            self._canonical.part("\n")
            self._in_row = self._in_row and tag != "tr"

    def _leave_block(self, element: etree._Element, tag: str) -> None:
        if tag in _HEADINGS:
            self._heading = 0
        if self._table is None:
            self._canonical.part("\n\n")
        elif element is self._cell:
            here = len(self._canonical)
            self._table[1].add(element, *(self._cell_span or (here, here)))
            self._cell = None
        elif element is self._table[0]:
            self._closing.append(self._table[1])
            self._table, self._in_row = None, False
            self._canonical.part("\n\n")
        elif tag == "caption":
            self._canonical.part("\n\n")
            if self._runs:
                last = self._runs[-1].block
                self._table[1].caption_span = (last.start_char, last.end_char)
        elif self._cell is None or self._cell_span is not None:
            self._canonical.part("\n")

    def _say(self, words: str) -> None:
        if self._depths["sup"] and words.strip().isascii() and words.strip().isdecimal() and self._end:
            words = words.strip().translate(_SUPERSCRIPT)
        span = self._canonical.add(words, preformatted=self._depths["pre"] > 0)
        if span is None:
            return
        if self._start is None:
            self._start = span[0]
        self._end = span[1]
        if self._cell is not None:
            self._cell_span = (self._cell_span[0] if self._cell_span else span[0], span[1])
        if self._depths["a"]:
            self._linked += span[1] - span[0]

    def _flush(self) -> None:
        """End the block that is being read."""
        if self._start is None:
            return
        kind = self._kind()
        level = self._heading if kind is BlockKind.HEADING else 0
        furniture = self._furniture[1] if self._furniture else None
        if level == 1 and furniture is None:
            self._headlines.append(len(self._runs))
        block = Block(kind=kind, start_char=self._start, end_char=self._end, level=level, furniture=furniture)
        self._runs.append(Run(block, self._linked))
        self._start, self._linked = None, 0

    def _kind(self) -> BlockKind:
        if self._cell is not None:
            return BlockKind.CELL
        if self._heading:
            return BlockKind.HEADING
        if self._depths["li"]:
            return BlockKind.ITEM
        return BlockKind.QUOTE if self._depths["blockquote"] else BlockKind.PARAGRAPH

    def _note_link(self, element: etree._Element) -> None:
        target = element.get("href")
        if (
            self._original is None
            and target
            and _ORIGINAL.search("".join(str(words) for words in element.itertext())[:200])
        ):
            self._original = str(target)
