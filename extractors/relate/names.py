"""Names of recipients: bodies, places and projects as a sentence writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.relate.clauses import FUND, MONEY, PCC, PROGRAMME, TARGET, Clause
from extractors.relate.lexicon import words

# A capitalised word, a number inside a name ("Base 51"), initials ("T.L.C.").
_CAP = rf"(?:[A-ZÀ-Þ][\w&/.-]*(?:'(?!s\b)\w+)*(?<![.-])|\d{{1,3}}(?:st|nd|rd|th)(?= [A-Z])|{PCC}|{PROGRAMME})"
_LINK = r"(?:of the|of|and|&|for the|for|in the|in|at the|upon|de|y|the|-)"
_NAME = re.compile(rf"{_CAP}(?:(?:'s?)?(?: {_LINK}){{0,2}} (?:{_CAP}|\d{{1,3}}(?:\.\d)?\b(?!,)))*")
HEAD = re.compile(
    r"(?:council|councils|trust|charity|club|centre|center|service|services|association|foundation|group"
    r"|school"
    r"|academy|college|university|police|constabulary|cadets|partnership|cic|cio|ltd|limited|plc|scouts"
    r"|guides"
    r"|church|society|alliance|network|forum|league|project|scheme|team|house|aid|support|authority|board"
    r"|rescue"
    r"|mdc|mbc|bc|cc|pta|uk|youth|initiative|hub|unit|company|fc|rfc|choir|band|festival|hall|theatre"
    r"|library|hospital|hospice|refuge|farm|gym|museum"
    r"|estate|park|ward|town|city|village|county|crisis|watch|pastors|rugby|boxing|cricket|football"
    r"|church|cathedral)$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:'s)?(?:, and |, | and | & |/)|(?:, and | and )the ")
# What a club may do beside another thing: "AB Boxing and Fitness CIC" is one name.
_SPORT = re.compile(r"\b(?:youth|rugby|boxing|cricket|football|watch|crisis|park)$", re.IGNORECASE)
# Many units of one model, none of them named: "Violence Reduction Units".
_PLURAL_UNITS = re.compile(r"\b(?:units|centres|hubs|teams|partnerships|patrols)$", re.IGNORECASE)
# Many, none of them named: "Groups in Deal", "FRAs in Wales", "Fire and Rescue Authorities".
_MANY = re.compile(
    r"(?:[A-Z]{2,6}s|Groups|Projects|Charities|Councils|Organisations|Communities|Schools|Clubs|Forces|Schemes)"
    r"(?:$| (?:in|across|of|from)\b.*)|.*\b(?:Authorities|Councils|Forces|Charities|Organisations|Agencies"
    r"|Departments|Commissioners|Teams)"
)
_TRAILING = re.compile(r"(?:'s|[\s,.;:-])+$")
_OFFICER = re.compile(
    r"\b(?:secretary|minister|commissioner|chancellor|mp|mps|councillor|cllr|sergeant|inspector"
    r"|superintendent|constable)\b",
    re.IGNORECASE,
)
# "Kent charities": a common noun behind an area makes it many, none of them named.
COLLECTIVE = re.compile(
    r" (?:[a-z]+ )?(?:organisations|groups|projects|charities|communities|schools|residents|counties|councils"
    r"|businesses|authorities|schemes|services|clubs|people|districts|bids|victims|families|towns"
    r"|villages|causes)\b"
)
# The police of an area are the area: "Police in Kent".
_POLICE_IN = re.compile(
    rf"(?:Police|Officers|Policing|Residents|Communities) (?:in|for|across) (?:the )?{PCC}"
)
# What a sentence may begin with, with a capital, before a name.
_OPENING = re.compile(
    r"(?:(?:During|Until|Despite|Under|In|On|Of|Out|Within|Over|Across|At|For|From|To|By|With|Approve"
    r"|Accept|Agree|Award|Allocate|Fund|Formally|Note|And|But|Also"
    r"|While|Whilst|Meanwhile|Following|After|Since|Now|Today|More|Than|Up|About|Around|Nearly|Almost"
    r"|Among|Amongst|Including"
    r"|Other|Another|Both|This|That|These|Those|Here|When|Where|As|If|Last|Next|Earlier|Previously"
    r"|Recently|Currently"
    r"|Through|Under|Last|Every|Each|All|No|Any|Some|Many|Several|Between|Only|Even|Just|Funding|Grants?"
    r"|Awards?|Payment|Money|Cash|Support|Help|Investment|Boost|Approved|Awarded|Successful|Thanks"
    r"|Although|Though|However|Because|Yet|Once|Unlike|Yesterday|Additionally|Furthermore|Moreover|Similarly"
    r"|Finally|Overall|Initially|Originally"
    r"|Project|Projects|Local|Nearby|Neighbouring|Charity|Charities)"
    r"(?: |,|$))+(?:(?:for|to|from) (?:the )?)?"
)
# What stands between an entry's name and its sum: "Leeway (all of Norfolk) – £500", "Harbour: £500".
_ENTRY = re.compile(rf" ?(?:[–—:-]|[–—:-]? ?\([^()]{{3,80}}\)) ?[–—:-]? ?£? ?{MONEY}")
# An entry's heading, with what the name is: "Leeway (domestic abuse services)".
_EXPLAINED = re.compile(r" ?[–—-]? ?\([^()]{3,80}\)\W*$")
_EVERY = re.compile(r"\b(?:Every|Each|No) $")
_ARTICLE = re.compile(r"^(?:the|a|an|our|their|its|his|her) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A recipient as written, with the document span of the words that name it and its police area, if it is one."""

    text: str
    start_char: int
    end_char: int
    area_id: str | None = None


