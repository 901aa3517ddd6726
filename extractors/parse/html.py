"""HTML pages: the article sliced out where its place is clear, walked once, and told from the page around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from lxml import etree

from extractors.model import Block, BlockKind, Capture, Document, Issue, Table, document_id_of
from extractors.parse.changes import changes_of_page
from extractors.parse.dates import dateline
from extractors.parse.decode import decode
from extractors.parse.errors import ParseError, parse_issue
from extractors.parse.furniture import mark_furniture
from extractors.parse.headline import find_title
from extractors.parse.html_head import Head, absolute, read_head, read_stamp
from extractors.parse.html_walk import Run, Walked, walk
from extractors.parse.lines import split_lines
from extractors.parse.paragraphs import paragraphs
from extractors.parse.publisher import stated_publisher
from extractors.parse.soup import soup_of

PARSER = "html.v1"
#: A page longer than this is no article; reading it would cost gigabytes.
LARGEST_PAGE = 30_000_000
_MAIN = re.compile(r"<(/?)main\b[^>]*>", re.IGNORECASE)
_ARTICLE = re.compile(r"<(/?)article\b[^>]*>", re.IGNORECASE)
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:body|html)\b", re.IGNORECASE)
_H1 = re.compile(r"<h1\b", re.IGNORECASE)
_MONEY = re.compile(r"[£€]\s?\d")
_WITHDRAWN = re.compile(
    r"\b(?:publication|page|guidance|news (?:story|article)|press release|consultation) was withdrawn on\b"
)
_LEAST_SLICE = 400


def parse_html(capture: Capture, body: bytes) -> tuple[Document, list[Issue]]:
    """Return the document of an HTML page.

    Raises:
        ParseError: ``page-too-large``, ``undecodable``, ``unreadable-html``, or ``no-text`` for a page without words.
    """
    if len(body) > LARGEST_PAGE:
        raise ParseError("page-too-large", f"{len(body)} bytes, more than {LARGEST_PAGE}")
    markup, issues = decode(capture, body, markup=True)
    changes, odd = changes_of_page(capture, markup)
    issues += odd
    if _is_cut_off(markup):
        issues.append(parse_issue(capture, "cut-off-page", "the mark-up ends before the page does"))
    head = replace(read_head(markup, url=capture.final_url), changes=changes)
    return document_of(capture, markup, head, parser=PARSER, issues=issues)


def document_of(
    capture: Capture, markup: str, head: Head, *, parser: str, issues: list[Issue]
) -> tuple[Document, list[Issue]]:
    """Return the document of a page's mark-up and what is known of it from elsewhere (its head, an API's fields)."""
    part, in_article = _slice(markup)
    walked = walk(_tree(part), in_article=in_article)
    if not walked.runs and in_article:
        walked = walk(_tree(markup), in_article=False)
    if not walked.runs:
        raise ParseError("no-text", "the page shows no words")
    blocks, title = _structure(walked, head)
    if all(block.furniture for block in blocks):
        issues.append(parse_issue(capture, "no-article", "everything on the page looks like furniture"))
    words = [walked.text[b.start_char : b.end_char] for b in blocks]
    article = [said for said, block in zip(words, blocks, strict=True) if block.furniture is None]
    links = dict(head.links)
    if walked.original and (original := absolute(capture.final_url, walked.original)):
        links.setdefault("original", original)
    stamps = (found for value in walked.times if (found := read_stamp(value)))
    document = Document(
        document_id=document_id_of(capture.source_id, capture.url),
        capture_id=capture.capture_id,
        source_id=capture.source_id,
        url=capture.url,
        text=walked.text,
        blocks=tuple(blocks),
        tables=tuple(_captioned(table, walked.text, blocks) for table in walked.tables),
        parser=parser,
        title=_title(walked.text, title, head),
        published_on=head.published_on or next(stamps, None) or dateline(article),
        publisher=head.publisher or stated_publisher(words),
        language=head.language,
        links=MappingProxyType(links),
        withdrawn=any(_WITHDRAWN.search(said) for said in article[:12]),
        updated_at=head.updated_at,
        changes=head.changes,
    )
    return document, issues


def _is_cut_off(markup: str) -> bool:
    """Return whether a page opens a body and closes neither that nor itself: it came in part."""
    return _BODY.search(markup) is not None and _CLOSED.search(markup) is None


def _slice(markup: str) -> tuple[str, bool]:
    """Return the one ``main`` or ``article`` element of a page where it clearly holds the content, else the page."""
    for pattern in (_MAIN, _ARTICLE):
        marks = list(pattern.finditer(markup))
        if len(marks) == 2 and not marks[0].group(1) and marks[1].group(1):
            part = markup[marks[0].start() : marks[1].end()]
            if len(part) >= _LEAST_SLICE and (_H1.search(part) or not _H1.search(markup)):
                return part, True
    return markup, False


def _tree(markup: str) -> etree._Element:
    """Return the element tree of a page; what lxml refuses goes through BeautifulSoup's own parser first."""
    root = _parse(markup)
    if root is None:
        root = _parse(str(soup_of(markup, parser="html.parser")))
    if root is None:
        raise ParseError("unreadable-html", "no parser can make a page of it")
    return root


