"""The one spaCy vocabulary and tokenizer that all rules share."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


# What flattened tables glue to a name: "Kent(1)", "Kent:£10", "Kent|Essex". The language's own rules keep them whole.
_GLUED = (r"(?<=[A-Za-z)])[(\[|]", r"(?<=[A-Za-z)])[:;-](?=£)", r"(?<=[a-z)]):(?=[A-Z])")


@cache
def blank() -> Language:
    """Return the process' ``spacy.blank("en")``. No model, no download; the import takes seconds, so it is late."""
    import spacy
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex

    nlp = spacy.blank("en")
    if not isinstance(nlp.tokenizer, Tokenizer):
        raise TypeError(f"spaCy's English tokenizer is a {type(nlp.tokenizer).__name__}")
    nlp.tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_GLUED]).finditer
    return nlp


def make_doc(text: str) -> Doc:
    return blank().make_doc(text)
