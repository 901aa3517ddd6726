"""What holds for every page and every text: spans are the words that a reader sees, plain text stays as it is."""

from __future__ import annotations

from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.model import Document
from extractors.segments import segment
from extractors.text import View
from tests.parse.helpers import page, read, rows

WORD = st.sampled_from(
    [
        "Kent",
        "£1.2",
        "million",
        "&",
        "<b>",
        "grants",
        "Dyfed-Powys",
        "‘Drive’",
        "£5,000",
        "fund.",
        "(1)",
        "a\u00a0b",
    ]
)
WORDS = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
# The first page pays for the imports of the parsers.
UNTIMED = settings(deadline=None)
INLINE = st.sampled_from(["", "b", "i", "span", "a", "strong", "em"])


def marked_up(words: str, tags: list[str]) -> str:
    """Return words with inline tags around each character run, and white space as authors write it."""
    pieces = []
    for number, piece in enumerate(words.split(" ")):
        tag = tags[number % len(tags)] if tags else ""
        half = len(piece) // 2
        inner = escape(piece[:half]) + (
            f"<{tag}>{escape(piece[half:])}</{tag}>" if tag else escape(piece[half:])
        )
        pieces.append(inner.replace("\u00a0", "&nbsp;"))
    return "\n  ".join(pieces)


def shown(words: str) -> str:
    return " ".join(words.split(" "))


def holds(document: Document) -> None:
    """Assert the invariants that every reader of a document counts on."""
    previous = 0
    for block in document.blocks:
        words = document.text[block.start_char : block.end_char]
        assert words == words.strip(" \t\n")
        assert words
        assert previous <= block.start_char
        previous = block.end_char
    for table in document.tables:
        for cell in table.cells:
            assert table.start_char <= cell.start_char <= cell.end_char <= table.end_char or (
                cell.start_char == cell.end_char
            )
    for piece in segment(document):
        words = document.text[piece.start_char : piece.end_char]
        assert View.of(words, 0, len(words)).text == piece.text


@UNTIMED
@given(st.lists(st.tuples(WORDS, st.lists(INLINE, min_size=1, max_size=3)), min_size=1, max_size=6))
def test_blocks_of_a_page_are_what_a_reader_sees(paragraphs: list[tuple[str, list[str]]]) -> None:
    document = page("".join(f"<div><p>{marked_up(words, tags)}</p></div>" for words, tags in paragraphs))
    seen = [document.text[b.start_char : b.end_char] for b in document.blocks]
    assert seen == [shown(words) for words, _ in paragraphs]
    holds(document)


@UNTIMED
@given(
    st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=2, max_size=6),
    st.lists(INLINE, min_size=1, max_size=3),
)
def test_cells_of_a_page_are_what_a_reader_sees(grid: list[list[str]], tags: list[str]) -> None:
    body = "".join("<tr>" + "".join(f"<td>{marked_up(w, tags)}</td>" for w in row) + "</tr>" for row in grid)
    document = page(f"<p>The grants of the county are these:</p><table>{body}</table>")
    assert rows(document) == [[shown(words) for words in row] for row in grid]
    holds(document)


@UNTIMED
@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))
        | st.sampled_from("\n\r\t |£•-1.,"),
        min_size=1,
    )
)
def test_plain_text_is_unchanged(text: str) -> None:
    if not text.strip(" \t\r\n\x0b\x0c\x00\ufeff") or text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[", "<"):
        return
    document = read(text)
    assert document.text == text
    holds(document)


@UNTIMED
@given(
    st.lists(WORDS, min_size=1, max_size=8),
    st.sampled_from(["\n", "\n\n", "\r\n", " | ", "\n|\n", "\t", "\n• "]),
)
def test_every_word_of_a_text_stands_in_a_block(parts: list[str], gap: str) -> None:
    text = "Start of it" + gap + gap.join(words.replace("(1)", "one") for words in parts)
    document = read(text)
    holds(document)
    covered = "".join(document.text[b.start_char : b.end_char] for b in document.blocks)
    assert sorted(c for c in covered if c.isalnum() or c == "£") == sorted(
        c for c in text if c.isalnum() or c == "£"
    )


@UNTIMED
@given(
    st.recursive(
        WORDS.map(escape),
        lambda inner: st.tuples(
            st.sampled_from(
                [
                    "div",
                    "b",
                    "ul",
                    "li",
                    "table",
                    "td",
                    "tr",
                    "p",
                    "span",
                    "blockquote",
                    "section",
                    "pre",
                    "th",
                ]
            ),
            st.lists(inner, max_size=4),
        ).map(lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>"),
        max_leaves=12,
    )
)
def test_any_nesting_keeps_the_invariants(markup: str) -> None:
    document = page(f"<p>Kent</p>{markup}")
    holds(document)
    assert document.text.startswith("Kent")
