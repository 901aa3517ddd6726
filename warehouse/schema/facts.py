"""Tables that the build resolves across documents."""

from __future__ import annotations

from warehouse.schema.columns import DAY, MONEY, SCORE, TEXT, TEXTS, TIME, WHOLE, YEARS, Column, Table
from warehouse.schema.mentions import FINANCIAL_YEAR, PER, QUALIFIER, TERM

_ANNOUNCEMENT = "announcement.announcement_id"

ANNOUNCEMENT = Table(
    "announcement",
    "One act of announcing funding, however many documents tell of it.",
    (
        Column("announcement_id", TEXT, "Keeps its meaning once published (see identity).", key=True),
        Column("title", TEXT, "Headline of its best document.", nullable=True),
        Column("announced_on", DAY, "Earliest day of publication among its documents.", nullable=True),
        Column("funder", TEXT, "Who gives, where a claim or the fund's entry says so.", nullable=True),
        Column("programme_id", TEXT, "Fund that it is about.", nullable=True, of="programme.programme_id"),
        Column("round_no", WHOLE, "Round of the fund, where the words say one.", nullable=True),
        Column("total_low", MONEY, "Its stated total, at the most exact figure given.", nullable=True),
        Column("total_high", MONEY, "The upper end of a range, else the same.", nullable=True),
        Column("currency", TEXT, "ISO 4217.", nullable=True),
        Column("qualifier", TEXT, QUALIFIER, nullable=True),
        Column("total_mention_id", TEXT, "Mention that states the total.", nullable=True,
               of="money_mention.mention_id"),
        Column("documents", WHOLE, "Number of documents that tell of it."),
        Column("best_document_id", TEXT, "Most authoritative document.", of="document.document_id"),
        Column("value_origin", TEXT,
               "rule, or correction where a person put together or kept apart what tells of it."),
    ),
)  # fmt: skip

ANNOUNCEMENT_MEMBER = Table(
    "announcement_member",
    "Which documents tell of an announcement, and why they are thought to.",
    (
        Column("announcement_id", TEXT, "Announcement.", key=True, of=_ANNOUNCEMENT),
        Column("document_id", TEXT, "Document.", key=True, of="document.document_id"),
        Column("score", SCORE,
               "Strength of its strongest tie to another member; 1 for an only member or a person's decision."),
        Column("tied_to", TEXT, "Document that this tie leads to.", nullable=True, of="document.document_id"),
        Column("reasons", TEXTS, "What the tie rests on, and what people decided on the document."),
    ),
)  # fmt: skip

DOCUMENT_PAIR = Table(
    "document_pair",
    "Pairs of documents that were compared and came near to, or over, the line for telling of one announcement.",
    (
        Column("document_a", TEXT, "The first by identifier.", key=True, of="document.document_id"),
        Column("document_b", TEXT, "The second.", key=True, of="document.document_id"),
        Column("score", SCORE, "Sum of the evidence."),
        Column("reasons", TEXTS, "The evidence, each with its weight."),
        Column("verdict", TEXT, "together, apart, or borderline (apart, but near the line)."),
    ),
)

AWARD = Table(
    "award",
    "One award of money to one recipient, once, with all its witnesses counted.",
    (
        Column("award_id", TEXT, "Keeps its meaning once published (see identity).", key=True),
        Column("announcement_id", TEXT, "Announcement that it belongs to.", of=_ANNOUNCEMENT),
        Column("area_id", TEXT, "Police area of the recipient; null for others.", nullable=True,
               of="police_area.area_id"),
        Column("recipient", TEXT, "Recipient as its best claim writes it."),
        Column("amount", MONEY, "Amount of its best claim (the middle of a range)."),
        Column("amount_low", MONEY, "Lower end."),
        Column("amount_high", MONEY, "Upper end."),
        Column("currency", TEXT, "ISO 4217."),
        Column("qualifier", TEXT, QUALIFIER),
        Column("per", TEXT, PER, nullable=True),
        Column("term_years", YEARS, TERM, nullable=True),
        Column("amount_total", MONEY,
               "What it comes to: the amount, or a yearly rate times its term; null for other rates.", nullable=True),
        Column("financial_year", TEXT, FINANCIAL_YEAR, nullable=True),
        Column("programme_id", TEXT, "Fund or programme that it comes from.", nullable=True,
               of="programme.programme_id"),
        Column("funder", TEXT, "Who gives.", nullable=True),
        Column("purpose", TEXT, "What for, as written.", nullable=True),
        Column("bids", WHOLE, "Number of bids behind it, where stated.", nullable=True),
        Column("announced_on", DAY, "Day of the announcement.", nullable=True),
        Column("claims", WHOLE, "Number of claims that tell of it."),
        Column("documents", WHOLE, "Number of documents that tell of it."),
        Column("contradictions", WHOLE, "Number of its claims whose amount differs."),
        Column("best_claim_id", TEXT, "Most authoritative and exact claim.", of="award_claim.claim_id"),
        Column("value_origin", TEXT,
               "rule, or correction where a person put together or kept apart what tells of it."),
    ),
)  # fmt: skip

