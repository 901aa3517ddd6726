"""The values that records hold: words of fixed lists, identifiers, and the version of the canonical text."""

from __future__ import annotations

import copyreg
import hashlib
from enum import StrEnum
from types import MappingProxyType

#: Version of the canonical text. Every stored offset rests on it; raise it when the text of an
#: unchanged capture would come out different.
TEXT_VERSION = 1


def _read_only(values: dict[str, str]) -> MappingProxyType[str, str]:
    return MappingProxyType(values)


# read-only mappings cross to and from worker processes
copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))


class InvariantError(ValueError):
    """A record was built with values that contradict each other."""


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUOTE = "quote"


class Qualifier(StrEnum):
    """How exactly the words fix the amount."""

    EXACT = "exact"
    ABOUT = "about"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    UNDER = "under"


class Per(StrEnum):
    """Unit of a rate. A mention that is no rate has ``per=None``."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"
    ITEM = "item"


class Role(StrEnum):
    """What an amount of money is in its document."""

    AWARD = "award"
    TOTAL = "total"
    PART = "part"
    CUMULATIVE = "cumulative"
    BID = "bid"
    OTHER = "other"


class PccKind(StrEnum):
    OFFICE = "office"
    PERSON = "person"
    FORCE = "force"
    AREA = "area"


class ProgrammeKind(StrEnum):
    FUND = "fund"
    PROGRAMME = "programme"
    UNIT = "unit"
    STRATEGY = "strategy"


class ProgrammeStatus(StrEnum):
    KNOWN = "known"
    CANDIDATE = "candidate"


class ClaimMethod(StrEnum):
    TABLE = "table"
    SENTENCE = "sentence"


class Severity(StrEnum):
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def stable_id(*parts: object) -> str:
    """Return 20 hex digits that depend on the parts alone (never on a position, a clock or a run)."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()[:20]


def document_id_of(source_id: str, canonical_url: str) -> str:
    return stable_id("document", source_id, canonical_url)


def mention_id_of(document_id: str, start_char: int, end_char: int, label: str) -> str:
    return stable_id("mention", document_id, TEXT_VERSION, start_char, end_char, label)
