"""Marks that stand in the text itself."""

from pathlib import Path

import pytest

from bench.wordings import documents
from flows.scorecard.gold import GoldError


def test_a_document_without_its_marks(tmp_path: Path) -> None:
    lines = (
        "=== news | Clubs share cash",
        "Nine clubs share [total | £45,000].",
        "Elm Club got [award: Elm Club | £9,200].",
    )
    written = "\n".join(lines) + "\n"
    (tmp_path / "a.txt").write_text(written, encoding="utf-8")
    (gold,) = documents(tmp_path)
    assert gold.text == "Clubs share cash\n\nNine clubs share £45,000.\nElm Club got £9,200.\n"
    assert [(gold.text[m["start"] : m["end"]], m["role"]) for m in gold.marks["money"]] == [
        ("£45,000", "total"),
        ("£9,200", "award"),
    ]
    assert [(a["recipient"], a["amount"]) for a in gold.awards] == [("Elm Club", 9200)]


@pytest.mark.parametrize("mark", ["[gift | £5]", "[award | £5]", "[award: Oak | £5]", "[total: Elm | £5]"])
def test_a_wrong_mark_is_refused_with_its_place(tmp_path: Path, mark: str) -> None:
    (tmp_path / "a.txt").write_text(f"=== news |\nElm got {mark}.\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.txt, line 1"):
        list(documents(tmp_path))
