"""Full-text search over the documents, offline: DuckDB's fts extension from its Python package, or a plain search."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that answers a search, best first. ``snippet`` is the text around its first word found."""

    document_id: str
    title: str | None
    url: str
    score: float
    snippet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """``method`` is ``fts`` (ranked by BM25 over stems) or ``plain`` (documents that hold every word)."""

    method: str
    hits: tuple[Hit, ...]


@cache
def extension_file() -> Path | None:
    """Return the fts extension of the installed package, when it is made for the installed duckdb; else None."""
    import duckdb

    spec = find_spec("duckdb_extension_fts")
    if spec is None or spec.origin is None:
        return None
    file = Path(spec.origin).parent / "extensions" / f"v{duckdb.__version__}" / "fts.duckdb_extension"
    return file if file.is_file() else None


def make_index(connection: duckdb.DuckDBPyConnection) -> str:
    """Index titles and texts of the documents; return the method that searches will use."""
    file = extension_file()
    if file is None:
        return "plain"
    connection.load_extension(str(file))
    connection.execute("PRAGMA create_fts_index('document', 'document_id', 'title', 'text')")
    return "fts"


def search(database: Path, words: str, *, limit: int = 20) -> SearchAnswer:
    """Return the documents that best answer some words.

    Raises:
        ValueError: there is no word in ``words``.
    """
    import duckdb

    wanted = _WORD.findall(words.lower())
    if not wanted:
        raise ValueError(f"nothing to search for in {words!r}")
    with duckdb.connect(str(database), read_only=True) as connection:
        made = connection.execute("SELECT value FROM build_info WHERE name = 'search'").fetchall()
        file = extension_file()
        if made == [("fts",)] and file is not None:
            connection.load_extension(str(file))
            sql = (
                "SELECT document_id, title, url, score, text FROM (SELECT *,"
                " fts_main_document.match_bm25(document_id, ?) AS score FROM document)"
                " WHERE score IS NOT NULL ORDER BY score DESC, document_id LIMIT ?"
            )
            found = connection.execute(sql, [" ".join(wanted), limit]).fetchall()
            return SearchAnswer(method="fts", hits=tuple(_hit(row, wanted) for row in found))
        holds = " AND ".join(["contains(lower(coalesce(title, '') || ' ' || text), ?)"] * len(wanted))
        sql = (
            f"SELECT document_id, title, url, 1.0::DOUBLE, text FROM document WHERE {holds}"
            " ORDER BY published_on DESC NULLS LAST, document_id LIMIT ?"
        )
        found = connection.execute(sql, [*wanted, limit]).fetchall()
        return SearchAnswer(method="plain", hits=tuple(_hit(row, wanted) for row in found))


def _hit(row: tuple[str, str | None, str, float, str], wanted: list[str]) -> Hit:
    document_id, title, url, score, text = row
    lowered = text.lower()
    places = [place for word in wanted if (place := lowered.find(word)) >= 0]
    start = max(0, min(places, default=0) - 60)
    snippet = " ".join(text[start : start + 200].split())
    return Hit(document_id=document_id, title=title, url=url, score=float(score), snippet=snippet)
