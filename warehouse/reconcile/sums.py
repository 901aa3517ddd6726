"""Figures of the prose against each other: parts of a total, yearly rates, running totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from warehouse.reconcile.figures import Figure, Finding, Sheet
from warehouse.reconcile.words import gap, listed, money, quote
from warehouse.rounding import NOTHING, Reach

#: Parts that make up less of a total than this are only some of it.
ALL_OF_IT = Decimal("0.8")
#: A total that is this many times larger or smaller than rate times term is a total of something else.
FAR = Decimal("1.5")
_PER_YEAR = {"year": Decimal(1), "month": Decimal(12), "week": Decimal(52)}
_SINCE = re.compile(r"\bsince\s+(?:[A-Z][a-z]+\s+)?((?:19|20)\d\d)\b")


def parts_vs_total(sheet: Sheet) -> Iterator[Finding]:
    """Compare the parts told in one sentence, or else all parts of the document, with the total they are parts of."""
    parts = [f for f in sheet.money if f.role == "part" and f.per is None]
    totals = [f for f in sheet.money if f.role == "total" and f.per is None]
    for group in _splits(parts):
        computed = sum((part.amount for part in group), Decimal(0))
        whole = [
            f for f in totals if f.currency == group[0].currency and f.amount > max(p.amount for p in group)
        ]
        if not whole:
            continue
        near = min(whole, key=lambda f: (abs(f.amount - computed), f.width, f.start_char))
        same = [f for f in whole if f.reach.meets(near.reach)]
        stated = min(same, key=lambda f: (f.width, f.start_char))
        yield _parts(sheet, group, stated, computed)


def _splits(parts: Sequence[Figure]) -> list[list[Figure]]:
    by_sentence: dict[str, dict[Decimal, Figure]] = {}
    for part in parts:
        by_sentence.setdefault(part.sentence, {}).setdefault(part.amount, part)
    splits = [list(group.values()) for group in by_sentence.values() if len(group) >= 2]
    if splits:
        return [group for group in splits if len({part.currency for part in group}) == 1]
    everything = {part.amount: part for part in reversed(parts)}
    group = sorted(everything.values(), key=lambda part: part.start_char)
    return [group] if len(group) >= 2 and len({part.currency for part in group}) == 1 else []


def _parts(sheet: Sheet, group: Sequence[Figure], stated: Figure, computed: Decimal) -> Finding:
    together = NOTHING
    for part in group:
        together = together.plus(part.reach)
    told = f"The parts {listed([quote(part.text) for part in group])} add up to {money(computed, stated.currency)}, "
    if computed == stated.amount:
        outcome, end = "agrees", f"exactly the stated {quote(stated.text)}."
    elif together.meets(stated.reach):
        outcome, end = "rounds", f"which is the stated {quote(stated.text)} within their rounding."
    elif computed < stated.amount * ALL_OF_IT:
        outcome, end = "not enough known", f"which may be only some of the stated {quote(stated.text)}."
    else:
        outcome, end = (
            "differs",
            f"{gap(computed, stated.amount, stated.currency)} the stated {quote(stated.text)}.",
        )
    return Finding(
        sheet=sheet, kind="parts-vs-total", stated=stated, computed=computed, verdict=outcome,
        explanation=told + end, basis=group,
    )  # fmt: skip


def rate_times_term(sheet: Sheet) -> Iterator[Finding]:
    """Compare a rate times its term with the nearest total of the document."""
    totals = [f for f in sheet.money if f.role == "total" and f.per is None]
    seen: set[tuple[Decimal, str, Decimal]] = set()
    for rate in sheet.money:
        if rate.per not in _PER_YEAR or rate.term_years is None or rate.role not in ("total", "award"):
            continue
        if (key := (rate.amount, rate.per, rate.term_years)) in seen:
            continue
        factor = _PER_YEAR[rate.per] * rate.term_years
        computed = (rate.amount * factor).quantize(Decimal("0.01"))
        near = [
            f for f in totals
            if f.currency == rate.currency and f.amount <= computed * FAR and computed <= f.amount * FAR
        ]  # fmt: skip
        if near:
            seen.add(key)
            stated = min(near, key=lambda f: (abs(f.amount - computed), f.width, f.start_char))
            yield _rate(sheet, rate, stated, computed, rate.reach.times(factor))


def _rate(sheet: Sheet, rate: Figure, stated: Figure, computed: Decimal, reach: Reach) -> Finding:
    term = f"{rate.term_years.normalize():f}" if rate.term_years is not None else ""
    told = f"{quote(rate.text)} a {rate.per} over {term} years comes to {money(computed, stated.currency)}, "
    if computed == stated.amount:
        outcome, end = "agrees", f"exactly the stated {quote(stated.text)}."
    elif reach.meets(stated.reach):
        outcome, end = "rounds", f"which is the stated {quote(stated.text)} within their rounding."
    else:
        outcome, end = (
            "differs",
            f"{gap(computed, stated.amount, stated.currency)} the stated {quote(stated.text)}.",
        )
    return Finding(
        sheet=sheet, kind="rate-times-term", stated=stated, computed=computed, verdict=outcome,
        explanation=told + end, basis=[rate],
    )  # fmt: skip


def cumulative_vs_known(sheet: Sheet) -> Iterator[Finding]:
    """Compare a running total with the announcements of its fund that the warehouse knows up to that day."""
    seen: set[Decimal] = set()
    for stated in sheet.money:
        if stated.role != "cumulative" or stated.amount in seen or stated.currency != "GBP":
            continue
        seen.add(stated.amount)
        since = _SINCE.search(stated.sentence)
        first = date(int(since.group(1)), 1, 1) if since else date.min
        until = sheet.announced_on or date.max
        known = [k for k in sheet.known if first <= k.announced_on <= until]
        computed = sum((k.total for k in known), Decimal(0))
        if computed == stated.amount:
            outcome, end = "agrees", "exactly that."
        elif stated.reach.holds(computed):
            outcome, end = "rounds", "which is that within its rounding."
        elif computed > stated.reach.high:
            outcome, end = "differs", f"{gap(computed, stated.amount)} stated."
        else:
            outcome, end = (
                "not enough known",
                f"{gap(computed, stated.amount)} stated: others are not known here.",
            )
        told = f"{quote(stated.text)} is stated as a running total in {quote(stated.sentence)}; the"
        told += f" {len(known)} dated announcements of the same fund known here add up to {money(computed)}, {end}"
        yield Finding(
            sheet=sheet, kind="cumulative-vs-known", stated=stated, computed=computed, verdict=outcome,
            explanation=told, basis=known,
        )  # fmt: skip
