"""Amounts in a plain text: sign, figure and magnitude, pence, currency words, ranges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.money import ranges
from extractors.money.currencies import SIGN, WORD, code_of
from extractors.money.numbers import (
    FIGURE,
    FRACTION,
    MAGNITUDE,
    WORDS,
    read_figure,
    read_magnitude,
    read_words,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One amount in a plain text. ``magnitude`` is what its own word multiplied by (1 without one)."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    currency: str
    magnitude: Decimal
    rule: str
    flags: tuple[str, ...] = ()


_SIGNED = re.compile(
    rf"(?P<sign>{SIGN}) ?(?:(?P<only>[½¼¾]|1/[24](?![0-9]))|(?P<figure>{FIGURE})(?P<fraction> ?[½¼¾]"
    rf"| 1/[24](?![0-9]))?"
    rf"|(?P<words>{WORDS}(?![a-z])))(?P<split> "
    rf"\.[0-9]{{1,2}}(?={MAGNITUDE}))?(?P<magnitude>{MAGNITUDE})?(?P<pence>p(?![a-z0-9]))?",
    re.IGNORECASE,
)
_PENCE = re.compile(r"(?<![\w.,£€$/])(?P<figure>[0-9]{1,3}(?:\.[0-9]{1,2})?)p(?![\w/])")
_WORDED = re.compile(
    rf"(?<![\w.,£€$/])(?<![a-z]-)(?:(?P<figure>{FIGURE})(?P<magnitude>{MAGNITUDE})?"
    rf"|(?P<words>{WORDS}))(?: ?€|[ -](?P<word>{WORD}))(?: and (?:(?P<cents>[0-9]{{1,2}})"
    rf"|(?P<cents_words>{WORDS})) pence\b)?",
    re.IGNORECASE,
)
#: A form's field with the sign in its label: "Amount (£): 5,000".
_FIELD = re.compile(
    rf"\((?P<sign>£)(?P<unit>000s?|k|m)?\) ?[:-]? ?(?P<figure>{FIGURE})(?P<magnitude>{MAGNITUDE})?(?![\w%/])",
    re.IGNORECASE,
)
_FIELD_UNITS = {"000": 1000, "000s": 1000, "k": 1000, "m": 10**6}
_BEHIND = re.compile(
    rf"(?<![\w.,£€$/])(?P<figure>{FIGURE})(?P<magnitude>{MAGNITUDE})?(?P<word>[€£])(?![0-9])", re.I
)
#: What a "p" behind a figure may also be: a part of a law or form, or a screen's height.
_NO_PENCE_BEFORE = re.compile(
    r"\b(?:sections?|paragraphs?|paras?|pages?|pp?\.?|articles?|schedules?|forms?|clauses?|appendix|annex"
    r"|s\.?)\s$",
    re.I,
)
_SCREENS = frozenset(("144", "240", "360", "480", "720"))


def amounts_in(text: str) -> tuple[Amount, ...]:
    """Return the amounts of money that a plain text states with a sign or a currency word, in order.

    Positive: "£1.2-1.5m", "two million pounds", "29p". Negative: "125+ organisations", "Section 17", "82%".
    """
    single = sorted(_single(text), key=lambda amount: (amount.start, -amount.end))
    found: list[Amount] = []
    for amount in single:
        if found and amount.start < found[-1].end:
            continue
        found.append(_extended(text, amount, edge=found[-1].end if found else 0))
    return tuple(_joined(text, found))


def _single(text: str) -> Iterator[Amount]:
    for match in _SIGNED.finditer(text):
        if not re.fullmatch(r"0{2,}", match["figure"] or ""):  # "£000" is a unit
            yield _signed(match)
    for match in _PENCE.finditer(text):
        if match["figure"] not in _SCREENS and not _NO_PENCE_BEFORE.search(
            text, max(match.start() - 20, 0), match.start()
        ):
            low = Decimal(match["figure"]) / 100
            yield Amount(
                start=match.start(), end=match.end(), low=low, high=low, currency="GBP",
                magnitude=Decimal("0.01"), rule="money.pence.v1",
            )  # fmt: skip
    for match in _FIELD.finditer(text):
        yield _field(match)
    for match in (*_WORDED.finditer(text), *_BEHIND.finditer(text)):
        yield _worded(match)


def _signed(match: re.Match[str]) -> Amount:
    value, malformed = Decimal(0), False
    if match["figure"]:
        value, malformed = read_figure(match["figure"] + (match["split"] or ""))
    elif match["words"]:
        value = read_words(match["words"])
    mark = (match["fraction"] or match["only"] or "").strip()
    if mark:
        value += FRACTION[mark]
    magnitude = read_magnitude(match["magnitude"] or "")
    value *= magnitude
    if match["figure"] and magnitude == 1 and re.fullmatch(r"[0-9]+\.[0-9]{3}", match["figure"]):
        malformed = True
    flags = ("malformed",) if malformed or match["pence"] else ()
    return Amount(
        start=match.start(), end=match.end(), low=value, high=value, currency=code_of(match["sign"]),
        magnitude=magnitude, rule="money.sign.v1", flags=flags,
    )  # fmt: skip


def _field(match: re.Match[str]) -> Amount:
    value, malformed = read_figure(match["figure"])
    scale = (
        read_magnitude(match["magnitude"])
        if match["magnitude"]
        else _FIELD_UNITS.get((match["unit"] or "").lower(), 1)
    )
    end = match.end("magnitude") if match["magnitude"] else match.end("figure")
    return Amount(
        start=match.start("figure"), end=end, low=value * scale, high=value * scale, currency="GBP",
        magnitude=Decimal(1), rule="money.field.v1",
        flags=("unit-from-header", *(("malformed",) if malformed else ())),
    )  # fmt: skip


def _worded(match: re.Match[str]) -> Amount:
    groups = match.groupdict()
    malformed = False
    magnitude = read_magnitude(groups["magnitude"] or "")
    if groups["figure"]:
        value, malformed = read_figure(groups["figure"])
        value *= magnitude
    else:
        value = read_words(groups["words"])
    word = (groups["word"] or "€").lower()
    if word in ("pence", "pennies"):
        value /= 100
    if groups.get("cents") or groups.get("cents_words"):
        value += (Decimal(groups["cents"]) if groups["cents"] else read_words(groups["cents_words"])) / 100
    return Amount(
        start=match.start(), end=match.end(), low=value, high=value, currency=code_of(word),
        magnitude=magnitude, rule="money.currency-word.v1", flags=("malformed",) if malformed else (),
    )  # fmt: skip


def _extended(text: str, amount: Amount, *, edge: int) -> Amount:
    """Widen an amount, no further left than ``edge``, by an end without a sign: "£8-10m", "10-15p"."""
    if amount.rule == "money.sign.v1":
        tail = ranges.unsigned_tail(text, amount.end, low=amount.low, magnitude=amount.magnitude)
        if tail:
            return replace(amount, end=tail.end, low=tail.low, high=tail.high, rule="money.range.v1")
    elif amount.rule in ("money.pence.v1", "money.currency-word.v1"):
        head = ranges.unsigned_head(
            text, amount.start, edge=edge, high=amount.high, magnitude=amount.magnitude
        )
        if head:
            return replace(amount, start=head.start, low=head.low, rule="money.range.v1")
    return amount


def _joined(text: str, amounts: list[Amount]) -> Iterator[Amount]:
    """Join neighbours that are the two ends of one range: "£8m to £10m", "between £300 and £2,000"."""
    waiting: Amount | None = None
    stated = Counter(amount.low for amount in amounts)
    for amount in amounts:
        if waiting is None:
            waiting = amount
            continue
        low = None
        if "range" not in waiting.rule + amount.rule and waiting.currency == amount.currency:
            low = ranges.shared_low(
                text, first=(waiting.start, waiting.end), second=amount.start,
                low=waiting.low, high=amount.low, stated=stated,
                magnitudes=(waiting.magnitude, amount.magnitude),
            )  # fmt: skip
        if low is None:
            yield waiting
            waiting = amount
        else:
            waiting = replace(
                waiting, end=amount.end, low=low, high=amount.high, rule="money.range.v1",
                flags=tuple(dict.fromkeys(waiting.flags + amount.flags)),
            )  # fmt: skip
    if waiting is not None:
        yield waiting
