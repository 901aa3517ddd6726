"""Every question of docs/cookbook.md is run against the samples, and its printed answer compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.cookbook import PAGE, CookbookError, Question, answer, questions, with_answers
from tests.command_line import fundtrail

TEXT = PAGE.read_text(encoding="utf-8")
QUESTIONS = questions(TEXT)

pytestmark = pytest.mark.xdist_group("cookbook")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("cookbook")
    done = fundtrail(home, "ingest", "--no-prefect")
    assert done.returncode == 0, done.stderr
    return home / "warehouse" / "data" / "fundtrail.duckdb"


def test_there_are_twenty_questions() -> None:
    assert len(QUESTIONS) == 20
    assert len({question.sql for question in QUESTIONS}) == 20


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: f"{question.number}-{question.title}")
def test_the_printed_answer_is_the_files(question: Question, database: Path) -> None:
    assert question.answer == answer(database, question.sql), "run `make docs` and read what changed"


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (1, "Greater London                    1  1,563,547.00"),
        (2, "2021/22  Kent            1  378,967.00"),
        (11, "rows-vs-total   11,335,884.89  11,334,384.69   -1,500.20          4"),
        (17, "    25  11,334,384.69"),
    ],
)
def test_answers_known_from_the_published_table(number: int, line: str) -> None:
    assert line in QUESTIONS[number - 1].answer.splitlines()


def test_answers_are_put_where_there_are_none(database: Path) -> None:
    page = "# Page\n\n## 1. How many areas?\n\nWords.\n\n```sql\nSELECT count(*) AS areas FROM police_area\n```\n"
    assert with_answers(page, database) == page + "\n```text\nareas\n   43\n```\n"
    assert with_answers(with_answers(page, database), database) == with_answers(page, database)


def test_no_rows_are_said_to_be_none(database: Path) -> None:
    assert answer(database, "SELECT 1 AS one WHERE false") == "(no rows)"


@pytest.mark.parametrize(
    "page",
    ["## 1. No SQL\n\nWords.\n", "## 2. Wrong number\n\n```sql\nSELECT 1\n```\n"],
)
def test_a_page_that_is_not_built_so_is_refused(page: str) -> None:
    with pytest.raises(CookbookError):
        questions(page)


def test_questions_are_parsed_with_their_answers() -> None:
    page = "## 1. One?\n\n```sql\nSELECT 1 AS a\n```\n\n```text\na\n1\n```\n\n## 2. Two?\n\n```sql\nSELECT 2\n```\n"
    assert questions(page) == (
        Question(number=1, title="One?", sql="SELECT 1 AS a", answer="a\n1"),
        Question(number=2, title="Two?", sql="SELECT 2", answer=""),
    )
