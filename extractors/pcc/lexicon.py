"""The names that the rules know, from the registries, as spaCy phrase matchers with one symbol each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from extractors import registry
from extractors.nlp import blank
from extractors.pcc import words

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

#: Suffixes that make a force of any name of its area.
_FORCE_SUFFIXES = ("Police", "Constabulary", "Police Force", "Police Service")
_WORD = re.compile(r"[^\W_][\w&.]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What a phrase can be. ``symbol`` is its letter in the grammar (:mod:`extractors.pcc.symbols`).

    ``area_ids`` are the areas that it may name. ``needs_context`` says that it names one only in a document that
    shows which. ``any_case`` is for titles; other names must be capitalised as in the registry.
    """

    phrase: str
    symbol: str
    area_ids: tuple[str, ...] = ()
    person: str | None = None
    needs_context: bool = False
    any_case: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in the tokens ``[start, end)`` of a segment."""

    name: Name
    start: int
    end: int


def _area_names() -> Iterator[Name]:
    for area in registry.areas():
        ids = (area.area_id,)
        forms = (area.area_name, *area.area_aliases)
        for form in forms:
            yield Name(phrase=form, symbol="A", area_ids=ids)
            if area.area_id != "london":
                for suffix in _FORCE_SUFFIXES:
                    yield Name(phrase=f"{form} {suffix}", symbol="F", area_ids=ids)
        for form in (area.force_name, *area.force_aliases):
            yield Name(phrase=form, symbol="F", area_ids=ids)
        for form in area.area_acronyms:
            yield Name(phrase=form, symbol="A", area_ids=ids, needs_context=True)
        for form in area.force_acronyms:
            yield Name(phrase=form, symbol="F", area_ids=ids, needs_context=True)


def _office_names() -> Iterator[Name]:
    for office in registry.offices():
        ids = (office.area_id,)
        for form in office.aliases:
            yield Name(phrase=form, symbol="M", area_ids=ids)
        for form in office.acronyms:
            yield Name(phrase=form, symbol="Q", area_ids=ids, needs_context=True)


def _title_names() -> Iterator[Name]:
    for title in words.TITLES:
        yield Name(phrase=title, symbol="T", any_case=True)
        if title.endswith("commissioner"):
            yield Name(phrase=f"{title}s", symbol="S", any_case=True)
    for title in words.WELSH_TITLES:
        yield Name(phrase=title, symbol="Y", any_case=True)
    for acronyms, symbol in (
        (words.TITLE_ACRONYMS, "T"),
        (words.PLURAL_ACRONYMS, "S"),
        (words.OFFICE_ACRONYMS, "O"),
    ):
        for acronym in acronyms:
            yield Name(phrase=acronym, symbol=symbol)


def _person_names() -> Iterator[Name]:
    for holder in registry.commissioners():
        if holder.office_type == "deputy-mayor" and holder.area_id != "london":
            continue  # deputies do not count, save London's
        for form in (holder.person, *holder.aliases):
            yield Name(phrase=form, symbol="N", area_ids=(holder.area_id,), person=holder.person)


def _lookalike_names() -> Iterator[Name]:
    for entry in registry.lookalikes():
        of_title = entry.lookalike_of == "pcc" and " " in entry.text
        yield Name(phrase=entry.text, symbol="L", any_case=of_title)


@cache
def names() -> tuple[Name, ...]:
    """Return every known name; those of one phrase and symbol are one, with the areas of all."""
    merged: dict[tuple[str, str], Name] = {}
    sources = (_area_names(), _office_names(), _title_names(), _person_names(), _lookalike_names())
    for source in sources:
        for name in source:
            key = (name.phrase, name.symbol)
            known = merged.get(key)
            if known is None:
                merged[key] = name
            else:
                ids = tuple(dict.fromkeys(known.area_ids + name.area_ids))
                merged[key] = replace(known, area_ids=ids)
    return tuple(merged.values())


def _is_acronym(phrase: str) -> bool:
    """Say whether a phrase is one word with capitals inside, so that its case tells it from a word."""
    return phrase == "Pcc" or (
        phrase.replace("&", "").replace(".", "").isalnum() and not phrase[1:].islower()
    )


@cache
def _matchers() -> tuple[PhraseMatcher, PhraseMatcher, dict[int, list[Name]]]:
    from spacy.matcher import PhraseMatcher
    from spacy.vocab import Vocab

    nlp = blank()
    # A vocabulary of their own: what the shared one learns within a memory zone is forgotten at its end, and the
    # first document may be read within one. Matching goes by hashes, which all vocabularies share.
    vocab = Vocab()
    exact = PhraseMatcher(vocab, attr="ORTH")
    folded = PhraseMatcher(vocab, attr="LOWER")
    by_key: dict[int, list[Name]] = {}
    for name in names():
        key = f"pcc:{name.phrase}" if _is_acronym(name.phrase) else f"pcc:{name.phrase.lower()}"
        matcher = exact if _is_acronym(name.phrase) else folded
        matcher.add(key, [nlp.make_doc(name.phrase)])
        by_key.setdefault(vocab.strings[key], []).append(name)
    return exact, folded, by_key


def _cased_alike(name: Name, text: str) -> bool:
    """Say whether every word that is capitalised in the name is capitalised in the text too. The common nouns of an
    office need not be: "London mayor", "deputy mayor for policing".
    """
    free = words.OFFICE_NOUNS if name.symbol in "MQ" else frozenset[str]()
    pairs = zip(_WORD.findall(name.phrase), _WORD.findall(text), strict=False)
    return all(
        not known[0].isupper() or not found[0].islower() or known.lower() in free for known, found in pairs
    )


def find_names(tokens: Doc) -> list[Hit]:
    """Return the known names in a segment's tokens, overlapping ones too, in text order."""
    exact, folded, by_key = _matchers()
    hits: list[Hit] = []
    for matcher in (exact, folded):
        for key, start, end in matcher(tokens):
            text = tokens[start:end].text
            hits += [
                Hit(name, start, end)
                for name in by_key[key]
                if name.any_case or matcher is exact or _cased_alike(name, text)
            ]
    return sorted(hits, key=lambda hit: (hit.start, -hit.end))


@cache
def _keys() -> frozenset[str]:
    """Return one word of each name that can yield a mention: no segment without one of them can match."""
    keys: set[str] = {"met"}
    for name in names():
        if name.symbol in "AFMNQ":
            capital = [word for word in _WORD.findall(name.phrase) if word[0].isupper()]
            keys.add(max(capital, key=len).lower())
    return frozenset(keys)


@cache
def plain_areas() -> dict[str, str]:
    """Return the areas by the names that stand alone, as "West Yorkshire" for west-yorkshire."""
    return {
        name.phrase: name.area_ids[0] for name in names() if name.symbol == "A" and not name.needs_context
    }


def can_match(text: str) -> bool:
    """Say, cheaply, whether a segment's plain text holds a word without which no rule of this package matches."""
    return not _keys().isdisjoint(word.lower() for word in _CAPITALISED.findall(text))


_CAPITALISED = re.compile(r"[A-Z][^\W_]*(?:&[A-Z]+)?")
