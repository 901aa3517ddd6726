"""Pages to measure on: the bundled samples, made as long as real pages by paragraphs of made-up prose."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

from extractors.model import Capture
from raw.store import sha256_of

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "raw" / "samples"
GOLD = ROOT / "tests" / "gold"
#: Sizes that pages of publishers have, in bytes.
SIZES = (60_000, 90_000, 120_000)
_SEED = 20210811
_PROSE = """
    the a of to and in for with on by people services support work residents officers partners schools families
    streets evenings patrols youth victims charities councils neighbours meeting report evidence months local new
    helped said told asked began visited listened reduced trained opened found made gave community centre courses
    safety prevention early better safer together across county town village weekly number problem answer change
"""
_WORDS = tuple(_PROSE.split())
_INSERT_BEFORE = ("</article>", "</main>", "</body>")


def html_samples() -> list[Path]:
    return sorted(SAMPLES.glob("*.html"))


def _paragraph(chance: random.Random) -> str:
    words = chance.choices(_WORDS, k=chance.randint(40, 90))
    words[0] = words[0].capitalize()
    for place in range(9, len(words), 11):
        words[place] += "." if place % 2 else ","
    link, strong = chance.sample(range(len(words)), 2)
    words[link] = f'<a href="/news/{link}" class="link link--inline">{words[link]}</a>'
    words[strong] = f"<strong>{words[strong]}</strong>"
    return f'<p class="body-text" data-n="{link}">{" ".join(words)}.</p>\n'


def enlarged(page: Path, size: int) -> bytes:
    """Return a page grown to at least ``size`` bytes with paragraphs at the end of its article. Always the same."""
    html = page.read_text(encoding="utf-8")
    chance = random.Random(f"{_SEED} {page.name} {size}")
    added: list[str] = []
    missing = size - len(html.encode("utf-8"))
    while missing > 0:
        added.append(_paragraph(chance))
        missing -= len(added[-1])
    mark = next((tag for tag in _INSERT_BEFORE if tag in html), None)
    if mark is None:
        raise ValueError(f"{page.name} has none of {_INSERT_BEFORE}")
    before, after = html.split(mark, 1)
    return (before + "".join(added) + mark + after).encode("utf-8")


def capture_of(name: str, body: bytes, media_type: str) -> Capture:
    """Return the capture that a body would have had."""
    url = f"https://bench.example/{name}"
    return Capture(
        capture_id=sha256_of(body),
        source_id="bench",
        url=url,
        final_url=url,
        captured_at=datetime(2000, 1, 1, tzinfo=UTC),
        http_status=200,
        media_type=media_type,
        byte_size=len(body),
        raw_path="",
    )