MONEY_LINE = Table(
    "money_line",
    "How each amount of funding stands to its announcement's total, so that levels are never mixed.",
    (
        Column("mention_id", TEXT, "Mention.", key=True, of="money_mention.mention_id"),
        Column("document_id", TEXT, "Document.", of="document.document_id"),
        Column("announcement_id", TEXT, "Announcement.", of=_ANNOUNCEMENT),
        Column("relation", TEXT,
               "total (the announcement's own), rate-of-total, other-total, part, award, cumulative, bid or other."),
        Column("award_id", TEXT, "Award that it tells of.", nullable=True, of="award.award_id"),
        Column("amount_low", MONEY, "Amount; the lower end of a range."),
        Column("amount_high", MONEY, "The upper end of a range, else the same."),
        Column("currency", TEXT, "ISO 4217."),
    ),
)  # fmt: skip

RECONCILIATION = Table(
    "reconciliation",
    "Each stated figure that could be checked, and whether it adds up.",
    (
        Column("check_id", TEXT, "Hash of the check's kind and of what it compares.", key=True),
        Column("announcement_id", TEXT, "Announcement.", of=_ANNOUNCEMENT),
        Column("document_id", TEXT, "Document that states the figure.", of="document.document_id"),
        Column("kind", TEXT,
               "rows-vs-total, rows-vs-recipients, bids-vs-stated, parts-vs-total, rate-times-term or"
               " cumulative-vs-known."),
        Column("stated", MONEY, "Figure that the document states."),
        Column("computed", MONEY, "Figure that comes out of its parts."),
        Column("difference", MONEY, "computed minus stated."),
        Column("verdict", TEXT, "agrees, rounds (within the rounding of the words), differs or not enough known."),
        Column("explanation", TEXT, "One sentence with the words on both sides."),
        Column("evidence", TEXT, "JSON: the mentions and claims on both sides, with quotes and offsets."),
    ),
)  # fmt: skip

IDENTITY = Table(
    "identity",
    "Which published identifier each member has had, so that it keeps its meaning from build to build.",
    (
        Column("kind", TEXT, "announcement or award.", key=True),
        Column("member", TEXT, "Document, or the description of an award.", key=True),
        Column("entity_id", TEXT, "Identifier that the member had last."),
    ),
)

SUPERSEDED = Table(
    "superseded",
    "Identifiers that were published once and now have another in their place.",
    (
        Column("kind", TEXT, "announcement or award.", key=True),
        Column("entity_id", TEXT, "Old identifier.", key=True),
        Column(
            "superseded_by", TEXT, "Identifier that stands for it now; null when it is gone.", nullable=True
        ),
        Column("since", TIME, "Build that replaced it, UTC."),
    ),
)

FACT_VERSION = Table(
    "fact_version",
    "What earlier builds said: the values of each announcement and award, and from when to when they were published.",
    (
        Column("kind", TEXT, "announcement or award.", key=True),
        Column("fact_id", TEXT, "announcement_id or award_id.", key=True),
        Column("said_from", TIME, "First build that said so, UTC.", key=True),
        Column("said_until", TIME, "First build that no longer said so, UTC; null while it is said.", nullable=True),
        Column("content", TEXT, "The values, as JSON."),
        Column("cause", TEXT,
               "Why it began: first-build, new-document, new-version, rule-change, correction or other-members."),
        Column("folded", WHOLE,
               "Number of later versions that the policy of history folded into this one: they differed from it in the"
               " number of witnesses or the headline only."),
    ),
)  # fmt: skip

TABLES = (ANNOUNCEMENT, ANNOUNCEMENT_MEMBER, DOCUMENT_PAIR, AWARD, MONEY_LINE, RECONCILIATION, IDENTITY, SUPERSEDED,
          FACT_VERSION)  # fmt: skip
