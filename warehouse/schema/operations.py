"""Tables about the making of the others."""

from __future__ import annotations

from warehouse.schema.columns import TEXT, TIME, WHOLE, Column, Table

RUN = Table(
    "run",
    "Runs of the pipeline.",
    (
        Column("run_id", TEXT, "Run.", key=True),
        Column("started_at", TIME, "Begin, UTC."),
        Column("finished_at", TIME, "End, UTC; null while it runs or when it was killed.", nullable=True),
        Column("counts", TEXT, "What it did, as JSON: name to number."),
        Column("outcome", TEXT, "How it ended, in the run's own word."),
    ),
)

ISSUE = Table(
    "issue",
    "What a person may have to look at.",
    (
        Column("issue_id", TEXT, "Hash of what the issue says and about what.", key=True),
        Column("run_id", TEXT, "Run that met it first.", nullable=True),
        Column("code", TEXT, "Kind of issue, a documented word."),
        Column("severity", TEXT, "info, warning or error."),
        Column("source_id", TEXT, "Source.", nullable=True),
        Column("url", TEXT, "Address.", nullable=True),
        Column("document_id", TEXT, "Document.", nullable=True),
        Column("stage", TEXT, "discover, capture, parse, annotate, relate, stage or build."),
        Column("message", TEXT, "What is the matter."),
        Column("fragment", TEXT, "Shortest piece of input that shows it.", nullable=True),
    ),
    staged=True,
)

CORRECTION = Table(
    "correction",
    "Human decisions that were read at the build, and what became of each.",
    (
        Column("correction_no", WHOLE, "Place in the files, from 1.", key=True),
        Column("url", TEXT, "Document that it is about; of a decision the first of the two."),
        Column("quote", TEXT, "Words that it is about; null for the document itself.", nullable=True),
        Column("occurrence", WHOLE, "Which of the quote's occurrences, from 1."),
        Column("field", TEXT,
               "Column that it changes; announcement_id or award_id for a decision on what belongs together."),
        Column("old", TEXT, "Value that it expects to find.", nullable=True),
        Column("new", TEXT, "Value that it sets; together or apart for a decision.", nullable=True),
        Column("other_url", TEXT, "The second document of a decision.", nullable=True),
        Column("other_quote", TEXT, "Words of the second claim of a decision on awards.", nullable=True),
        Column("who", TEXT, "Who decided."),
        Column("decided_on", TEXT, "When."),
        Column("why", TEXT, "Why."),
        Column("outcome", TEXT, "applied or stale."),
    ),
)  # fmt: skip

BUILD_INFO = Table(
    "build_info",
    "How this file was made.",
    (
        Column("name", TEXT, "What.", key=True),
        Column("value", TEXT, "Its value."),
    ),
)

CHECK_RESULT = Table(
    "check_result",
    "Outcome of each named check on this file.",
    (
        Column("name", TEXT, "Check.", key=True),
        Column("kind", TEXT, "gate (nothing is published when it fails) or warning."),
        Column("question", TEXT, "What it looks for."),
        Column("offending", WHOLE, "Number of offending rows."),
        Column("examples", TEXT, "The first of them, as JSON."),
    ),
)

TABLES = (RUN, ISSUE, CORRECTION, BUILD_INFO, CHECK_RESULT)
