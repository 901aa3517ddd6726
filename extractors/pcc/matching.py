"""One line's mentions: the grammar applied rule by rule, each item spent once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.model import PccKind
from extractors.pcc import grammar, names, people, words
from extractors.pcc.context import Context
from extractors.pcc.lexicon import plain_areas
from extractors.pcc.symbols import Item

OFFICE_RULE = "pcc.office.v1"
PERSON_RULE = "pcc.person.v1"
FORCE_RULE = "pcc.force.v1"
AREA_RULE = "pcc.area.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A mention in the items ``[start, end)`` of a line. ``deciding`` are the items whose words gave the area."""

    start: int
    end: int
    kind: PccKind
    area_id: str
    rule_id: str
    deciding: tuple[int, ...]
    person: str | None = None


@dataclass(slots=True)
class Line:
    """A segment's items with the symbols that no rule has spent yet."""

    items: list[Item]
    context: Context
    headline: bool
    symbols: str = ""
    found: list[Found] = field(default_factory=list)
    unsettled: list[Item] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.symbols = "".join(item.symbol for item in self.items)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the pattern's matches over what is unspent; one that the caller leaves unspent is tried again from
        its second item.
        """
        at = 0
        while (match := pattern.search(self.symbols, at)) is not None:
            before = self.symbols
            yield match
            at = match.end() if self.symbols != before else match.start() + 1

    def spend(self, start: int, end: int) -> None:
        self.symbols = self.symbols[:start] + "_" * (end - start) + self.symbols[end:]

    def add(
        self,
        span: tuple[int, int],
        *,
        kind: PccKind,
        area_id: str,
        rule_id: str,
        deciding: tuple[int, ...],
        person: str | None = None,
    ) -> None:
        start, end = span
        self.found.append(
            Found(
                start=start,
                end=end,
                kind=kind,
                area_id=area_id,
                rule_id=rule_id,
                deciding=deciding,
                person=person,
            )
        )
        self.spend(start, end)

    def index(self, match: re.Match[str], symbols: str) -> int:
        """Return the index of the match's first item with one of the symbols.

        Raises:
            LookupError: the match has none; its pattern is wrong.
        """
        for at in range(match.start(), match.end()):
            if self.symbols[at] in symbols:
                return at
        raise LookupError(f"no {symbols} in {self.symbols[match.start() : match.end()]!r}")

    def area(self, at: int) -> str:
        return self.items[at].area_ids[0]


def refuse_others(line: Line) -> None:
    """Spend deputies and other commissioners' titles, save London's deputy mayor for policing."""
    for pattern in grammar.REFUSED:
        for match in line.matches(pattern):
            symbols = match.group()
            london = any(
                line.items[at].area_ids == ("london",)
                for at in range(match.start(), match.end())
                if line.symbols[at] in "NA"
            )
            if london and re.search(r"DR|D?Q", symbols):
                continue
            line.spend(*match.span())


def persons_with_office(line: Line) -> None:
    """Find persons whose office and area stand beside them; a known name of another area is left for itself."""
    for pattern in (grammar.OFFICE_PERSON, grammar.PERSON_OFFICE):
        for match in line.matches(pattern):
            at, name_at = line.index(match, "A"), line.index(match, "N")
            area_id = line.area(at)
            pairs = [pair for pair in people.holders(line.items[name_at]) if pair[1] == area_id]
            if not pairs and (match["sep"] or pattern is grammar.PERSON_OFFICE):
                continue
            person = pairs[0][0] if pairs else None
            line.context.titled.update(pairs)
            line.add(
                match.span(),
                kind=PccKind.PERSON,
                area_id=area_id,
                rule_id=PERSON_RULE,
                deciding=(at, name_at),
                person=person,
            )


def strangers_with_office(line: Line) -> None:
    """Find persons whom the registry does not know, beside an office with its area."""
    if line.headline:
        return
    for pattern in (grammar.OFFICE_STRANGER, grammar.STRANGER_OFFICE):
        for match in line.matches(pattern):
            spoken = [
                line.items[at].text.lower() for at in range(*match.span("name")) if line.symbols[at] == "W"
            ]
            if any(word in words.NO_NAMES or not word.isalpha() for word in spoken):
                continue
            at = line.index(match, "A")
            line.add(
                match.span(), kind=PccKind.PERSON, area_id=line.area(at), rule_id=PERSON_RULE, deciding=(at,)
            )


def offices_in_lists(line: Line) -> None:
    """Find "Dorset and Kent PCCs" and "PCCs for Dorset and Kent": each area is an office of its own."""
    for pattern in (grammar.AREAS_OFFICES, grammar.OFFICES_AREAS):
        for match in line.matches(pattern):
            places = [at for at in range(*match.span()) if line.symbols[at] == "A"]
            first, last = match.span()
            for at in places:
                start = first if pattern is grammar.OFFICES_AREAS and at == places[0] else at
                end = last if pattern is grammar.AREAS_OFFICES and at == places[-1] else at + 1
                line.add(
                    (start, end),
                    kind=PccKind.OFFICE,
                    area_id=line.area(at),
                    rule_id=OFFICE_RULE,
                    deciding=(at,),
                )


def offices(line: Line) -> None:
    """Find offices with their area, and bodies by a name of their own."""
    for match in line.matches(grammar.ONE_OFFICE):
        at = line.index(match, "A")
        line.add(
            match.span(), kind=PccKind.OFFICE, area_id=line.area(at), rule_id=OFFICE_RULE, deciding=(at,)
        )


def own_names(line: Line) -> None:
    for match in line.matches(grammar.OWN_NAME):
        at = match.start()
        line.add(
            match.span(), kind=PccKind.OFFICE, area_id=line.area(at), rule_id=OFFICE_RULE, deciding=(at,)
        )


def persons_with_title(line: Line) -> None:
    """Find persons with a title but no area: the registry gives it."""
    for pattern in (grammar.TITLE_PERSON, grammar.PERSON_TITLE):
        for match in line.matches(pattern):
            at = line.index(match, "N")
            pair = people.with_title(line.items[at], line.context)
            others = [
                line.area(other)
                for other in range(*match.span())
                if line.symbols[other] in "AM" and other != at
            ]
            if pair is None or any(area != pair[1] for area in others):
                continue
            if "Q" in match.group() and pair[1] not in line.items[line.index(match, "Q")].area_ids:
                continue
            line.context.titled.add(pair)
            line.add(
                match.span(),
                kind=PccKind.PERSON,
                area_id=pair[1],
                rule_id=PERSON_RULE,
                deciding=(at,),
                person=pair[0],
            )


def bare_persons(line: Line) -> None:
    """Find office-holders' names that stand alone, unless another post is given with them."""
    for match in line.matches(grammar.BARE_PERSON):
        at = line.index(match, "N")
        pair = people.bare(line.items[at], line.context)
        if pair is None or people.in_another_post(line.items, *match.span()):
            line.spend(*match.span())
            continue
        line.add(
            match.span(),
            kind=PccKind.PERSON,
            area_id=pair[1],
            rule_id=PERSON_RULE,
            deciding=(at,),
            person=pair[0],
        )


