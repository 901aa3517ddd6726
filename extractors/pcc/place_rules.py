"""Forces, and areas used as places or recipients."""

from __future__ import annotations

import itertools

from extractors.model import PccKind
from extractors.pcc import grammar, names, words
from extractors.pcc.lexicon import plain_areas
from extractors.pcc.line import AREA_RULE, FORCE_RULE, Line


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
    for match in line.matches(grammar.AREA_POLICE):
        if not _is_no_force(line, match.end()):
            _add_force(line, *match.span())
    for match in line.matches(grammar.FORCE):
        if _is_other_body(line, match.end()):
            line.spend(*match.span())
        else:
            _add_force(line, *match.span())


def _add_force(line: Line, start: int, end: int) -> None:
    line.add(
        (start, end), kind=PccKind.FORCE, area_id=line.area(start), rule_id=FORCE_RULE, deciding=(start,)
    )


def _is_no_force(line: Line, end: int) -> bool:
    """Say whether "police" goes on as "police force area" or as the name of another office or plan."""
    after = [item.text.lower() for item in line.items[end : end + 3]]
    if after[:1] == ["force"]:
        after = after[1:]
    return after[:1] in (["area"], ["areas"]) or (
        after[:1] in (["and"], ["&"]) and after[1:2] in (["crime"], ["fire"])
    )


def _is_other_body(line: Line, end: int) -> bool:
    """Say whether the words right behind a force's name make another body of it ("Kent Police Federation")."""
    behind = itertools.takewhile(
        lambda item: item.is_capitalised or item.symbol == "&", line.items[end : end + 3]
    )
    after = [item.text.lower() for item in behind]
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
