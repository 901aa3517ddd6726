"""Tables of what was fetched and read."""

from __future__ import annotations

from warehouse.schema.columns import BIGS, DAY, TEXT, TIME, WHOLE, YES_NO, Column, Table

_DOCUMENT = "document.document_id"

SOURCE = Table(
    "source",
    "Who publishes: one row for each place that documents come from.",
    (
        Column("source_id", TEXT, "Short name of the source.", key=True),
        Column("name", TEXT, "Name of the source for people."),
        Column("publisher", TEXT, "Organisation that publishes."),
        Column("kind", TEXT, "What it is: feed, api, sitemap, listing, folder, archive or url."),
        Column("homepage", TEXT, "Where a person finds it.", nullable=True),
        Column("licence", TEXT, "Licence of the texts; null where none is known.", nullable=True),
        Column(
            "publisher_rank",
            WHOLE,
            "Whose word counts first: 1 the funder itself, 2 the recipient, 3 a body that speaks for them, 5 the press,"
            " 9 unknown.",
        ),
    ),
)

DOCUMENT = Table(
    "document",
    "One row for each page or file, whatever the number of times it was captured. Facts come from one capture of it.",
    (
        Column("document_id", TEXT, "Hash of source and canonical URL.", key=True),
        Column("source_id", TEXT, "Source.", of="source.source_id"),
        Column("url", TEXT, "Address that it was read from."),
        Column("canonical_url", TEXT, "Address that the page calls its own.", nullable=True),
        Column("original_url", TEXT, "Address of the original that the page says it copies.", nullable=True),
        Column("title", TEXT, "Headline.", nullable=True),
        Column("publisher", TEXT, "Publisher that the page names.", nullable=True),
        Column("published_on", DAY, "Day of publication; never the day of the fetch.", nullable=True),
        Column("first_captured_at", TIME, "First time that it was captured, UTC.", built=True),
        Column("last_captured_at", TIME, "Last time that it was captured, UTC.", built=True),
        Column("capture_id", TEXT, "sha256 of the bytes that the facts come from."),
        Column("text", TEXT, "Canonical text. Every offset counts its characters (Unicode code points) from 0."),
        Column("language", TEXT, "Language, ISO 639-1."),
        Column("announcement_id", TEXT, "Announcement that it reports; null when it tells of no funding.",
               nullable=True, built=True, of="announcement.announcement_id"),
        Column("extraction_key", TEXT, "Key of the rules and registries that made its facts."),
        Column("parser", TEXT, "Parser that read it, with its version."),
        Column("site_area_id", TEXT, "Police area whose commissioner publishes the site.", nullable=True),
        Column("updated_at", TIME, "When the publisher says that it was last changed, UTC.", nullable=True),
        Column("withdrawn", YES_NO, "The publisher has withdrawn it, or its address answers 404 or 410."),
        Column("versions", WHOLE, "Number of different texts that it has had.", built=True),
        Column("sketch", BIGS, "Sampled hashes of its runs of words, for finding near copies."),
        Column("value_origin", TEXT, "rule, or correction where a person changed a value.", built=True),
    ),
    staged=True,
)  # fmt: skip

DOCUMENT_VERSION = Table(
    "document_version",
    "Every text that a document has had, with the times between which it was the one seen.",
    (
        Column("document_id", TEXT, "Document.", key=True, of=_DOCUMENT),
        Column("version_no", WHOLE, "1 for the first text.", key=True),
        Column("capture_id", TEXT, "First bytes that had this text."),
        Column("seen_from", TIME, "First capture of this text, UTC."),
        Column(
            "seen_until",
            TIME,
            "First capture of the next text, UTC; null for the present one.",
            nullable=True,
        ),
        Column("title", TEXT, "Headline of this version.", nullable=True),
        Column("published_on", DAY, "Day of publication that this version gives.", nullable=True),
        Column("text", TEXT, "Text of this version."),
        Column("is_current", YES_NO, "The facts come from this version."),
    ),
)

DOCUMENT_CHANGE = Table(
    "document_change",
    "What the publisher itself says of each change of a document, such as the updates at the foot of GOV.UK's pages.",
    (
        Column("document_id", TEXT, "Document.", key=True, of=_DOCUMENT),
        Column("changed_at", TIME, "When, as the publisher says, UTC.", key=True),
        Column("note", TEXT, "What was changed, in the publisher's words.", key=True),
    ),
    staged=True,
)

CAPTURE = Table(
    "capture",
    "One row for each time that a response or file was observed. The same bytes may be observed many times.",
    (
        Column("capture_id", TEXT, "sha256 of the bytes.", key=True),
        Column("document_id", TEXT, "Document that it holds; null until it is read, or when it cannot be.",
               nullable=True, of=_DOCUMENT),
        Column("source_id", TEXT, "Source.", key=True, of="source.source_id"),
        Column("url", TEXT, "Address asked for.", key=True),
        Column("final_url", TEXT, "Address that answered, after redirects."),
        Column("captured_at", TIME, "When, UTC.", key=True),
        Column("http_status", WHOLE, "Status of the answer; null for a file.", nullable=True),
        Column("media_type", TEXT, "Type of the bytes, by looking at them."),
        Column("byte_size", WHOLE, "Number of bytes."),
        Column("raw_path", TEXT, "Where the bytes are kept, below the landing zone."),
        Column("is_current", YES_NO, "The document's facts come from this observation."),
        Column("outcome", TEXT, "read, failed (see issue), waiting, or gone (the server answered 404 or 410)."),
    ),
)  # fmt: skip

BLOCK = Table(
    "block",
    "Headings, paragraphs, items, cells and quotations of each text; furniture of the page is marked.",
    (
        Column("document_id", TEXT, "Document.", key=True, of=_DOCUMENT),
        Column("block_no", WHOLE, "Place in the text, from 0.", key=True),
        Column("kind", TEXT, "heading, paragraph, item, cell or quote."),
        Column("level", WHOLE, "Level of a heading, 1 to 6; else 0."),
        Column("start_char", WHOLE, "First character."),
        Column("end_char", WHOLE, "One after the last character."),
        Column("furniture", TEXT, "Why it is not part of the article; null for the article.", nullable=True),
    ),
    staged=True,
)

TABLE_CELL = Table(
    "table_cell",
    "Cells of the tables in each text.",
    (
        Column("document_id", TEXT, "Document.", key=True, of=_DOCUMENT),
        Column("table_no", WHOLE, "Table within the document.", key=True),
        Column("row_no", WHOLE, "Row, from 0.", key=True),
        Column("col_no", WHOLE, "Column, from 0.", key=True),
        Column("row_span", WHOLE, "Rows that it covers."),
        Column("col_span", WHOLE, "Columns that it covers."),
        Column("is_header", YES_NO, "It is a header."),
        Column("start_char", WHOLE, "First character."),
        Column("end_char", WHOLE, "One after the last character."),
        Column("caption", TEXT, "Caption of the table.", nullable=True),
        Column("page", WHOLE, "Page of a paged document, from 1.", nullable=True),
    ),
    staged=True,
)

TABLES = (SOURCE, DOCUMENT, DOCUMENT_VERSION, DOCUMENT_CHANGE, CAPTURE, BLOCK, TABLE_CELL)
