"""Documentation is tested: generated pages are current, and every command, source and issue code is described."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from flows import docs

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("flows", "raw", "extractors", "warehouse")


@pytest.mark.parametrize("path", docs.pages(), ids=lambda path: path.name)
def test_generated_pages_are_current(path: Path) -> None:
    assert path.read_text(encoding="utf-8").rstrip("\n") == docs.pages()[path].rstrip("\n"), "run `make docs`"


def issue_codes() -> set[str]:
    """Return every kebab-case word that the code gives to an Issue or a ParseError as its code."""
    found = set()
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    found |= _codes(node)
    return found


def _codes(call: ast.Call) -> set[str]:
    values = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name.endswith(("ParseError", "_issue", "issue", "FetchError", "Refused")) and call.args:
        values.append(call.args[0])
    return {
        value.value
        for value in values
        if isinstance(value, ast.Constant)
        and isinstance(value.value, str)
        and re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", value.value)
    }


def test_every_issue_code_is_described() -> None:
    described = set(
        re.findall(r"^\| `([a-z0-9-]+)`", (ROOT / "docs" / "issue-codes.md").read_text(), re.MULTILINE)
    )
    assert sorted(issue_codes() - described) == []


def test_every_setting_is_described() -> None:
    from flows.settings import Settings

    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^\| `FUNDTRAIL_([A-Z_]+)`", text, re.MULTILINE))
    assert {name.upper() for name in Settings.model_fields} == described


def test_the_readme_names_only_commands_that_exist() -> None:
    import typer

    from flows.cli import app

    group = typer.main.get_command(app)
    commands = set(getattr(group, "commands", {}))
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        named = set(
            re.findall(r"^(?:\$ )?fundtrail ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
        )
        assert named <= commands, f"{page.name} names {sorted(named - commands)}"


def test_links_between_pages_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
