"""The structure of text without mark-up: paragraphs, items, headings, flattened tables, furniture, the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.model import Block, BlockKind, Cell, Table
from extractors.parse.flat_bare import bare_rows
from extractors.parse.flat_columns import labelled_rows, spaced_rows, tabbed_rows
from extractors.parse.flat_inline import inline_rows
from extractors.parse.flat_merged import merged_cells
from extractors.parse.flat_periodic import periodic_cells
from extractors.parse.flat_pipes import is_pipe, pipe_lines, piped_cells, piped_rows
from extractors.parse.furniture import mark_furniture
from extractors.parse.furniture_words import GLUED
from extractors.parse.grid import Grid
from extractors.parse.headline import find_title
from extractors.parse.lines import Line, ends_sentence, item_mark, split_lines
from extractors.parse.paragraphs import Paragraph, paragraphs, wrap_width

_LONGEST_HEADING = 120
_LONGEST_CAPTION = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Blocks in order, tables, and the headline's block."""

    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    title: Block | None


def layout(text: str) -> Layout:
    """Return the structure of a plain text with its furniture marked."""
    lines = split_lines(text)
    reader = LayoutReader(text, width=wrap_width(lines))
    reader.lines(lines, whole=True)
    return reader.finish()


class LayoutReader:
    """Reads a text stretch by stretch, in order. ``width`` is where it is wrapped, None where lines stand alone."""

    def __init__(self, text: str, *, width: int | None) -> None:
        self._text = text
        self._width = width
        self._blocks: list[Block] = []
        self._tables: list[Table] = []

    def lines(self, lines: Sequence[Line], *, whole: bool = False, page: int | None = None) -> None:
        """Take in lines of running text, with the flattened tables among them.

        With ``whole`` they are the whole text, and its width is measured again without those tables.
        """
        grids = list(_grids(self._text, lines))
        if whole:
            in_table = {number for grid in grids for number in range(grid.first_line, grid.last_line)}
            self._width = wrap_width([line for number, line in enumerate(lines) if number not in in_table])
        number = 0
        for grid in grids:
            self._blocks += _loose_blocks(self._text, lines[number : grid.first_line], self._width)
            covered = lines[grid.first_line : grid.last_line]
            self.grid(grid, page=page, span=(covered[0].start, covered[-1].end))
            number = grid.last_line
        self._blocks += _loose_blocks(self._text, lines[number:], self._width)

    def grid(self, grid: Grid, *, page: int | None = None, span: tuple[int, int] | None = None) -> None:
        """Take in a table; ``span`` holds it and what stands beside it on its lines."""
        table = grid.table(table_no=len(self._tables), caption=_caption(self._text, self._blocks))
        start, end = span or (table.start_char, table.end_char)
        self._blocks += _beside(self._text, start, table.start_char)
        self._blocks += [part for cell in table.cells for part in _parts(self._text, cell)]
        self._blocks += _beside(self._text, table.end_char, end)
        self._tables.append(replace(table, page=page))

    def go_on(self, grid: Grid) -> None:
        """Take in more rows of the last table, as when it goes on over the page."""
        last = self._tables[-1]
        more = grid.table(table_no=last.table_no)
        below = last.row_count
        cells = tuple(replace(cell, row=cell.row + below) for cell in more.cells)
        self._blocks += [part for cell in more.cells for part in _parts(self._text, cell)]
        self._tables[-1] = replace(last, cells=last.cells + cells, end_char=more.end_char)

    def furniture(self, line: Line, label: str) -> None:
        """Take in a line that is known to be no part of the article."""
        self._blocks.append(
            Block(kind=BlockKind.PARAGRAPH, start_char=line.start, end_char=line.end, furniture=label)
        )

    @property
    def last_table(self) -> Table | None:
        """The table that was read last, where nothing of the article came after it."""
        article = [block for block in self._blocks if block.furniture is None]
        if not self._tables or not article or article[-1].kind is not BlockKind.CELL:
            return None
        return self._tables[-1]

    def finish(self) -> Layout:
        """Return the structure of what was read, with the headline found and the furniture marked."""
        title = find_title(self._text, self._blocks)
        marked = mark_furniture(self._text, self._blocks, title=title)
        if title is not None:
            head = replace(title, kind=BlockKind.HEADING, level=1)
            marked[marked.index(title)] = head
            title = head
        return Layout(blocks=tuple(marked), tables=tuple(self._tables), title=title)


def _grids(text: str, lines: Sequence[Line]) -> Iterator[Grid]:
    """Yield the flattened tables in order; none shares a line with another."""
    number = free = no_pipes = 0
    while number < len(lines):
        line = lines[number]
        grid = None
        if is_pipe(line) and number >= no_pipes:
            grid = piped_cells(text, lines, number)
            no_pipes = pipe_lines(lines, number)[-1] + 1 if grid is None else no_pipes
        elif not line.blank:
            grid = _grid_at(text, lines, number)
        if grid is None or grid.first_line < free:
            number += 1
            continue
        yield grid
        number = free = grid.last_line


def _grid_at(text: str, lines: Sequence[Line], number: int) -> Grid | None:
    line = lines[number]
    if is_pipe(line):
        return None
    if "|" in line.text:
        return piped_rows(text, lines, number)
    if "\t" in line.text and (grid := tabbed_rows(text, lines, number)):
        return grid
    return (
        spaced_rows(text, lines, number)
        or labelled_rows(text, lines, number)
        or inline_rows(text, lines, number)
        or bare_rows(lines, number)
        or merged_cells(lines, number)
        or periodic_cells(lines, number)
    )


def _loose_blocks(text: str, lines: Sequence[Line], width: int | None) -> list[Block]:
    blocks: list[Block] = []
    found = paragraphs([_unpiped(line) for line in lines], width)
    for number, paragraph in enumerate(found):
        words = text[paragraph.start : paragraph.end]
        glued = GLUED.search(words)
        if glued:
            cut = paragraph.start + glued.start("prompt")
            end = paragraph.start + glued.start() + len(glued.group().split(glued["prompt"])[0].rstrip())
            blocks.append(
                Block(
                    kind=_kind(words, paragraph, number + 1 < len(found)),
                    start_char=paragraph.start,
                    end_char=end,
                )
            )
            blocks.append(
                Block(kind=BlockKind.PARAGRAPH, start_char=cut, end_char=paragraph.end, furniture="prompt")
            )
            continue
        kind = _kind(words, paragraph, number + 1 < len(found))
        blocks.append(
            Block(
                kind=kind,
                start_char=paragraph.start,
                end_char=paragraph.end,
                level=2 * (kind is BlockKind.HEADING),
            )
        )
    return blocks


def _unpiped(line: Line) -> Line:
    """Return a line, or a blank one in place of a separator that belongs to no table."""
    return Line(line.start, line.start, "", line.indent) if is_pipe(line) else line


def _kind(words: str, paragraph: Paragraph, has_more: bool) -> BlockKind:
    if paragraph.is_item:
        return BlockKind.ITEM
    if words[0] in "“\"‘'" and len(words) > 60:
        return BlockKind.QUOTE
    short = len(words) <= _LONGEST_HEADING and not words[0].islower() and re.search(r"[A-Za-z]{2}", words)
    if short and not ends_sentence(words) and words[-1] not in ",-–" and has_more:
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
