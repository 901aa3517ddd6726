"""Who publishes a text, where its words say so plainly."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NAME = r"(?P<name>[A-Z][\w&'’.-]*(?: (?:of|for|and|the|&|[A-Z][\w&'’.-]*)){0,9})"
_STATED = tuple(
    re.compile(form)
    for form in (
        rf"(?:From|Publisher|Published by|Issued by|Organisation|Source):\s*{_NAME}\.?$",
        rf"(?:Published|Issued) by (?:the )?{_NAME}\.?$",
        rf"(?:©|\([cC]\)|Copyright(?: ©)?)\s*(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?,?\s*)?"
        rf"(?:by )?(?:the )?{_NAME}(?:\.|,|\s\d{{4}}|\s?[|.] .*|$)",
        rf"Our [\w/ ]{{3,40}} (?:edition|issue) of {_NAME} brings",
    )
)
_LABEL = re.compile(r"(?:From|Publisher|Published by):?")
_NO_NAME = re.compile(r"(?:All|Crown|The|Copyright|Our|We)\b")


def stated_publisher(paragraphs: Sequence[str]) -> str | None:
    """Return the publisher that a line names ("From: Home Office", "© 2021 Kent PCC"), or None.

    >>> stated_publisher(["Published by the Home Office"]), stated_publisher(["The Home Office published it."])
    ('Home Office', None)
    """
    for number, paragraph in enumerate(paragraphs):
        line = " ".join(paragraph.split())
        if _LABEL.fullmatch(line) and number + 1 < len(paragraphs) and number < 12:
            line = f"Publisher: {' '.join(paragraphs[number + 1].split())}"
        for form in _STATED:
            found = form.match(line)
            if found and not _NO_NAME.match(found["name"]):
                return found["name"].rstrip(".")
    return None
