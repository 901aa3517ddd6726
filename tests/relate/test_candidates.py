"""Who could get an amount: the names around it, each once, and never very many."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extractors.model import Block, BlockKind, Document
from extractors.pipeline import analyse
from extractors.relate.candidates import Candidate, Names, Source, candidates
from extractors.relate.choosing import weigh_candidates
from extractors.relate.claims import links_of
from extractors.relate.clauses import clauses_of
from extractors.relate.recipient_features import Asked
from extractors.relate.stand_ins import area_of


def _document(*lines: str) -> Document:
    text, blocks = "", []
    for number, line in enumerate(lines):
        kind = BlockKind.HEADING if number == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(kind=kind, start_char=len(text), end_char=len(text) + len(line)))
        text += line + "\n"
    return Document(
        document_id="d", capture_id="0" * 64, source_id="s", url="file:///d", text=text,
        blocks=tuple(blocks), parser="p",
    )  # fmt: skip


def _asked(*lines: str) -> Iterator[tuple[Asked, Names]]:
    document = _document(*lines)
    a = analyse(document)
    clauses = clauses_of(a.segments, a.money, a.pcc, a.programmes)
    area = area_of(document, a.pcc)
    every = links_of(clauses, area)
    names = Names(clauses)
    for clause in clauses:
        for at, mention in clause.money:
            links = every.get(mention.mention_id, ())
            yield Asked(clause=clause, at=at, mention=mention, links=links, area=area), names


def _candidates(*lines: str) -> list[list[Candidate]]:
    return [candidates(names, k.clause, k.at, k.links, k.area) for k, names in _asked(*lines)]


@pytest.mark.parametrize(
    ("lines", "name", "source"),
    [
        (("Grants", "Ripple Boxing Club toasts £3,000."), "Ripple Boxing Club", Source.BEFORE),
        (("Grants", "There was £3,000 as well, Ripple Boxing Club heard."), "Ripple Boxing Club", Source.BEHIND),
        (("Grants", "Ripple Boxing Club trains daily.", "It got £3,000."), "Ripple Boxing Club", Source.EARLIER),
        (("Grants", "One club got £3,000.", "Ripple Boxing Club buys gloves."), "Ripple Boxing Club", Source.LATER),
    ],
)  # fmt: skip
def test_where_a_candidate_stands(lines: tuple[str, ...], name: str, source: Source) -> None:
    (found,) = _candidates(*lines)
    one = next(k for k in found if k.recipient.text == name)
    assert one.source is source


def test_a_body_named_twice_is_one_candidate_at_its_nearest_place() -> None:
    (found,) = _candidates("Ripple Boxing Club wins", "The Ripple Boxing Club banked £3,000.")
    named = [k for k in found if "Ripple" in k.recipient.text]
    assert len(named) == 1
    assert named[0].steps == 0


def test_candidates_stay_few_in_a_sentence_of_very_many_names() -> None:
    many = ", ".join(f"Hall {number} Trust got £{1000 + 7 * number}" for number in range(10, 90))
    for found in _candidates("Grants", f"Grants went out: {many}."):
        assert len(found) <= 24


def test_the_likeliest_candidate_is_first_and_none_is_made_up() -> None:
    ((asked, names),) = _asked("Grants", "Ripple Boxing Club was awarded £3,000 for gloves by Kent Police.")
    assert weigh_candidates(asked, names)[0].candidate.recipient.text == "Ripple Boxing Club"
    ((asked, names),) = _asked("a note", "there is £3,000 left.")
    assert weigh_candidates(asked, names) == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("In 2014/15 the Authority received £454,000 from the Home Office.", "Authority"),
        ("The Office of the Police and Crime Commissioner was awarded £157,423.33 in July.",
         "Office of the Police and Crime Commissioner"),
        ("And the All Saints area of Kettering benefited from £280,000.", "All Saints area of Kettering"),
    ],
)  # fmt: skip
def test_defined_terms_and_parts_of_towns_are_candidates(sentence: str, who: str) -> None:
    (found,) = _candidates("Papers", sentence)
    assert who in [one.recipient.text for one in found]


def test_a_name_that_heads_an_entry_is_a_candidate_for_the_sum_below() -> None:
    body = "Leeway (Domestic Abuse and Violence Services)\n\n£31,057 for 32 laptops and phones."
    (found,) = _candidates("Grants made this spring", body)
    assert "Leeway" in [one.recipient.text for one in found]
