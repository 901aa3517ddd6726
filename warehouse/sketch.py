"""Small sketches of texts: which runs of words they hold, sampled so that any two sketches can be compared.

A sketch keeps the hashes of word runs that fall into one residue class ("mod sampling"), so two texts that share
a passage share the same sampled hashes of it, whatever else they hold. Unlike a MinHash signature it answers how
much of the *smaller* text is in the larger one, which is how press releases are retold, and it is joined in SQL.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

_WORD = re.compile(r"[a-z0-9]+")
RUN = 4
SAMPLE = 6


def sketch(text: str) -> list[int]:
    """Return the sorted sampled hashes of the runs of four words in ``text``; about one run in six is kept.

    >>> one = sketch("The fund gives money to forces. " * 3)
    >>> one == sketch("the fund GIVES money, to forces; " * 3)
    True
    """
    words = _WORD.findall(text.lower())
    runs = (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    return sorted(_sampled(runs))


def _sampled(runs: Iterable[str]) -> set[int]:
    hashes = (zlib.crc32(run.encode("ascii")) for run in runs)
    return {value for value in hashes if value % SAMPLE == 0}
