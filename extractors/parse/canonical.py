"""The canonical text of a page: what a reader sees, in order, with blocks and cells apart and offsets that hold.

Inline elements join without a space, a line break is a line end, cells of a row are parted by a tab, rows by a line
end, blocks by a blank line. ASCII white space collapses as in a browser; other white space (NBSP) stays as it is.
"""

from __future__ import annotations

import re

_SPACE = re.compile(r"[ \t\n\r\f]+")


class CanonicalText:
    """Grows a text piece by piece; says where each run of it stands."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._gap = ""
        self._space = False

    def __len__(self) -> int:
        return self._length

    def text(self) -> str:
        """Return the text so far, without a trailing gap."""
        return "".join(self._pieces)

    def add(self, words: str, *, preformatted: bool = False) -> tuple[int, int] | None:
        """Append inline text; return the span that it fills, or None where it was white space only.

        White space between words is kept as one space, and dropped beside a gap.
        """
        if preformatted:
            return self._add_lines(words)
        plain = _SPACE.sub(" ", words)
        if plain.startswith(" "):
            self._space = True
            plain = plain[1:]
        trailing = plain.endswith(" ")
        plain = plain.rstrip(" ")
        if not plain:
            self._space = self._space or trailing
            return None
        start = self._start()
        self._append(plain)
        self._space = trailing
        return start, self._length

    def part(self, gap: str, *, exactly: bool = False) -> None:
        """Ask for a gap (a tab, a line end, a blank line) before what comes next.

        The widest one asked for counts, unless one is asked for ``exactly``.
        """
        if self._length and (exactly or _rank(gap) > _rank(self._gap)):
            self._gap = gap
        self._space = False

    def line_break(self) -> None:
        """End a line within a block."""
        self.part("\n")

    def _start(self) -> int:
        """Write the pending gap or space; return where the next words begin."""
        if self._gap:
            self._append(self._gap)
        elif self._space and self._length:
            self._append(" ")
        self._gap, self._space = "", False
        return self._length

    def _append(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)

    def _add_lines(self, words: str) -> tuple[int, int] | None:
        body = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
        if not body.strip():
            if "\n" in body:
                self.line_break()
            return None
        if body.startswith("\n"):
            self.line_break()
        trailing = body.endswith("\n")
        start = self._start()
        self._append(body.strip("\n"))
        if trailing:
            self.line_break()
        return start, self._length


def _rank(gap: str) -> int:
    return ("", "\t", "\n", "\n\n").index(gap)
