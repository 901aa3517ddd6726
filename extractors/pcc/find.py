"""From a document's segments to its mentions of police areas, their offices, office-holders and forces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.model import BlockKind, Cue, Document, Issue, PccKind, PccMention, Severity
from extractors.nlp import make_doc
from extractors.pcc import office_rules, person_rules, place_rules
from extractors.pcc.context import Context, read_context, settle
from extractors.pcc.lexicon import can_match, find_names
from extractors.pcc.line import PERSON_RULE, Found, Line
from extractors.pcc.names import is_headline
from extractors.pcc.symbols import Item, itemise, select
from extractors.segments import Segment

#: In this order: what names more, and more exactly, spends its words first.
RULES = (
    office_rules.refuse_others,
    person_rules.persons_with_office,
    person_rules.strangers_with_office,
    person_rules.persons_with_title,
    office_rules.offices_in_lists,
    office_rules.offices,
    office_rules.own_names,
    person_rules.bare_persons,
    person_rules.surnames_with_title,
    office_rules.offices_by_context,
    place_rules.forces,
    place_rules.areas,
)


def find_pcc(document: Document, segments: Sequence[Segment]) -> tuple[list[PccMention], list[Issue]]:
    """Return the mentions of one identifiable police area's commissioner, office, force or area, in text order.

    Args:
        document: gives the day by which persons and bodies are resolved, and the publisher.
        segments: the article's sentences, items and cells (:func:`extractors.segments.segment`).

    Returns:
        Mentions that do not overlap, and an issue ``ambiguous-office`` for each short form whose area the document
        does not show.

    Positive: "PCC Donna Jones" is a person of Hampshire. Negative: "Kent County Council" is nothing.
    """
    chosen = [part for part in segments if can_match(part.text)]
    tokens = [part.tokens for part in chosen]
    lines = [itemise(doc, select(find_names(doc))) for doc in tokens]
    context = read_context(document, lines, _items_of(document.publisher or ""))
    mentions: list[PccMention] = []
    issues: list[Issue] = []
    found: list[tuple[Segment, Line]] = []
    for part, items in zip(chosen, lines, strict=True):
        headline = part.block.kind is BlockKind.HEADING or part.block_no == 0
        settled = settle(items, context)
        line = Line(settled, context, headline=headline and is_headline(settled))
        found.append((part, line))
    for rule in RULES:
        for _, line in found:
            rule(line)
    for part, line in found:
        mentions += [_mention(part, line.items, entry) for entry in line.found]
        issues += [_issue(document, part, item, context) for item in line.unsettled]
    mentions += _strangers_again(segments, [pair for _, line in found for pair in line.strangers], mentions)
    mentions.sort(key=lambda mention: mention.start_char)
    return _join_signatures(document, mentions), issues


def _items_of(text: str) -> list[Item]:
    doc = make_doc(text)
    return itemise(doc, select(find_names(doc)))


def _mention(part: Segment, items: Sequence[Item], entry: Found) -> PccMention:
    start, end = part.view.span(items[entry.start].start_char, items[entry.end - 1].end_char)
    cues = []
    for at in entry.deciding:
        item = items[at]
        first, last = part.view.span(item.start_char, item.end_char)
        attribute, value = ("area_id", entry.area_id)
        if item.symbol == "N":
            attribute, value = "person", entry.person or item.text
        cues.append(
            Cue(
                attribute=attribute,
                value=value,
                text=part.document.text[first:last],
                rule_id=entry.rule_id,
                start_char=first,
                end_char=last,
            )
        )
    return PccMention(
        document_id=part.document.document_id,
        start_char=start,
        end_char=end,
        text=part.document.text[start:end],
        sentence=part.text,
        rule_id=entry.rule_id,
        cues=tuple(cues),
        kind=entry.kind,
        area_id=entry.area_id,
        person=entry.person,
    )


def _strangers_again(
    segments: Sequence[Segment], strangers: Sequence[tuple[str, str]], mentions: Sequence[PccMention]
) -> list[PccMention]:
    """Return the bare mentions of persons whom the registry does not know but the document has introduced."""
    taken = [(mention.start_char, mention.end_char) for mention in mentions]
    again: list[PccMention] = []
    for name, area_id in dict.fromkeys(strangers):
        for part in segments:
            for match in re.finditer(rf"\b{re.escape(name)}\b", part.text):
                start, end = part.view.span(*match.span())
                if any(start < other_end and other_start < end for other_start, other_end in taken):
                    continue
                text = part.document.text[start:end]
                cue = Cue(
                    attribute="area_id",
                    value=area_id,
                    text=text,
                    rule_id=PERSON_RULE,
                    start_char=start,
                    end_char=end,
                )
                again.append(
                    PccMention(
                        document_id=part.document.document_id,
                        start_char=start,
                        end_char=end,
                        text=text,
                        sentence=part.text,
                        rule_id=PERSON_RULE,
                        cues=(cue,),
                        kind=PccKind.PERSON,
                        area_id=area_id,
                    )
                )
                taken.append((start, end))
    return again


def _issue(document: Document, part: Segment, item: Item, context: Context) -> Issue:
    named = context.named(item.area_ids)
    which = f"names {' and '.join(named)}" if named else "names none of them"
    return Issue(
        code="ambiguous-office",
        severity=Severity.INFO,
        stage="annotate",
        message=f"{item.text!r} can be of {', '.join(item.area_ids)}; the document {which}",
        source_id=document.source_id,
        url=document.url,
        document_id=document.document_id,
        fragment=part.text,
    )


def _join_signatures(document: Document, mentions: list[PccMention]) -> list[PccMention]:
    """Join a name and the office under it ("Alan Billings" / "Police and Crime Commissioner for South Yorkshire")."""
    joined: list[PccMention] = []
    taken: set[str] = set()
    for first, second in pairwise(mentions):
        between = document.text[first.end_char : second.start_char]
        if (
            {first.kind, second.kind} == {PccKind.PERSON, PccKind.OFFICE}
            and first.area_id == second.area_id
            and first.mention_id not in taken
            and not between.strip(" \t\r\n,-–—|")
        ):
            taken |= {first.mention_id, second.mention_id}
            joined.append(
                PccMention(
                    document_id=first.document_id,
                    start_char=first.start_char,
                    end_char=second.end_char,
                    text=document.text[first.start_char : second.end_char],
                    sentence=first.sentence,
                    rule_id=PERSON_RULE,
                    cues=first.cues + second.cues,
                    kind=PccKind.PERSON,
                    area_id=first.area_id,
                    person=first.person or second.person,
                )
            )
    joined += [mention for mention in mentions if mention.mention_id not in taken]
    return sorted(joined, key=lambda mention: mention.start_char)
