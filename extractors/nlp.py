"""The one spaCy vocabulary and tokenizer that all rules share."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@cache
def blank() -> Language:
    """Return the process' ``spacy.blank("en")``. No model, no download; the import takes seconds, so it is late."""
    import spacy

    return spacy.blank("en")


def make_doc(text: str) -> Doc:
    return blank().make_doc(text)
