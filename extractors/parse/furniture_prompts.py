"""Lines of promotion that hold prices and other amounts: links to other stories, offers, credits. Case is ignored.

Each is furniture by how it begins or ends, however much money it speaks of; none is a heading of an article.
"""

from __future__ import annotations

import re

_LONGEST = 260

_PROMPTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (label, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for label, pattern in (
        (
            "related",
            r"\W*(?:read (?:more|also|next|on)|also read|see also|related|don['’]t miss|in pictures|watch|listen"
            r"|more on this)\s*[:|>»]\s*\S.*",
        ),
        ("related", r"\W*(?:tags?|tagged|filed under|posted in|more about|more on)\s*:\s*\S.*"),
        (
            "prompt",
            r"\W*(?:support (?:our|local|independent|quality) (?:[\w-]+ ){0,3}(?:journalism|journalists|newsroom)"
            r"|(?:our|local|independent) journalism (?:needs|depends|relies)|donate (?:from|just|today|now|£)"
            r"|(?:please )?consider (?:making a donation|donating|becoming a)|buy us a (?:coffee|drink)"
            r"|become an? (?:\w+ )?(?:subscriber|supporter|patron)\b).*",
        ),
        (
            "prompt",
            r"\W*(?:subscribe (?:for|from|today|now|to)|subscriptions? (?:from|offers?|start)|digital subscription"
            r"|(?:get|enjoy) unlimited (?:digital )?access|already a subscriber|start your (?:free )?trial"
            r"|(?:buy|order) your copy)\b.*",
        ),
        (
            "prompt",
            r"\W*(?:download|get|try) (?:our|the [\w' -]{2,30}) app\b.*|\W*(?:join|follow) (?:our|us|the)\b.{0,50}\b"
            r"(?:whatsapp|facebook (?:group|page)|telegram)\b.*"
            r"|\W*get (?:breaking|all the|the latest|more|the best)\b.{0,80}\b(?:whatsapp|your phone|your inbox)\b.*",
        ),
        (
            "comments",
            r"(?:.{0,120}[:|?] ?)?(?:(?:share|tell us|let us know) (?:your (?:views|thoughts)|what you think)"
            r"|vote in our poll)(?: in the comments(?: section)?(?: below)?)?\W*"
            r"|.{0,120}\bin the comments(?: section)? below\W*",
        ),
        (
            "promotion",
            r"\W*(?:join us (?:at|on|for|in)\b.*\b(?:tickets?|register|delegates?|webinar|conference|summit)\b.*"
            r"|win (?:an?|one of|tickets|£).{0,80}\b(?:voucher|competition|prize|holiday|tickets|draw)\b.*"
            r"|enter (?:our|the) (?:competition|prize draw)\b.*)",
        ),
        (
            "advert",
            r"(?=.*\b(?:salary|vacancy)\b).*\b(?:click here to apply|apply now)\b.*",
        ),
        (
            "caption",
            r".{0,200}\((?:image|picture|photo|pic|credit)s?(?:graph)?(?: (?:by|credit|courtesy of|supplied by)\b|\s?:)"
            r"[^()]{1,60}\)\W*|.{0,200}[.|] ?(?:picture|photo|pic|image|credit)s? ?: ?[\w /'’.-]{2,40}"
            r"|\(?(?:picture|photo|image|pic)s? (?:by|courtesy of|supplied by) .{2,60}",
        ),
    )
)
#: A call to the reader that stands above a page, not a headline: "Have your say on next year. Take our survey today!"
_CALL = re.compile(
    r"\W*have your say\b.{0,120}\btake (?:our|the|part in (?:our|the)) (?:\w+ )?survey\b.*", re.IGNORECASE
)
#: What closes a card that leads to another story, beside its date: "Read more", "3 days ago", "5 min read".
_LEADS_ON = re.compile(
    r"\W*(?:read (?:more|article|(?:the )?full (?:story|article))|continue reading|find out more|more details|view"
    r"|\d+ (?:second|minute|min|hour|day|week|month)s? ago|yesterday|\d+ min(?:ute)?s?(?: read)?|\d+ comments?)\W*",
    re.IGNORECASE,
)


def prompt_furniture(text: str) -> str | None:
    """Return why a line with an offer or a link is furniture, or None.

    >>> prompt_furniture("Read more: Bridge will cost £3m"), prompt_furniture("Readers give £3m")
    ('related', None)
    """
    if len(text) > _LONGEST:
        return None
    return next((label for label, pattern in _PROMPTS if pattern.fullmatch(text)), None)


def is_call(text: str) -> bool:
    """Whether a line calls on a page's readers to answer a survey; above a headline that is no part of the article."""
    return len(text) <= _LONGEST and _CALL.fullmatch(text) is not None


def leads_on(text: str) -> bool:
    """Whether a line is the foot of a card that leads to another story.

    >>> leads_on("3 days ago"), leads_on("Read more"), leads_on("Three days ago it was £3m")
    (True, True, False)
    """
    return _LEADS_ON.fullmatch(text) is not None
