"""A reader: a small neural network that reads the words around an amount, beside the rules and the fitted weights.

See docs/decisions/0014. It has a voice in two questions, what an amount is and who gets it, and the last word in none.
"""

from extractors.reader.reading import Reading

VERSION = "fundtrail.reader.v2"

__all__ = ["VERSION", "Reading"]
