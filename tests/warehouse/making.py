"""Hand-made extractions: a text with its amounts, areas, funds and claims marked by their own words."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from extractors.model import (
    AwardClaim,
    Block,
    BlockKind,
    Capture,
    Change,
    ClaimMethod,
    CountMention,
    Document,
    Extraction,
    MoneyMention,
    PccKind,
    PccMention,
    Per,
    ProgrammeKind,
    ProgrammeMention,
    ProgrammeStatus,
    Qualifier,
    Role,
    document_id_of,
)
from warehouse.inputs import BuildInputs
from warehouse.load import population_rows

KEY = "key-1"
NOON = datetime(2024, 1, 1, 12, tzinfo=UTC)


AREAS = sorted(row["area_id"] for row in population_rows())


def areas() -> list[dict[str, str]]:
    """The 43 areas by their real short names; everything else about them is made up."""
    return [
        {
            "area_id": name,
            "area_name": name.title(),
            "force_name": f"{name.title()} Police",
            "force_aliases": "",
            "ons_code": f"E23{number:06d}",
            "country": "England",
            "region": "",
            "office_name": f"Police and Crime Commissioner for {name.title()}",
            "office_type": "pcc",
            "office_aliases": "",
            "area_aliases": "",
            "notes": "",
        }
        for number, name in enumerate(AREAS)
    ]


def inputs(**changes: Any) -> BuildInputs:
    """The smallest inputs that a build accepts."""
    given: dict[str, Any] = {
        "registries": {
            "police_area": areas(),
            "office": [],
            "commissioner": [],
            "programme": [
                {
                    "programme_id": "dapif",
                    "name": "Perpetrator Fund",
                    "kind": "fund",
                    "funder": "Home Office",
                },
                {
                    "programme_id": "ssf",
                    "name": "Safer Streets Fund",
                    "kind": "fund",
                    "funder": "Home Office",
                },
            ],
        },
        "sources": [
            {
                "source_id": "gov",
                "name": "Ministry",
                "publisher": "Home Office",
                "kind": "api",
                "publisher_rank": "1",
            },
            {
                "source_id": "trade",
                "name": "Trade",
                "publisher": "A Trade Paper",
                "kind": "feed",
                "publisher_rank": 5,
            },
        ],
    }
    return BuildInputs(**{**given, **changes})


@dataclass
class Page:
    """A document in the making. Each method marks words of the text; ``nth`` picks an occurrence, from 1."""

    text: str
    url: str = "https://example.test/a"
    source: str = "gov"
    on: date | None = date(2021, 8, 7)
    title: str | None = None
    at: datetime = NOON
    links: Mapping[str, str] = field(default_factory=dict)
    key: str = KEY
    canonical: str | None = None
    updated_at: datetime | None = None
    changes: tuple[Change, ...] = ()

    def __post_init__(self) -> None:
        self.document_id = document_id_of(self.source, self.canonical or self.url)
        self.marks: dict[str, list[Any]] = {
            "money": [],
            "pcc": [],
            "programmes": [],
            "counts": [],
            "claims": [],
        }

    def _mention(self, words: str, nth: int = 1) -> dict[str, Any]:
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        lines = [line for line in self.text.split("\n") if words in line]
        return {
            "document_id": self.document_id,
            "start_char": start,
            "end_char": start + len(words),
            "text": words,
            "sentence": lines[0] if lines else words,
            "rule_id": "test.v1",
        }

    def money(self, words: str, amount: str, role: str = "total", nth: int = 1, **more: Any) -> MoneyMention:
        per = Per(more.pop("per")) if "per" in more else None
        years = Decimal(str(more.pop("years"))) if "years" in more else None
        mention = MoneyMention(
            **self._mention(words, nth),
            amount_low=Decimal(amount),
            amount_high=Decimal(more.pop("high", amount)),
            qualifier=Qualifier(more.pop("qualifier", "exact")),
            role=Role(role),
            per=per,
            term_years=years,
            **more,
        )
        self.marks["money"].append(mention)
        return mention

    def area(self, words: str, area_id: str, nth: int = 1) -> Page:
        self.marks["pcc"].append(PccMention(**self._mention(words, nth), kind=PccKind.AREA, area_id=area_id))
        return self

    def fund(self, words: str, programme_id: str, round_no: int | None = None) -> Page:
        known = not programme_id.startswith("candidate-")
        self.marks["programmes"].append(
            ProgrammeMention(
                **self._mention(words),
                programme_id=programme_id,
                name=words,
                kind=ProgrammeKind.FUND,
                status=ProgrammeStatus.KNOWN if known else ProgrammeStatus.CANDIDATE,
                round_no=round_no,
            )
        )
        return self

    def count(self, words: str, number: int, unit: str) -> Page:
        self.marks["counts"].append(CountMention(**self._mention(words), count=number, unit=unit))
        return self

    def award(
        self, quote: str, recipient: str, words: str, amount: str, *, area: str | None = None, **more: Any
    ) -> Page:
        """Mark a claim whose ``quote``, the first from character ``after``, holds the amount's ``words``."""
        start = self.text.index(quote, more.pop("after", 0))
        nth = self.text[: start + quote.index(words) + len(words)].count(words)
        row = more.pop("row", None)
        place = {} if row is None else {"table_no": 0, "row_no": row}
        keys = ("per", "years", "qualifier")
        carried = {name: more.pop(name) for name in keys if name in more}
        mention = self.money(words, amount, "award", nth, **carried, **place)
        self.marks["claims"].append(
            AwardClaim(
                document_id=self.document_id,
                recipient=recipient,
                area_id=area,
                amount_low=mention.amount_low,
                amount_high=mention.amount_high,
                qualifier=mention.qualifier,
                per=mention.per,
                term_years=mention.term_years,
                money_mention_id=mention.mention_id,
                method=ClaimMethod.SENTENCE if row is None else ClaimMethod.TABLE,
                start_char=start,
                end_char=start + len(quote),
                quote=quote,
                rule_id="test.claim.v1",
                **place,
                **more,
            )
        )
        return self

    def capture(self) -> Capture:
        return Capture(
            capture_id=hashlib.sha256((self.url + self.text).encode(errors="surrogatepass")).hexdigest(),
            source_id=self.source,
            url=self.url,
            final_url=self.url,
            captured_at=self.at,
            http_status=200,
            media_type="text/html",
            byte_size=len(self.text),
            raw_path="blobs/x",
        )

    def extraction(self) -> Extraction:
        capture = self.capture()
        document = Document(
            document_id=self.document_id,
            capture_id=capture.capture_id,
            source_id=self.source,
            url=self.url,
            text=self.text,
            blocks=(Block(kind=BlockKind.PARAGRAPH, start_char=0, end_char=len(self.text)),),
            parser="test.v1",
            title=self.title,
            published_on=self.on,
            links=dict(self.links),
            updated_at=self.updated_at,
            changes=self.changes,
        )
        marks = {name: tuple(found) for name, found in self.marks.items()}
        return Extraction(document=document, capture=capture, extraction_key=self.key, **marks)
