"""Identifiers that keep their meaning: a group goes by the name that most of its members had before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.model import stable_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """``names[i]`` is the identifier of group i; ``superseded`` maps an old identifier that no group goes by any more
    to the one that most of its members have now (None when they are all gone)."""

    names: tuple[str, ...]
    superseded: Mapping[str, str | None]


def name_groups(kind: str, groups: Sequence[Sequence[str]], known: Mapping[str, str]) -> Naming:
    """Give each group of members its identifier.

    ``known`` is the identifier that each member had in the published file. A group without one gets the hash of its
    first member; when a group splits, the part with most of its members keeps the name.
    """
    claims = sorted(
        (-count, min(group), number, old)
        for number, group in enumerate(groups)
        for old, count in Counter(known[member] for member in group if member in known).items()
    )
    named: dict[int, str] = {}
    taken: set[str] = set()
    for _, _, number, old in claims:
        if number not in named and old not in taken:
            named[number] = old
            taken.add(old)
    reserved = taken | set(known.values())
    for number, group in enumerate(groups):
        if number not in named:
            named[number] = _fresh(kind, min(group), reserved)
            reserved.add(named[number])
    names = tuple(named[number] for number in range(len(groups)))
    return Naming(names=names, superseded=_superseded(groups, names, known, taken))


def _fresh(kind: str, first: str, reserved: set[str]) -> str:
    number = 0
    while (name := stable_id(kind, first, *([number] if number else []))) in reserved:
        number += 1
    return name


def _superseded(
    groups: Sequence[Sequence[str]], names: Sequence[str], known: Mapping[str, str], taken: set[str]
) -> dict[str, str | None]:
    heirs: dict[str, Counter[str]] = {old: Counter() for old in known.values() if old not in taken}
    for name, group in zip(names, groups, strict=True):
        for member in group:
            if (old := known.get(member)) in heirs:
                heirs[old][name] += 1
    return {
        old: min(counts, key=lambda name: (-counts[name], name)) if counts else None
        for old, counts in sorted(heirs.items())
    }
