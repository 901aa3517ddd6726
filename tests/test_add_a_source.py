"""docs/add-a-source.md, followed to the letter in a checkout of its own, ends with rows in DuckDB."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.http import Server, page, static
from tests.server.settings import environment

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "add-a-source.md"
HOST = "www.parish.example.org"
ARTICLE = """<!doctype html><html lang="en"><head><title>Benches | Parish</title>
<meta property="article:published_time" content="2024-05-02T09:00:00+01:00"></head>
<body><nav><a href="/">Home</a></nav><main><h1>Benches for the green</h1>
<p>The Police and Crime Commissioner for Kent has awarded £{amount} to the parish for benches and lamps.</p></main>
</body></html>"""
LISTING = """<!doctype html><html><body><ul><li><a href="/news/2024/benches/">Benches</a> <span>2 May 2024</span></li>
<li><a href="/news/2024/lamps/">Lamps</a> <span>1 April 2024</span></li></ul></body></html>"""


def checkout(folder: Path) -> Path:
    """Return a copy of what a developer has."""
    ignored = shutil.ignore_patterns("__pycache__", "data", "gold", ".*")
    for name in ("flows", "raw", "extractors", "warehouse"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    (folder / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "test_sources.py", folder / "tests")
    shutil.copytree(ROOT / "tests" / "sources", folder / "tests" / "sources", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def tools(folder: Path) -> Path:
    """Return a folder with the commands that the page names."""
    folder.mkdir()
    for name, words in (("fundtrail", "-m flows.cli"), ("python", "")):
        script = folder / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n')
        script.chmod(0o755)
    return folder


def commands() -> list[str]:
    """Return the commands of the page in order."""
    blocks = re.findall(r"```console\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def with_saved_pages() -> str:
    """Return the other first command of the page, for a person with saved pages."""
    words = " ".join(PAGE.read_text(encoding="utf-8").split())
    (found,) = re.findall(r"`(fundtrail new-source [^`]+ --listing [^`]+)`", words)
    return str(found)


@pytest.mark.slow
@pytest.mark.parametrize("saved", [False, True], ids=["by its address", "from saved pages"])
def test_the_page_followed_to_the_letter_ends_with_rows(tmp_path: Path, saved: bool) -> None:
    place = checkout(tmp_path / "checkout")
    (place / "benches.html").write_text(ARTICLE.replace("{amount}", "9,250"), encoding="utf-8")
    (place / "news.html").write_text(LISTING, encoding="utf-8")
    lines = [with_saved_pages(), *commands()[1:]] if saved else commands()
    with Server() as server:
        grants = (("benches", "9,250"), ("lamps", "700"))
        pages = {f"/news/2024/{slug}/": page(ARTICLE.replace("{amount}", sum_)) for slug, sum_ in grants}
        server.add(HOST, static({**pages, "/news/": page(LISTING)}))
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PREFECT_", "FUNDTRAIL_"))
        }
        path = f"{tools(tmp_path / 'bin')}{os.pathsep}{kept['PATH']}"
        env = {
            **kept,
            **environment(tmp_path / "home", server),
            "PATH": path,
            "COLUMNS": "120",
            "NO_COLOR": "1",
        }
        answers = [
            subprocess.run(
                line, shell=True, cwd=place, env=env, capture_output=True, text=True, timeout=240, check=False
            )
            for line in lines
        ]
    outputs = [answer.stdout + answer.stderr for answer in answers]
    # the first run of the tests fails on purpose: a person has to read the expected files
    assert [answer.returncode for answer in answers] == [0, 1, 0, 0, 0, 0, 0, 0], "\n".join(outputs)
    assert "then put your name under read_by" in outputs[1]
    assert "as expected" in outputs[4]
    assert "Benches for the green" in outputs[6] and "2024-05-02" in outputs[6]
    assert "9250.00" in outputs[7].replace(",", "")
    made = sorted(path.name for path in (place / "tests" / "sources" / "parish-news").iterdir())
    assert "listing_listing.html" in made and "urls.csv" in made


def test_the_page_names_what_exists() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for module, name in re.findall(r"`(feeds|wordpress)\.(\w+)", text):
        assert f"def {name}(" in (ROOT / "extractors" / "sources" / f"{module}.py").read_text(
            encoding="utf-8"
        )
