"""Finding one document by what a person types."""

from __future__ import annotations

from typing import Any

from warehouse.reader import Reader


class NotFoundError(LookupError):
    """Nothing, or more than one thing, has that name. The message lists what does."""


def document(reader: Reader, word: str) -> dict[str, Any]:
    """Return the row of the document with this id or URL, or whose URL alone has these words in it.

    Raises:
        NotFoundError: none, or several; the message lists up to ten.
    """
    rows = reader.rows(
        "SELECT * FROM document WHERE document_id = ? OR url = ? OR contains(url, ?) ORDER BY url",
        [word] * 3,
    )
    exact = [row for row in rows if word in (row["document_id"], row["url"])]
    if len(exact) == 1:
        return exact[0]
    if len(rows) == 1:
        return rows[0]
    if rows:
        listed = "\n  ".join(f"{row['document_id']}  {row['url']}" for row in rows[:10])
        raise NotFoundError(f"{len(rows)} documents have {word!r} in their URL; use an id:\n  {listed}")
    known = reader.rows("SELECT document_id, url FROM document ORDER BY url LIMIT 10")
    listed = "\n  ".join(f"{row['document_id']}  {row['url']}" for row in known)
    raise NotFoundError(f"no document has the id or URL {word!r}; some that are here:\n  {listed}")
