"""PDF: pages, ruled tables over a page end, running feet, and files that cannot be read."""

from __future__ import annotations

import io
from functools import cache

import pypdf
import pytest
from fpdf import FPDF

from extractors.parse import ParseError
from tests.parse.helpers import article, furniture, header, read, rows


class _Paper(FPDF):
    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 10, f"Office of the Commissioner - page {self.page_no()}")


@cache
def paper(areas: int = 60) -> bytes:
    """Return a PDF with a headline, two wrapped paragraphs and a ruled table that goes on over the page."""
    pdf = _Paper()
    pdf.add_page()
    pdf.set_font("Helvetica", size=16)
    pdf.cell(0, 10, "Awards for lamps in parks", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=11)
    pdf.multi_cell(0, 6, "The commissioner has set money aside for lamps in the parks of the county. " * 4)
    pdf.ln(6)
    with pdf.table(col_widths=(60, 40), repeat_headings=0) as table:
        table.row(("Area", "Award"))
        for number in range(1, areas + 1):
            table.row((f"Park {number}", f"\u00a3{number},000"))
    pdf.ln(6)
    pdf.multi_cell(
        0, 6, "The fund is closed to new bids until the spring of next year, the office said on Monday."
    )
    return bytes(pdf.output())


def test_text_and_pages() -> None:
    document = read(paper(), media_type="application/pdf")
    assert document.parser == "pdf.v1"
    assert document.title == "Awards for lamps in parks"
    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    assert len(document.pages) >= 2
    assert document.page_of(document.text.index("Awards")) == 1
    assert document.page_of(document.text.index("The fund is closed")) == len(document.pages)


def test_a_table_that_goes_on_over_the_page_is_one() -> None:
    document = read(paper(), media_type="application/pdf")
    assert len(document.tables) == 1
    assert document.tables[0].page == 1
    assert header(document) == ["Area", "Award"]
    found = rows(document)
    assert len(found) == 61
    assert found[1] == ["Park 1", "£1,000"]
    assert found[60] == ["Park 60", "£60,000"]


def test_running_feet_are_furniture() -> None:
    document = read(paper(), media_type="application/pdf")
    assert ("footer", "Office of the Commissioner - page 1") in furniture(document)
    assert "Office of the Commissioner - page 2" not in article(document)


def test_lines_are_joined_to_paragraphs() -> None:
    paragraphs = [
        joined for words in article(read(paper())) if "set money aside" in (joined := " ".join(words.split()))
    ]
    assert len(paragraphs) == 1
    assert paragraphs[0].count("set money aside") == 4


def encrypted() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(paper()))
    writer.encrypt("secret")
    return written(writer)


def written(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def blank() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    return written(writer)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (encrypted(), "encrypted-pdf"),
        (paper()[: len(paper()) // 2], "truncated-pdf"),
        (written(pypdf.PdfWriter()), "empty-pdf"),
        (blank(), "no-text"),
        (b"%PDF-1.4\nnothing here\n%%EOF", "damaged-pdf"),
    ],
    ids=["encrypted", "truncated", "no pages", "blank", "damaged"],
)
def test_what_cannot_be_read(body: bytes, code: str) -> None:
    with pytest.raises(ParseError) as caught:
        read(body, media_type="application/pdf")
    assert caught.value.code == code