def surnames_with_title(line: Line) -> None:
    """Find "Commissioner Allen" in a document that calls Joy Allen by her title."""
    for match in line.matches(grammar.TITLE_SURNAME):
        surname = line.items[match.end() - 1].text
        pairs = [pair for pair in line.context.titled if pair[0].split()[-1] == surname]
        if len(pairs) == 1 and (match.end() == len(line.symbols) or line.symbols[match.end()] != "W"):
            line.add(
                match.span(),
                kind=PccKind.PERSON,
                area_id=pairs[0][1],
                rule_id=PERSON_RULE,
                deciding=(match.end() - 1,),
                person=pairs[0][0],
            )


def offices_by_context(line: Line) -> None:
    """Find short forms of offices ("SPCC", "DMPC") whose area the document shows; keep the others for an issue."""
    for match in line.matches(grammar.CONTEXT_NAME):
        item = line.items[match.start()]
        candidates = item.area_ids
        named = line.context.named(candidates)
        if len(named) == 1:
            line.add(
                match.span(),
                kind=PccKind.OFFICE,
                area_id=named[0],
                rule_id=OFFICE_RULE,
                deciding=(match.start(),),
            )
        elif candidates:
            line.unsettled.append(item)
            line.spend(*match.span())


def forces(line: Line) -> None:
    """Find forces: by name, in lists that share the word, and by area with "police" in lower case."""
    for match in line.matches(grammar.FORCE_SLASH_AREA):
        if line.area(match.start()) == line.area(match.end() - 1):
            at = match.start()
            line.add(
                match.span(), kind=PccKind.AREA, area_id=line.area(at), rule_id=AREA_RULE, deciding=(at,)
            )
    for match in line.matches(grammar.AREAS_FORCE):
        if line.symbols[match.end() - 1] == "p" and _is_no_force(line, match.end()):
            continue
        places = [at for at in range(*match.span()) if line.symbols[at] in "AF"]
        for at in places:
            end = match.end() if at == places[-1] else at + 1
            line.add((at, end), kind=PccKind.FORCE, area_id=line.area(at), rule_id=FORCE_RULE, deciding=(at,))
    for pattern in (grammar.AREA_POLICE, grammar.FORCE):
        for match in line.matches(pattern):
            at, end = match.span()
            if _is_no_force(line, end) or (pattern is grammar.FORCE and _is_other_body(line, end)):
                if pattern is grammar.FORCE:
                    line.spend(at, end)
                continue
            line.add((at, end), kind=PccKind.FORCE, area_id=line.area(at), rule_id=FORCE_RULE, deciding=(at,))