def _parse(markup: str) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    clean = markup.replace("\x00", "\ufffd").encode("utf-8", "replace")
    try:
        root: etree._Element | None = etree.fromstring(clean, parser)
    except etree.XMLSyntaxError:
        root = None
    if any("depth" in str(entry.message).lower() for entry in parser.error_log):
        raise ParseError("nested-too-deep", "elements are nested deeper than a page can be")
    return root


def _structure(walked: Walked, head: Head) -> tuple[list[Block], Block | None]:
    """Return the blocks with their furniture and the headline's block."""
    text = walked.text
    runs = _mark_link_lists(text, walked.runs)
    first = _headline(text, walked, head)
    blocks: list[Block] = []
    title: Block | None = None
    for number, run in enumerate(runs):
        parts = _split(text, run.block)
        if number == first:
            title = parts[0]
        blocks += parts
    if title is None:
        title = _stated(text, blocks, head)
    if title is None and not (head.headline or head.title):
        title = find_title(text, blocks)
    marked = mark_furniture(text, blocks, title=title)
    return marked, title


def _stated(text: str, blocks: Sequence[Block], head: Head) -> Block | None:
    """Return the first block that says what the head says the title is."""
    stated = {words.lower() for words in (head.headline, head.title) if words}
    return next(
        (b for b in blocks if " ".join(text[b.start_char : b.end_char].split()).lower() in stated), None
    )


def _headline(text: str, walked: Walked, head: Head) -> int | None:
    """Return the run that is the headline: the ``h1``; of several the one that the head repeats."""
    if not walked.headlines:
        return None
    stated = " ".join(filter(None, (head.headline, head.title))).lower()

    def words(number: int) -> str:
        block = walked.runs[number].block
        return " ".join(text[block.start_char : block.end_char].split()).lower()

    return next((number for number in walked.headlines if words(number) in stated), walked.headlines[0])


def _title(text: str, title: Block | None, head: Head) -> str | None:
    if title is not None:
        return " ".join(text[title.start_char : title.end_char].split())
    return head.headline or head.title


def _mark_link_lists(text: str, runs: Sequence[Run]) -> list[Run]:
    """Return the runs with lists of links marked: three or more neighbours that are links and nothing else."""
    marked = list(runs)
    start = 0
    for number in range(len(runs) + 1):
        if number < len(runs) and _is_link(text, runs[number]):
            continue
        if number - start >= 3:
            for at in range(start, number):
                marked[at] = replace(runs[at], block=replace(runs[at].block, furniture="navigation"))
        start = number + 1
    return marked


def _is_link(text: str, run: Run) -> bool:
    block = run.block
    words = text[block.start_char : block.end_char]
    return (
        block.furniture is None
        and block.kind in (BlockKind.ITEM, BlockKind.PARAGRAPH)
        and run.linked >= len(words) * 0.9
        and not _MONEY.search(words)
    )


def _split(text: str, block: Block) -> list[Block]:
    """Return the paragraphs of a block that has line breaks in it."""
    if "\n" not in text[block.start_char : block.end_char] or block.kind is BlockKind.HEADING:
        return [block]
    found = paragraphs(split_lines(text, block.start_char, block.end_char), None)
    return [
        replace(
            block,
            start_char=part.start,
            end_char=part.end,
            kind=BlockKind.ITEM if part.is_item and block.kind is BlockKind.PARAGRAPH else block.kind,
        )
        for part in found
    ] or [block]


def _captioned(table: Table, text: str, blocks: Sequence[Block]) -> Table:
    """Return a table with the line above it as its caption where that speaks of it."""
    place = bisect_right(blocks, table.start_char, key=lambda block: block.end_char)
    above = blocks[place - 1] if place else None
    if table.caption or above is None or above.kind is BlockKind.CELL:
        return table
    words = " ".join(text[above.start_char : above.end_char].split())
    if len(words) <= 250 and (words.endswith(":") or above.kind is BlockKind.HEADING):
        return replace(table, caption=words)
    return table
