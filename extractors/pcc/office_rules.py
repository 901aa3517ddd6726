"""Offices: with their area, in lists, by a name of their own, by a short form; and those that do not count."""

from __future__ import annotations

import re

from extractors.model import PccKind
from extractors.pcc import grammar, people
from extractors.pcc.line import OFFICE_RULE, Line
from extractors.pcc.symbols import Item


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
        if line.is_chief_officer(match, at):
            line.spend(*match.span())
            continue
        line.add(
            match.span(), kind=PccKind.OFFICE, area_id=line.area(at), rule_id=OFFICE_RULE, deciding=(at,)
        )


def own_names(line: Line) -> None:
    """Find bodies by a name of their own, with their area in front ("London's MOPAC") where it is the same."""
    for match in line.matches(grammar.OWN_NAME):
        at = line.index(match, "M")
        start = match.start() if line.area(match.start()) == line.area(at) else at
        line.add(
            (start, match.end()),
            kind=PccKind.OFFICE,
            area_id=line.area(at),
            rule_id=OFFICE_RULE,
            deciding=(at,),
        )


def offices_by_context(line: Line) -> None:
    """Find short forms of offices ("SPCC", "DMPC") whose area the document shows; keep the others for an issue."""
    for match in line.matches(grammar.CONTEXT_NAME):
        item = line.items[match.start()]
        candidates = item.area_ids
        named = line.context.named(candidates)
        if len(named) == 1 and not _other_deputies(line, item):
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


def _other_deputies(line: Line, item: Item) -> list[str]:
    """Return the areas that the document names whose deputy mayors, who do not count, go by the same short form."""
    if "deputy" not in item.text.lower() and item.text != "DMPC":
        return []
    return line.context.named(people.deputy_areas() - set(item.area_ids))
