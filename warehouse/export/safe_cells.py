"""Cells that a spreadsheet program would take for a formula, made harmless.

A text that begins with one of these characters may be run as a formula when a CSV file is opened in a spreadsheet
program (OWASP, "CSV Injection"). The full-width forms are read as their plain ones by some of them, and blanks in
front do not protect. Numbers, dates and truth values are never touched.
"""

from __future__ import annotations

import re

PREFIX = "'"
_RISKY = re.compile(r"[ \u00a0\u3000]*[=+\-@\t\r\n＝＋－＠]")
#: The same for DuckDB's regular expressions (RE2).
_RISKY_SQL = r"^[ \x{A0}\x{3000}]*[=+\-@\t\r\n\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}]"
#: Characters that XML, and so a spreadsheet file, cannot hold.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def is_risky(text: str) -> bool:
    """Tell whether a spreadsheet program may run the text.

    >>> [is_risky(text) for text in ("=1+1", "-2", " @SUM(A1)", "＝1", "Kent", "£3", "")]
    [True, True, True, True, False, False, False]
    """
    return _RISKY.match(text) is not None


def safe_text(text: str) -> str:
    """Return the text for a CSV cell: with an apostrophe in front when a spreadsheet program may run it.

    >>> safe_text("=HYPERLINK(1)"), safe_text("Kent")
    ("'=HYPERLINK(1)", 'Kent')
    """
    return PREFIX + text if is_risky(text) else text


def safe_sql(expression: str) -> str:
    """Return the SQL that does to a text expression what :func:`safe_text` does."""
    pattern = _RISKY_SQL.replace("'", "''")
    safe = f"'{PREFIX * 2}' || {expression}"
    return f"CASE WHEN regexp_matches({expression}, '{pattern}') THEN {safe} ELSE {expression} END"


def writable(text: str) -> str:
    """Return the text without the control characters that a spreadsheet file cannot hold."""
    return _UNWRITABLE.sub("", text)
