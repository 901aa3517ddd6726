"""Plain text: the file's characters unchanged, and the paragraphs, items, headings and tables that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.model import Block, BlockKind, Capture, Cell, Document, Issue, Table, document_id_of
from extractors.parse.dates import dateline
from extractors.parse.decode import decode
from extractors.parse.flat_columns import labelled_rows, spaced_rows, tabbed_rows
from extractors.parse.flat_inline import inline_rows
from extractors.parse.flat_periodic import periodic_cells
from extractors.parse.flat_pipes import is_pipe, piped_cells, piped_rows
from extractors.parse.furniture import mark_furniture
from extractors.parse.furniture_words import GLUED
from extractors.parse.grid import Grid
from extractors.parse.headline import find_title, headline_of
from extractors.parse.lines import Line, ends_sentence, item_mark, split_lines
from extractors.parse.paragraphs import Paragraph, paragraphs, wrap_width
from extractors.parse.publisher import stated_publisher

PARSER = "text.v1"

_LONGEST_HEADING = 120
_LONGEST_CAPTION = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The structure of a plain text: blocks in order, tables, and the headline's block."""

    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    title: Block | None


def layout(text: str) -> Layout:
    """Return the structure of a plain text with its furniture marked."""
    lines = split_lines(text)
    blocks: list[Block] = []
    tables: list[Table] = []
    grids = list(_grids(text, lines))
    in_table = {number for grid in grids for number in range(grid.first_line, grid.last_line)}
    width = wrap_width([line for number, line in enumerate(lines) if number not in in_table])
    number = 0
    for grid in grids:
        blocks += _loose_blocks(text, lines[number : grid.first_line], width)
        table = grid.table(table_no=len(tables), caption=_caption(text, blocks))
        tables.append(table)
        covered = lines[grid.first_line : grid.last_line]
        blocks += _beside(text, covered[0].start, table.start_char)
        blocks += _cell_blocks(text, table)
        blocks += _beside(text, table.end_char, covered[-1].end)
        number = grid.last_line
    blocks += _loose_blocks(text, lines[number:], width)
    title = find_title(text, blocks)
    marked = mark_furniture(text, blocks, title=title)
    if title is not None:
        head = replace(title, kind=BlockKind.HEADING, level=1)
        marked[marked.index(title)] = head
        title = head
    return Layout(blocks=tuple(marked), tables=tuple(tables), title=title)


def _grids(text: str, lines: Sequence[Line]) -> Iterator[Grid]:
    """Yield the flattened tables in order; none shares a line with another."""
    number = free = 0
    while number < len(lines):
        line = lines[number]
        grid = None if line.blank else _grid_at(text, lines, number)
        if grid is None or grid.first_line < free:
            number += 1
            continue
        yield grid
        number = free = grid.last_line


def _grid_at(text: str, lines: Sequence[Line], number: int) -> Grid | None:
    line = lines[number]
    if is_pipe(line):
        return piped_cells(text, lines, number)
    if "|" in line.text:
        return piped_rows(text, lines, number)
    if "\t" in line.text and (grid := tabbed_rows(text, lines, number)):
        return grid
    return (
        spaced_rows(text, lines, number)
        or labelled_rows(text, lines, number)
        or inline_rows(text, lines, number)
        or periodic_cells(lines, number)
    )


def _loose_blocks(text: str, lines: Sequence[Line], width: int | None) -> list[Block]:
    blocks: list[Block] = []
    found = [p for p in paragraphs(lines, width) if not is_pipe(p.lines[0])]
    for number, paragraph in enumerate(found):
        words = text[paragraph.start : paragraph.end]
        glued = GLUED.search(words)
        if glued:
            cut = paragraph.start + glued.start("prompt")
            end = paragraph.start + glued.start() + len(glued.group().split(glued["prompt"])[0].rstrip())
            blocks.append(
                Block(
                    kind=_kind(words, paragraph, found[number + 1 :]),
                    start_char=paragraph.start,
                    end_char=end,
                )
            )
            blocks.append(
                Block(kind=BlockKind.PARAGRAPH, start_char=cut, end_char=paragraph.end, furniture="prompt")
            )
            continue
        kind = _kind(words, paragraph, found[number + 1 :])
        blocks.append(
            Block(
                kind=kind,
                start_char=paragraph.start,
                end_char=paragraph.end,
                level=2 * (kind is BlockKind.HEADING),
            )
        )
    return blocks


def _kind(words: str, paragraph: Paragraph, behind: Sequence[Paragraph]) -> BlockKind:
    if paragraph.is_item:
        return BlockKind.ITEM
    if words[0] in "“\"‘'" and len(words) > 60:
        return BlockKind.QUOTE
    short = len(words) <= _LONGEST_HEADING and not words[0].islower() and re.search(r"[A-Za-z]{2}", words)
    if short and not ends_sentence(words) and words[-1] not in ",-–" and behind:
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _beside(text: str, start: int, end: int) -> list[Block]:
    """Return a paragraph for what stands on a table's line beside the table, if it says anything."""
    words = text[start:end]
    if not re.search(r"\w", words):
        return []
    left = start + len(words) - len(words.lstrip())
    return [Block(kind=BlockKind.PARAGRAPH, start_char=left, end_char=start + len(words.rstrip()))]


def _caption(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the line above a table when it speaks of it: a heading, or a sentence that ends with a colon."""
    if not blocks or blocks[-1].kind is BlockKind.CELL:
        return None
    words = " ".join(text[blocks[-1].start_char : blocks[-1].end_char].split())
    if len(words) <= _LONGEST_CAPTION and (words.endswith(":") or blocks[-1].kind is BlockKind.HEADING):
        return words
    return None


def _cell_blocks(text: str, table: Table) -> list[Block]:
    """Return one block a cell, or several where the cell holds a list; all are cells by kind."""
    blocks: list[Block] = []
    for cell in table.cells:
        blocks += _parts(text, cell)
    return blocks


def _parts(text: str, cell: Cell) -> Iterator[Block]:
    start: int | None = None
    end = cell.start_char
    for line in split_lines(text, cell.start_char, cell.end_char):
        mark = item_mark(line.text)
        if mark and start is not None:
            yield Block(kind=BlockKind.CELL, start_char=start, end_char=end)
            start = None
        if not line.blank:
            start = line.start + mark if start is None else start
            end = line.end
    if start is not None:
        yield Block(kind=BlockKind.CELL, start_char=start, end_char=end)


def parse_text(capture: Capture, body: bytes) -> tuple[Document, list[Issue]]:
    """Return the document of a plain-text body. ``Document.text`` is the decoded body, character for character.

    Raises:
        ParseError: the bytes are text in no known encoding.
    """
    text, issues = decode(capture, body, markup=False)
    found = layout(text)
    title = found.title
    article = [text[b.start_char : b.end_char] for b in found.blocks if b.furniture is None]
    document = Document(
        document_id=document_id_of(capture.source_id, capture.url),
        capture_id=capture.capture_id,
        source_id=capture.source_id,
        url=capture.url,
        text=text,
        blocks=found.blocks,
        tables=found.tables,
        parser=PARSER,
        title=headline_of(text[title.start_char : title.end_char]) if title else None,
        published_on=dateline(article),
        publisher=stated_publisher([text[b.start_char : b.end_char] for b in found.blocks]),
    )
    return document, issues
