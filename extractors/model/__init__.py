"""The records that the four rooms exchange. Everything that crosses a room's border is one of these.

All are frozen, keyword-only dataclasses that keep their own invariants. Spans are half-open
``[start_char, end_char)`` offsets, in Python ``str`` indices, into ``Document.text``. Money is
:class:`decimal.Decimal` in currency units, never a float. Field names are the column names of the
published tables, so that a row and a record read alike.
"""

from __future__ import annotations

from extractors.model.documents import (
    Block,
    Capture,
    Cell,
    Change,
    Document,
    Issue,
    PageSpan,
    Table,
)
from extractors.model.mentions import (
    AwardClaim,
    CountMention,
    Cue,
    Extraction,
    Mention,
    MoneyMention,
    PccMention,
    ProgrammeMention,
)
from extractors.model.values import (
    TEXT_VERSION,
    BlockKind,
    ClaimMethod,
    InvariantError,
    PccKind,
    Per,
    ProgrammeKind,
    ProgrammeStatus,
    Qualifier,
    Role,
    Severity,
    document_id_of,
    mention_id_of,
    stable_id,
)

__all__ = [
    "TEXT_VERSION",
    "AwardClaim",
    "Block",
    "BlockKind",
    "Capture",
    "Cell",
    "Change",
    "ClaimMethod",
    "CountMention",
    "Cue",
    "Document",
    "Extraction",
    "InvariantError",
    "Issue",
    "Mention",
    "MoneyMention",
    "PageSpan",
    "PccKind",
    "PccMention",
    "Per",
    "ProgrammeKind",
    "ProgrammeMention",
    "ProgrammeStatus",
    "Qualifier",
    "Role",
    "Severity",
    "Table",
    "document_id_of",
    "mention_id_of",
    "stable_id",
]