def _is_no_force(line: Line, end: int) -> bool:
    """Say whether "police" goes on as "police force area" or as the name of another office or plan."""
    after = [item.text.lower() for item in line.items[end : end + 3]]
    if after[:1] == ["force"]:
        after = after[1:]
    return after[:1] in (["area"], ["areas"]) or (
        after[:1] in (["and"], ["&"]) and after[1:2] in (["crime"], ["fire"])
    )


def _is_other_body(line: Line, end: int) -> bool:
    after = [
        item.text.lower() for item in line.items[end : end + 3] if item.is_capitalised or item.symbol == "&"
    ]
    if after[:1] == ["and"] or after[:1] == ["&"]:
        return len(after) == 3 and after[2] in words.INSTITUTIONS
    return bool(after) and after[0] in words.BODIES_OF_FORCES


def areas(line: Line) -> None:
    """Find areas used as places or recipients, unless the name is part of another name."""
    for match in line.matches(grammar.AREA):
        at, end = match.span()
        if end - at > 1 and line.area(at) != line.area(at + 2):
            end = at + 1
        if names.continued_by(line.items, at, headline=line.headline) is not None:
            line.spend(at, end)
            continue
        line.add((at, end), kind=PccKind.AREA, area_id=line.area(at), rule_id=AREA_RULE, deciding=(at,))
        _shortened_areas(line, at)


def _shortened_areas(line: Line, at: int) -> None:
    """Find "West" in "West and South Yorkshire": a word that makes an area with the last word of the one after it."""
    last_word = line.items[at].text.rpartition(" ")[2]
    joint = at - 1
    while joint > 0 and line.symbols[joint] in "&,":
        word = line.items[joint - 1]
        area_id = plain_areas().get(f"{word.text} {last_word}")
        if area_id is None or word.symbol != "W":
            return
        line.add(
            (joint - 1, joint),
            kind=PccKind.AREA,
            area_id=area_id,
            rule_id=AREA_RULE,
            deciding=(joint - 1, at),
        )
        joint -= 2


RULES = (
    refuse_others,
    persons_with_office,
    strangers_with_office,
    persons_with_title,
    offices_in_lists,
    offices,
    own_names,
    bare_persons,
    surnames_with_title,
    offices_by_context,
    forces,
    areas,
)
