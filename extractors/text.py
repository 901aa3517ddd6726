"""Views of a document's text that rules match on, each with its way back to the document's own offsets."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

# One-to-one and many-to-one replacements that change how a text looks but not what it says.
_SAME = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "\u00b4": "'", "`": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
        "\uff04": "$", "\uffe1": "\u00a3", "\u20a4": "\u00a3",
    }
)  # fmt: skip
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")


@dataclass(frozen=True, slots=True)
class View:
    """A stretch of a document, made plain: runs of white space are one space, quotes and dashes are ASCII,
    invisible characters are gone. ``starts[i]`` is the document offset of ``text[i]``.

    >>> view = View.of("Tackling\\n Violence", 0, 18)
    >>> view.text, view.span(9, 17)
    ('Tackling Violence', (10, 18))
    """

    text: str
    starts: array[int]

    @classmethod
    def of(cls, source: str, start: int, end: int) -> View:
        """Return the view of ``source[start:end]``."""
        chars: list[str] = []
        starts = array("l")
        space = True
        for offset in range(start, end):
            char = source[offset]
            if char in _INVISIBLE:
                continue
            if char.isspace():
                if space:
                    continue
                space = True
                char = " "
            else:
                space = False
                char = char.translate(_SAME)
            chars.append(char)
            starts.append(offset)
        if chars and chars[-1] == " ":
            chars.pop()
            starts.pop()
        return cls("".join(chars), starts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the document span of ``self.text[start:end]``, which must not be empty."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is no span of {self.text!r}")
        return self.starts[start], self.starts[end - 1] + 1