_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?")
_COUNT = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?)",
    re.IGNORECASE,
)


def _generic(text: str) -> bool:
    """Say whether a would-be name is made of common nouns and says many or much ("Local Authorities", "Police").

    Two common nouns that end in the singular can be a name: "Victim Support". A number in front counts:
    "Twenty-five Police and Crime Commissioners" are nobody in particular.
    """
    found = [
        w.lower().rstrip(".").removesuffix("'ve").removesuffix("'re").removesuffix("'ll")
        for w in re.findall(r"[^\W_][\w&'-]*", text)
    ]
    if not all(
        word in words("generic") or _NUMBER.fullmatch(word) or _COUNT.fullmatch(word) for word in found
    ):
        return False
    if _COUNT.fullmatch(found[0]):
        return True
    capitals = re.findall(r"\b[A-Z]", text)
    return len(capitals) < 2 or found[-1] in words("mass") or found[-1].isdigit()


def _is_defined(clause: Clause, start: int, raw: str) -> bool:
    """Say whether a common noun stands for the one body that a paper speaks of: "the Authority", "The Commissioner"."""
    defined = raw[:1].isupper() and raw.lower() in words("institution")
    return defined and clause.text[max(0, start - 4) : start].lower() == "the "


def _known_elsewhere(clause: Clause, text: str) -> bool:
    """Say whether a capitalised run of a title stands as a name in a sentence of the document too."""
    document = clause.segment.document
    at = document.text.find(text)
    while at >= 0:
        if not clause.segment.start_char <= at < clause.segment.end_char:
            return True
        at = document.text.find(text, at + 1)
    return False


def doubtful(clause: Clause, run: tuple[int, int]) -> bool:
    """Say whether a run may owe its capital to the sentence's start alone: "Thirty-one projects", "Work in Kent"."""
    word = clause.text[slice(*run)].split(" ", 1)[0].removesuffix("'s")
    if word[:1] in (PCC, PROGRAMME, FUND) or clause.text[: run[0]].strip("\"'( "):
        return False
    text = clause.text[slice(*run)]
    if " " in text and text.split(" ")[1][:1].isupper():
        return False
    return not (HEAD.search(text) or re.search(rf"[a-z,] {re.escape(word)}\b", clause.segment.document.text))


