"""Who a recipient's short form is: "GMP", "Mr Preston" or "the OPCC" in a document that has named them in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.model import AwardClaim, ClaimMethod, Document, PccKind, PccMention

_ACRONYM = re.compile(r"[A-Z][A-Za-z&]{0,6}[A-Z]")
_TITLED = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Commissioner|PCC|Mayor) (?P<name>[A-Z][\w'-]+)"
)
# What newspapers call two forces everywhere.
_WELL_KNOWN = {"gmp": "greater-manchester", "met": "london"}
_OFFICE = re.compile(
    r"(?:the )?(?:OPCC|OPFCC|PCC|PFCC|(?:office of the )?police(?:, fire)? (?:and|&) crime commissioner(?:'s office)?"
    r"|PCC's office|commissioner's office)(?: \([A-Z]+\))?",
    re.IGNORECASE,
)


def identified(
    claims: Iterable[AwardClaim],
    document: Document,
    pcc: Sequence[PccMention],
    area: PccMention | None,
) -> Iterator[AwardClaim]:
    """Yield the claims with the police area that the document gives for a recipient's short form.

    ``area`` is a mention of the one police area that the document is about, if there is one.

    Positive: "Greater Manchester Police (GMP) ... GMP will receive £5,000". Negative: "Mr Preston" where no person of
    that name holds an office.
    """
    for claim in claims:
        if claim.area_id is not None or claim.method is ClaimMethod.TABLE:
            yield claim
            continue
        area_id = area_named(claim.recipient, document, pcc, area)
        yield claim if area_id is None else replace(claim, area_id=area_id)


def area_named(
    recipient: str, document: Document, pcc: Sequence[PccMention], area: PccMention | None
) -> str | None:
    """Return the police area that a recipient's short form means in the document, or None. See :func:`identified`."""
    area_id = _area_of(recipient, document.text, pcc)
    return area.area_id if area_id is None and area is not None and _OFFICE.fullmatch(recipient) else area_id


def _area_of(recipient: str, text: str, pcc: Sequence[PccMention]) -> str | None:
    """Return the area that the same words mean elsewhere in the document, or that of the office-holder with that
    surname, or of the force that the acronym shortens."""
    titled = _TITLED.fullmatch(recipient)
    same = {m.area_id for m in pcc if m.text == recipient}
    if len(same) == 1:
        return same.pop()
    if recipient.lower().removeprefix("the ") in _WELL_KNOWN:
        return _WELL_KNOWN[recipient.lower().removeprefix("the ")]
    if titled:
        areas = {
            m.area_id
            for m in pcc
            if m.kind is PccKind.PERSON and titled["name"] in re.split(r"[\s,]+", m.text)
        }
    elif _ACRONYM.fullmatch(recipient):
        behind = re.compile(rf",? ?\((?:the )?[\"'“‘]?{re.escape(recipient)}\b")
        areas = {m.area_id for m in pcc if behind.match(text, m.end_char)}
    else:
        return None
    return areas.pop() if len(areas) == 1 else None
