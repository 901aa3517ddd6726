"""The rules, against tokenising the same text and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import spacy

from bench.pages import GOLD, SIZES, capture_of, enlarged, html_samples
from bench.timing import Ratio, compare
from extractors.model import Document
from extractors.parse import parse
from extractors.pipeline import analyse
from flows.scorecard import gold


def rules(rounds: int) -> Iterator[Ratio]:
    """Yield the rules on long pages of mostly prose, and on gold documents, which are dense with amounts."""
    pages = [
        parse(capture_of("page.html", body, "text/html"), body)[0]
        for page in html_samples()
        for body in (enlarged(page, SIZES[0]),)
    ]
    yield _against_tokens(pages, f"{len(pages)} pages of {SIZES[0] // 1000} KB", rounds)
    golds = [gold.read(path) for path in gold.find(GOLD / "dev")]
    bodies = [one.text.encode("utf-8") for one in golds]
    dense = [parse(capture_of("gold.txt", body, "text/plain"), body)[0] for body in bodies]
    apart = sum(len(one.text) for one in golds) / sum(len(one.marks["money"]) for one in golds)
    yield _against_tokens(
        dense, f"{len(dense)} gold documents, an amount every {apart:.0f} characters", rounds
    )


def _against_tokens(documents: Sequence[Document], over: str, rounds: int) -> Ratio:
    nlp = spacy.blank("en")

    def own() -> None:
        for document in documents:
            analyse(document)

    def tokens() -> None:
        with nlp.memory_zone():
            for document in documents:
                nlp.make_doc(document.text)

    names = ("all rules: amounts, names, roles, awards", 'spacy.blank("en") tokens alone')
    return compare(own, tokens, names=names, over=over, rounds=rounds)
