"""A made-up world of announcements, each told by 1 to 20 outlets, with the truth about who tells of what.

Outlets copy, shorten, paraphrase and round; some leave out the fund or the day; local ones tell only of their own
area's award. Funds come back in new rounds with other totals, and different funds announce like totals in one week.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tests.warehouse.making import AREAS, Page

FIRST = date(2014, 1, 1)
DAYS = 3650
#: Of one fund so many announcements in these ten years.
ROUNDS = 25
_HEADS = ("bra", "cor", "del", "fen", "gor", "hal", "lim", "mor", "nor", "pel", "ros", "sta", "tor", "vel")
_TAILS = ("den", "fic", "gan", "lit", "mar", "nos", "per", "rit", "ser", "tun", "vor", "wick")
_STEMS = [head + tail for head in _HEADS for tail in _TAILS]


@dataclass(frozen=True)
class Story:
    """One announcement as it is: who gives what to whom, and its own words."""

    number: int
    fund: int
    round_no: int
    day: date
    total: int
    shares: tuple[tuple[str, int], ...]
    sentences: tuple[str, ...]


def funds(documents: int) -> int:
    """Return the number of funds in a world of so many documents."""
    return max(40, documents // 4 // ROUNDS)


def programmes(documents: int) -> list[dict[str, str]]:
    """Return the registry's rows of the world's funds."""
    return [
        {"programme_id": f"fund-{n}", "name": fund_name(n), "kind": "fund", "funder": "A Ministry"}
        for n in range(funds(documents))
    ]


def fund_name(number: int) -> str:
    first, second = divmod(number, len(_STEMS))
    return f"{_STEMS[second].title()} {_STEMS[-1 - first].title()} Fund"


def rounded(amount: int, digits: int) -> str:
    """Return an amount as the press words it: in millions or thousands, to so many digits."""
    if amount >= 1_000_000:
        return f"£{Decimal(amount) / 1_000_000:.{digits}g} million" if amount < 10**9 else f"£{amount:,}"
    return f"£{amount:,}"


def _value(words: str) -> str:
    figure = words.removeprefix("£").replace(",", "")
    if figure.endswith(" million"):
        return str(Decimal(figure.removesuffix(" million")) * 1_000_000)
    return figure


def _sentence(dice: random.Random) -> str:
    words = [dice.choice(_STEMS) for _ in range(dice.randint(9, 16))]
    return " ".join(words).capitalize() + "."


def stories(count: int, seed: int, *, of: int) -> Iterator[Story]:
    """Yield so many announcements of ``of`` funds."""
    dice = random.Random(seed)
    rounds: dict[int, int] = {}
    days = sorted(dice.randrange(DAYS) for _ in range(count))
    for number, day in enumerate(days):
        fund = dice.randrange(of)
        rounds[fund] = rounds.get(fund, 0) + 1
        names = dice.sample(AREAS, dice.randint(2, 25))
        scale = 10 ** dice.uniform(4, 6.5)
        shares = tuple((name, int(scale * dice.uniform(0.5, 2))) for name in sorted(names))
        yield Story(
            number=number,
            fund=fund,
            round_no=rounds[fund],
            day=FIRST + timedelta(days=day),
            total=sum(share for _, share in shares),
            shares=shares,
            sentences=tuple(_sentence(dice) for _ in range(12)),
        )


def pages(count: int, seed: int) -> Iterator[tuple[int, Page]]:
    """Yield ``count`` documents, each with the number of its story: a story has 3.5 of them on average."""
    dice = random.Random(seed)
    made = 0
    for story in stories(count // 3 + 20, seed + 1, of=funds(count)):
        outlets = min(20, 1 + int(dice.expovariate(1 / 3)))
        for outlet in range(outlets):
            if made == count:
                return
            yield story.number, _told(story, outlet, dice, made)
            made += 1


def _told(story: Story, outlet: int, dice: random.Random, number: int) -> Page:
    fund = fund_name(story.fund)
    kind = "release" if outlet == 0 else dice.choice(("copy", "short", "short", "paraphrase", "local"))
    on: date | None = story.day + timedelta(days=0 if outlet == 0 else min(10, int(dice.expovariate(1 / 2))))
    if outlet and dice.random() < 0.1:
        on = None
    own = list(story.sentences)
    if kind == "short":
        own = own[:5]
    elif kind in ("paraphrase", "local"):
        own = [_sentence(dice) for _ in range(6)]
        if kind == "paraphrase":
            own[0] = story.sentences[0]
    names_fund = kind in ("release", "copy", "local") or dice.random() < 0.9
    words = rounded(story.total, 6 if kind == "release" else dice.choice((2, 3, 3)))
    lead = f"Some {len(story.shares)} areas share {words}" + (f" from the {fund}." if names_fund else ".")
    name, share = dice.choice(story.shares)
    local = f"{name} gets £{share:,}."
    table = [f"{area} | £{amount:,}" for area, amount in story.shares] if kind == "release" else []
    if kind == "local":
        lead = f"{local} It comes from the {fund}."
    text = "\n".join([lead, *own, *table])
    page = Page(
        text,
        url=f"https://outlet-{outlet}.test/{number}",
        source="gov" if outlet == 0 else "trade",
        on=on,
        title=f"Story {story.number} by {outlet}",
    )
    if names_fund:
        page.fund(
            fund, f"fund-{story.fund}", story.round_no if kind == "release" and story.round_no > 1 else None
        )
    if kind == "local":
        page.award(local, name, f"£{share:,}", str(share), area=name, programme_id=f"fund-{story.fund}")
    else:
        page.money(words, _value(words))
        page.count(str(len(story.shares)), len(story.shares), "recipients")
    for row, (area, amount) in enumerate(story.shares if table else ()):
        page.award(
            table[row],
            area,
            f"£{amount:,}",
            str(amount),
            area=area,
            row=row,
            programme_id=f"fund-{story.fund}",
        )
    return page
