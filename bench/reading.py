"""Reading pages and PDFs, against the tools that do less of it."""

from __future__ import annotations

import io
from collections.abc import Iterator

import lxml.html
import pdfplumber
import pypdfium2
from bs4 import BeautifulSoup

from bench.pages import SAMPLES, SIZES, capture_of, enlarged, html_samples
from bench.timing import Ratio, compare
from extractors.parse import parse

_PDF = SAMPLES / "awards-table-perpetrator-fund-2021.pdf"


def html(rounds: int) -> Iterator[Ratio]:
    """Yield parsing against a bare lxml tree, and against BeautifulSoup's tree and text."""
    bodies = [enlarged(page, size) for page in html_samples() for size in SIZES]
    captures = [capture_of("page.html", body, "text/html") for body in bodies]
    over = f"{len(bodies)} pages of {min(SIZES) // 1000} to {max(SIZES) // 1000} KB"

    def own() -> None:
        for capture, body in zip(captures, bodies, strict=True):
            parse(capture, body)

    def tree() -> None:
        for body in bodies:
            lxml.html.document_fromstring(body)

    def soup() -> None:
        for body in bodies:
            BeautifulSoup(body, "lxml").get_text()

    subject = "parse HTML: text, blocks, tables, offsets"
    yield compare(own, tree, names=(subject, "lxml tree alone"), over=over, rounds=rounds)
    yield compare(own, soup, names=(subject, "BeautifulSoup(lxml).get_text()"), over=over, rounds=rounds)


def pdf(rounds: int) -> Iterator[Ratio]:
    """Yield parsing a PDF of tables against pdfium's bare text, and against pdfplumber on all its pages."""
    body = _PDF.read_bytes()
    capture = capture_of(_PDF.name, body, "application/pdf")

    def own() -> None:
        parse(capture, body)

    def bare() -> None:
        document = pypdfium2.PdfDocument(body)
        for page in document:
            page.get_textpage().get_text_bounded()
        document.close()

    def plumber() -> None:
        with pdfplumber.open(io.BytesIO(body)) as document:
            for page in document.pages:
                page.extract_text()
                page.extract_tables()

    subject = "parse PDF: text and tables"
    over = "the bundled PDF, tables on both pages"
    yield compare(own, bare, names=(subject, "pypdfium2 text alone"), over=over, rounds=rounds, repeat=10)
    yield compare(own, plumber, names=(subject, "pdfplumber text and tables"), over=over, rounds=rounds)