def recipient_at(clause: Clause, start: int, end: int) -> Recipient | None:
    """Return the recipient that ``clause.text[start:end]`` names, or None where it names nobody.

    A police area alone (or its office, force, person) has an ``area_id``; a longer name that merely holds one
    has none.
    """
    opening = _OPENING.match(clause.text, start, end)
    if opening:
        start = opening.end()
    raw = clause.text[start:end]
    lead = _ARTICLE.match(raw)
    if lead and lead.group().strip().lower() != "the":
        start += lead.end()
    elif lead:
        start += 4
    end = _cut(clause, start, end)
    raw = clause.text[start:end]
    tail = _TRAILING.search(raw)
    if tail:
        end = start + tail.start()
        raw = clause.text[start:end]
    if not raw or MONEY in raw or TARGET in raw:
        return None
    pcc = clause.pcc_at(start)
    if PCC in raw[-1:] and COLLECTIVE.match(clause.text, end):
        return None
    rest = raw[1:].replace("'s", "").strip(" ,").lower()
    if pcc is not None and (not rest or all(w in words("areal") for w in rest.split())):
        first, last = clause.span(start, start + 1)
        return Recipient(
            text=clause.source(start, start + 1), start_char=first, end_char=last, area_id=pcc.area_id
        )
    if raw == FUND:
        return None
    text = clause.source(start, end)
    if PROGRAMME in raw and text.islower():
        return None
    if _MANY.fullmatch(text) or (raw == PROGRAMME and _PLURAL_UNITS.search(text)):
        return None
    if _is_defined(clause, start, raw):
        first, last = clause.span(start, end)
        return Recipient(text=text, start_char=first, end_char=last)
    if PCC not in raw and PROGRAMME not in raw and _generic(raw):
        return None
    if _POLICE_IN.fullmatch(raw):
        area = clause.pcc_at(end - 1)
        return recipient_at(clause, end - 1, end) if area is not None else None
    if PCC not in raw and _OFFICER.search(text):
        return None
    if text.lower() not in words("never") and (
        not clause.is_title_case
        or raw[0] in (PCC, PROGRAMME)
        or HEAD.search(text)
        or _ENTRY.match(clause.text, end)
        or (clause.number > 0 and not clause.text[:start].strip() and _EXPLAINED.match(clause.text, end))
        or _known_elsewhere(clause, text)
    ):
        first, last = clause.span(start, end)
        return Recipient(text=text, start_char=first, end_char=last)
    return None


def _splits(left: str, right: str, *, several: bool) -> bool:
    """Say whether "LEFT and RIGHT" are two names: police areas, or a name that is whole before the "and"."""
    left, right = left.strip("'s ").removeprefix("the "), right.strip()
    if right == PCC or right.startswith(PCC + " and ") or several:
        return True
    if left == PCC:
        return not HEAD.search(right)
    sport = _SPORT.search(left) is not None and HEAD.search(right) is not None
    return " " in left and HEAD.search(left) is not None and not sport


def _cut(clause: Clause, start: int, end: int) -> int:
    """Return where a name ends that runs on into its place or purpose: "Bullion Hall "
    "| in Durham", "Kent | for ~"."""
    for link in re.finditer(r" (?:for|in)(?: the)? ", clause.text[start:end]):
        left = clause.text[start : start + link.start()]
        place = link.group().strip().startswith("in")
        named = clause.text[start + link.end() : end][:1].isupper() and left[:1] not in (PCC, PROGRAMME, FUND)
        if left in (PCC, PROGRAMME) or (" " in left and place) or not (place or named or HEAD.search(left)):
            return start + link.start()
    return end


def split_names(clause: Clause, start: int, end: int, *, several: bool = False) -> list[Recipient]:
    """Return the recipients of a run of names: "Kent, Essex and Victim Support".

    ``several`` says that the sentence speaks of more than one ("each"), so that every "and" parts two names.
    """
    opening = _ARTICLE.match(clause.text, start, end)
    if clause.text[opening.end() if opening else start : end].lower() in words("institution"):
        found = [recipient_at(clause, start, end)]
        return [recipient for recipient in found if recipient is not None]
    cuts = [start]
    for joint in re.finditer(r"; and |; |, and |, | and | & |/", clause.text[start:end]):
        left = clause.text[cuts[-1] : start + joint.start()]
        right = clause.text[start + joint.end() : end]
        comma = joint.group()[0] in ",;"
        if comma or _splits(left, right, several=several or len(cuts) > 2):
            cuts += [start + joint.start(), start + joint.end()]
    cuts.append(end)
    found = [recipient_at(clause, a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if a < b]
    return [recipient for recipient in found if recipient is not None]


def name_runs(clause: Clause, start: int, end: int, *, semicolons: bool = False) -> Iterator[tuple[int, int]]:
    """Yield the spans of name runs in ``clause.text[start:end]``, lists joined: "Kent, Essex and Refuge" is one run.

    With ``semicolons`` a semicolon joins too. What a sentence opens with ("In", "To") is no part of a run.
    """
    run: tuple[int, int] | None = None
    for name in _NAME.finditer(clause.text, start, end):
        joint = clause.text[run[1] : name.start()] if run else ""
        if run and (_JOINT.fullmatch(joint) or (semicolons and joint == "; ")):
            run = (run[0], name.end())
            continue
        if run:
            yield run
        opening = _OPENING.match(clause.text, name.start(), name.end())
        first = opening.end() if opening else name.start()
        if opening and _EVERY.search(opening.group()):
            first = name.end()
        run = (first, name.end()) if first < name.end() else None
    if run:
        yield run
