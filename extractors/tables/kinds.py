"""What a table's amounts are: awards, shares of a sum, sizes, or no funding."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractors.tables import headers
from extractors.tables.reading import AmountField, TableKind

#: Headers without a word hold years and signs only, and leave it to the text above to say what the table is.
_WORD = re.compile(r"[^\W\d_]{3}")
#: Words that say no more than that there is money.
_PLAIN = re.compile(
    r"\b(?:amounts?|totals?|values?|sums?|figures?|table|million|thousands?|pounds|gbp)\b", re.I
)
#: A line above a table without headers is its headings, not a sentence, where it ends as none does.
_SENTENCE = re.compile(r"[.:;!?,]\s*$")
#: The question that a table of costs answers.
_HOW_MUCH = re.compile(
    r"\bhow much\b[^.?!]{0,120}\b(?:spen[dt]|spending|paid (?:out )?(?:in|for|on)|costs?)\b", re.I
)
_YET_TO_SPEND = re.compile(
    r"\b(?:to|must|will|can|may|should)(?: be)? (?:spend|spent)\b|\bhow much\b[^.?!]{0,60}\b(?:get|gets|receives?)\b",
    re.I,
)
#: Whoever is listed as one of these was given what it spent; an area or a force spends its own.
_GRANTEE = re.compile(
    r"\b(?:recipients?|organi[sz]ations?|applicants?|grantees?|awarded to|groups?|charit(?:y|ies)|clubs?|schools?"
    r"|projects?|beneficiar(?:y|ies)|providers?|partners?|bidders?)\b",
    re.IGNORECASE,
)


def kind_of(
    labels: Sequence[str],
    heads: Mapping[int, str],
    fields: Sequence[AmountField],
    *,
    caption: str,
    above: str,
    who: str,
    summed: bool,
) -> TableKind:
    """Return what a table's amounts are.

    Args:
        labels: the filled cells of the column of recipients, without TOTAL rows.
        heads: the header of each column.
        fields: the columns of amounts.
        caption: the table's caption, or the short line above it.
        above: some text in front of the table.
        who: the header of the column of recipients.
        summed: whether a TOTAL row sums the table.

    Positive: "Area | Award" is a table of awards. Negative: "Area | Savings to date | Effect of the funding review" is
    none.
    """
    lines = sum(headers.COST_LINE.search(text) is not None for text in labels)
    if lines and lines * 10 >= len(labels) * 3:
        return TableKind.OTHER
    if _says_no_funding(heads, fields, caption=caption, above=above, who=who):
        return TableKind.OTHER
    over = " ".join(field.header for field in fields)
    if labels and sum(headers.PERIOD.fullmatch(text) is not None for text in labels) * 2 > len(labels):
        spoken = f"{over} {caption}"
        spent = headers.SPENT.search(spoken) and not headers.bestows(spoken)
        if spent or not headers.GIVEN.search(spoken):
            return TableKind.OTHER
        return TableKind.SHARES if summed else TableKind.SIZES
    if headers.THEME.search(who) and not headers.PROJECT.search(who):
        return TableKind.SHARES
    if (
        headers.GIVEN.search(f"{over} {caption} {who}")
        or headers.RECIPIENT.search(who)
        or headers.PROJECT.search(who)
    ):
        return TableKind.AWARDS
    given, lost = headers.GIVEN.search(above), headers.LOST.search(above) or headers.BUDGET.search(above)
    if any(_WORD.search(head) for head in heads.values()):
        return TableKind.AWARDS if given and not lost else TableKind.OTHER
    return TableKind.OTHER if lost and not given else TableKind.AWARDS


def _says_no_funding(
    heads: Mapping[int, str], fields: Sequence[AmountField], *, caption: str, above: str, who: str
) -> bool:
    """Whether the headings say that the amounts are costs, savings or budgets, and none of grants.

    A short line right above stands for the headings of a table that has none. Areas and forces under "Spent" spent
    money of their own, as they did under years and kinds of cost where the text speaks of spending; where it speaks of
    grants, they are awards.
    """
    amounts = [field.header for field in fields]
    if not any(_WORD.search(head) for head in heads.values()) and not _SENTENCE.search(caption):
        amounts.append(caption)
    over = " ".join(amounts)
    if not any(headers.gives(words) for words in amounts) and (
        any(headers.takes(words) for words in amounts)
        or headers.BUDGET.search(over)
        or (
            any(headers.COST_SORT.search(head) for head in heads.values())
            and not headers.gives(f"{caption} {who}")
            and not _GRANTEE.search(f"{caption} {who}")
        )
    ):
        return True
    if _GRANTEE.search(who):
        return False
    if headers.SPENT.search(over):
        return not headers.bestows(f"{over} {who} {caption} {above}")
    # Money that is yet to be spent has just been given: "extra money, which must be spent on patrols".
    text = _YET_TO_SPEND.sub(" ", f"{caption} {above}")
    if _WORD.search(who) is None or headers.GIVEN.search(f"{over} {who} {text}"):
        return False
    if _HOW_MUCH.search(text):
        return True
    silent = _WORD.search(_PLAIN.sub("", over)) is None
    return (silent or _are_costs(amounts)) and headers.SPENT.search(text) is not None


def _are_costs(amounts: Sequence[str]) -> bool:
    return all(headers.COST_LINE.search(words) for words in amounts)
