"""What holds for every text: spans are slices, do not overlap, stay inside the article, and are found again."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.model import Block, BlockKind, Document
from extractors.nlp import blank
from extractors.pcc import find_pcc
from extractors.pcc.lexicon import can_match, find_names, names
from extractors.segments import segment

PIECES = st.sampled_from(
    [name.phrase for name in names() if name.symbol != "L"]
    + [
        "the",
        "The",
        "for",
        "of",
        "and",
        "&",
        ",",
        ".",
        "’s",
        "'s",
        "PCC",
        "PCCs",
        "Police and Crime Commissioner",
    ]
    + [
        "Deputy",
        "Mr",
        "Dr",
        "said",
        "Council",
        "University",
        "North",
        "(",
        ")",
        "/",
        "-",
        "£1m",
        "Jane",
        "Newname",
    ]
    + ["Mayor", "Met", "commissioner", "police", "\u201c", "\u00a0", "|", "(1)", "OBE", "former"]
)
GAPS = st.sampled_from([" ", " ", " ", "\n", "  ", "", "\u00a0", "\u200b", "\t"])
TEXTS = st.lists(st.tuples(PIECES, GAPS), max_size=14).map(lambda parts: "".join(a + b for a, b in parts))
DAYS = st.one_of(st.none(), st.dates(date(2010, 1, 1), date(2030, 1, 1)))


def _document(text: str, day: date | None, *, furniture: str | None = None) -> Document:
    block = Block(kind=BlockKind.PARAGRAPH, start_char=0, end_char=len(text), furniture=furniture)
    return Document(
        document_id="d",
        capture_id="c",
        source_id="test",
        url="file:///d.txt",
        text=text,
        blocks=(block,),
        parser="test",
        published_on=day,
    )


@settings(max_examples=300, deadline=None)
@given(TEXTS, DAYS)
def test_spans_are_slices_and_never_overlap(text: str, day: date | None) -> None:
    document = _document(text, day)
    mentions, issues = find_pcc(document, segment(document))
    for mention in mentions:
        assert document.text[mention.start_char : mention.end_char] == mention.text
        assert mention.text == mention.text.strip()
        assert mention.cues
        for cue in mention.cues:
            assert cue.start_char is not None
            assert document.text[cue.start_char : cue.end_char] == cue.text
    assert all(first.end_char <= second.start_char for first, second in pairwise(mentions))
    assert all(issue.code == "ambiguous-office" for issue in issues)


@settings(max_examples=50, deadline=None)
@given(TEXTS, DAYS)
def test_the_same_text_gives_the_same_mentions(text: str, day: date | None) -> None:
    document = _document(text, day)
    assert find_pcc(document, segment(document)) == find_pcc(document, segment(document))


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_furniture_yields_nothing(text: str) -> None:
    document = _document(text, None, furniture="related")
    assert find_pcc(document, segment(document)) == ([], [])


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_the_cheap_pass_misses_no_name(text: str) -> None:
    for part in segment(_document(text, None)):
        if any(hit.name.symbol in "AFMNQ" for hit in find_names(part.tokens)):
            assert can_match(part.text)


def test_names_are_known_in_and_after_a_memory_zone() -> None:
    document = _document("Kent PCC Matthew Scott and MOPAC", date(2023, 3, 1))
    with blank().memory_zone():
        inside = find_pcc(document, segment(document))
    assert inside == find_pcc(document, segment(document))
    assert [mention.area_id for mention in inside[0]] == ["kent", "london"]
