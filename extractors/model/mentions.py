"""What the rules find in a document: mentions, claims, and the words that decided."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from extractors.model.documents import Capture, Document, Issue
from extractors.model.values import (
    TEXT_VERSION,
    ClaimMethod,
    InvariantError,
    PccKind,
    Per,
    ProgrammeKind,
    ProgrammeStatus,
    Qualifier,
    Role,
    mention_id_of,
    stable_id,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Why an attribute has its value: the words that decided it and where they stand.

    ``start_char`` is None where structure decided (``text`` then says so, e.g. "column header").
    """

    attribute: str
    value: str
    text: str
    rule_id: str
    start_char: int | None = None
    end_char: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What all mentions share: a span of a document, the sentence (or cell) around it and the rule that found it."""

    document_id: str
    start_char: int
    end_char: int
    text: str
    sentence: str
    rule_id: str
    cues: tuple[Cue, ...] = ()

    def __post_init__(self) -> None:
        if self.end_char - self.start_char != len(self.text) or not self.text:
            raise InvariantError(f"span [{self.start_char}, {self.end_char}) does not fit {self.text!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyMention(Mention):
    """One amount of money. ``flags`` holds doubts such as ``malformed``, ``sign-lost``, ``unit-from-header``."""

    amount_low: Decimal
    amount_high: Decimal
    currency: str = "GBP"
    qualifier: Qualifier = Qualifier.EXACT
    per: Per | None = None
    term_years: Decimal | None = None
    financial_year: str | None = None
    role: Role = Role.OTHER
    page: int | None = None
    table_no: int | None = None
    row_no: int | None = None
    flags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        super(MoneyMention, self).__post_init__()
        if self.amount_low > self.amount_high:
            raise InvariantError(f"{self.text!r}: {self.amount_low} > {self.amount_high}")
        if len(self.currency) != 3:
            raise InvariantError(f"{self.text!r}: {self.currency!r} is no ISO 4217 code")

    @property
    def mention_id(self) -> str:
        return mention_id_of(self.document_id, self.start_char, self.end_char, "money")


@dataclass(frozen=True, slots=True, kw_only=True)
class PccMention(Mention):
    """A commissioner, office, force or area. ``person`` is the registry's name of a person, else None."""

    kind: PccKind
    area_id: str
    person: str | None = None

    @property
    def mention_id(self) -> str:
        return mention_id_of(self.document_id, self.start_char, self.end_char, "pcc")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeMention(Mention):
    """A named fund, programme, unit or strategy. A candidate's ``programme_id`` starts with ``candidate-``."""

    programme_id: str
    name: str
    kind: ProgrammeKind
    status: ProgrammeStatus
    round_no: int | None = None

    @property
    def mention_id(self) -> str:
        return mention_id_of(self.document_id, self.start_char, self.end_char, "programme")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMention(Mention):
    """A stated number that a document's own rows can be checked against: ``unit`` is ``recipients``, ``bids`` or
    ``projects``."""

    count: int
    unit: str

    @property
    def mention_id(self) -> str:
        return mention_id_of(self.document_id, self.start_char, self.end_char, "count")


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardClaim:
    """One document's word that one recipient gets one amount. ``quote`` is ``text[start_char:end_char]``: the shortest
    run of the document that holds recipient and amount (a table row's cells, a clause). ``money_mention_id`` names the
    mention that carries the amount.
    """

    document_id: str
    recipient: str
    area_id: str | None
    amount_low: Decimal
    amount_high: Decimal
    money_mention_id: str
    method: ClaimMethod
    start_char: int
    end_char: int
    quote: str
    rule_id: str
    currency: str = "GBP"
    qualifier: Qualifier = Qualifier.EXACT
    per: Per | None = None
    term_years: Decimal | None = None
    financial_year: str | None = None
    programme_id: str | None = None
    funder: str | None = None
    bids: int | None = None
    purpose: str | None = None
    table_no: int | None = None
    row_no: int | None = None
    cues: tuple[Cue, ...] = ()

    def __post_init__(self) -> None:
        if self.amount_low > self.amount_high:
            raise InvariantError(f"{self.recipient!r}: {self.amount_low} > {self.amount_high}")
        if self.end_char - self.start_char != len(self.quote):
            raise InvariantError(f"quote of {self.recipient!r} does not fit its span")

    @property
    def claim_id(self) -> str:
        return stable_id(
            "claim", self.document_id, TEXT_VERSION, self.money_mention_id, self.area_id, self.recipient
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Everything that one document yields. The unit that is staged."""

    document: Document
    capture: Capture
    extraction_key: str
    money: tuple[MoneyMention, ...] = ()
    pcc: tuple[PccMention, ...] = ()
    programmes: tuple[ProgrammeMention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    claims: tuple[AwardClaim, ...] = ()
    issues: tuple[Issue, ...] = ()
