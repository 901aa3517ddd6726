"""The whole way of one document: capture and bytes in, :class:`~extractors.model.Extraction` out. Pure.

The rules are components of one ``spacy.blank("en")`` pipeline, registered as factories:
``fundtrail_money``, ``fundtrail_pcc``, ``fundtrail_programmes`` and ``fundtrail_relate``. Each reads and fills the
document's :class:`Analysis`, kept under ``doc._.analysis``, and leaves its findings as span groups for spaCy's own
tools (``doc.spans["money"]`` and so on; a span is widened to the tokens around it, the records keep exact offsets).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extractors import versions
from extractors.model import (
    AwardClaim,
    Block,
    BlockKind,
    Capture,
    CountMention,
    Document,
    Extraction,
    Issue,
    Mention,
    MoneyMention,
    PccMention,
    ProgrammeMention,
)
from extractors.money import find_money
from extractors.nlp import blank
from extractors.pcc import find_pcc
from extractors.programmes import find_programmes
from extractors.relate import relate
from extractors.segments import Segment, segment
from extractors.sources import reading
from extractors.tables import TableReading, read_table

COMPONENTS = ("fundtrail_money", "fundtrail_pcc", "fundtrail_programmes", "fundtrail_relate")


@dataclass
class Analysis:
    """What is known of one document so far; each component adds its part."""

    document: Document
    segments: tuple[Segment, ...]
    readings: tuple[TableReading, ...]
    money: tuple[MoneyMention, ...] = ()
    pcc: tuple[PccMention, ...] = ()
    programmes: tuple[ProgrammeMention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    claims: tuple[AwardClaim, ...] = ()
    issues: list[Issue] = field(default_factory=list)


def _mark(doc: Doc, group: str, mentions: Iterable[Mention]) -> None:
    spans = (
        doc.char_span(m.start_char, m.end_char, label=group.upper(), alignment_mode="expand")
        for m in mentions
    )
    doc.spans[group] = [span for span in spans if span is not None]


@Language.component("fundtrail_money")
def _money(doc: Doc) -> Doc:
    analysis: Analysis = doc._.analysis
    found, issues = find_money(analysis.document, analysis.segments, analysis.readings)
    analysis.money = tuple(found)
    analysis.issues += issues
    _mark(doc, "money", found)
    return doc


@Language.component("fundtrail_pcc")
def _pcc(doc: Doc) -> Doc:
    analysis: Analysis = doc._.analysis
    found, issues = find_pcc(analysis.document, analysis.segments)
    analysis.pcc = tuple(found)
    analysis.issues += issues
    _mark(doc, "pcc", found)
    return doc


@Language.component("fundtrail_programmes")
def _programmes(doc: Doc) -> Doc:
    analysis: Analysis = doc._.analysis
    found, issues = find_programmes(analysis.document, analysis.segments)
    analysis.programmes = tuple(found)
    analysis.issues += issues
    _mark(doc, "programme", found)
    return doc


@Language.component("fundtrail_relate")
def _relate(doc: Doc) -> Doc:
    """Needs the other three before it: it gives each amount its role and makes the award claims."""
    analysis: Analysis = doc._.analysis
    related = relate(
        analysis.document,
        analysis.segments,
        analysis.money,
        analysis.pcc,
        analysis.programmes,
        analysis.readings,
    )
    analysis.money, analysis.claims, analysis.counts = related.money, related.claims, related.counts
    analysis.issues += related.issues
    return doc


@cache
def pipeline() -> Language:
    """Return the process' pipeline with all components."""
    if not Doc.has_extension("analysis"):
        Doc.set_extension("analysis", default=None)
    nlp = blank()
    for name in COMPONENTS:
        nlp.add_pipe(name)
    # Rules build their matchers at first use. Strings first seen inside a memory zone are forgotten at its
    # end, so the first use must lie outside of one.
    text = "Kent Police and Crime Commissioner gave £1 million from the Safer Streets Fund to Kent."
    block = Block(kind=BlockKind.PARAGRAPH, start_char=0, end_char=len(text))
    _run(
        nlp,
        Document(
            document_id="", capture_id="", source_id="", url="", text=text, blocks=(block,), parser="warm-up"
        ),
    )
    return nlp


def _run(nlp: Language, document: Document) -> Analysis:
    doc = nlp.make_doc(document.text)
    doc._.analysis = Analysis(
        document, segment(document), tuple(read_table(table, document) for table in document.tables)
    )
    analysis: Analysis = nlp(doc)._.analysis
    return analysis


def analyse(document: Document) -> Analysis:
    """Return everything that the rules find in a document."""
    nlp = pipeline()
    with nlp.memory_zone():
        return _run(nlp, document)


def extract(capture: Capture, body: bytes) -> Extraction:
    """Return what one capture yields.

    Raises:
        extractors.parse.ParseError: the body is no document that can be read.
    """
    document, issues = reading.read(capture, body)
    analysis = analyse(document)
    return Extraction(
        document=document,
        capture=capture,
        extraction_key=versions.extraction_key(),
        money=analysis.money,
        pcc=analysis.pcc,
        programmes=analysis.programmes,
        counts=analysis.counts,
        claims=analysis.claims,
        issues=(*issues, *analysis.issues),
    )
