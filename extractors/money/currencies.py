"""Signs and words of currencies, and their ISO 4217 codes."""

from __future__ import annotations

#: A sign in front of a figure. "£" is sterling whatever the country; a bare "$" is the United States' dollar.
SIGN = (
    r"(?:(?:us|u\.s\.|au?|ca?|nz|hk|s)?\$|[£€]|&(?:pound|#163|#xa3);|(?<![a-z])(?:gbp|eur|usd)(?: ?[£€$])?)"
)
#: A word or sign behind a figure. Pounds of drugs or of weight are no money.
WORD = (
    r"(?:(?:pounds?(?: sterling)?|quid|sterling)(?! (?:in weight|of (?:cannabis|cocaine|heroin|drugs|meat"
    r"|food|weight)|notes?\b|coins?\b))|(?:us |american )?dollars?|euros?|gbp|eur|usd|pence|pennies)(?![a-z])"
)
_DOLLARS = {"a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD"}


def code_of(sign_or_word: str) -> str:
    """Return the ISO 4217 code of a sign or word that matches :data:`SIGN` or :data:`WORD`.

    >>> code_of("US$"), code_of("euros"), code_of("&pound;"), code_of("pence")
    ('USD', 'EUR', 'GBP', 'GBP')
    """
    word = sign_or_word.lower().strip()
    if "€" in word or word.startswith("eur"):
        return "EUR"
    if "dollar" in word or word.startswith("usd"):
        return "USD"
    if word.endswith("$") and "£" not in word:
        return _DOLLARS.get(word.rstrip("$"), "USD")
    return "GBP"
