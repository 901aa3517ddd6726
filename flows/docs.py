"""The generated pages of docs/. Tests compare them with what is committed."""

from __future__ import annotations

from pathlib import Path

import typer

from flows import cookbook
from flows.cli import app
from warehouse.dictionary import data_dictionary

DOCS = Path(__file__).resolve().parent.parent / "docs"


def command_line() -> str:
    """Return docs/cli.md: every command with its help text."""
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    lines = ["# Command line", "", "Made by `make docs` from the commands themselves.", ""]
    for name in sorted(group.commands):
        command = group.commands[name]
        lines += [f"## fundtrail {name}", "", (command.help or "").strip(), ""]
        rows = []
        for parameter in command.params:
            if parameter.name == "help":
                continue
            shown = ", ".join(f"`{option}`" for option in parameter.opts if option.startswith("-"))
            text = getattr(parameter, "help", None) or ""
            rows.append(f"| {shown or '`' + str(parameter.name).upper() + '`'} | {text} |")
        if rows:
            lines += ["| argument | meaning |", "| --- | --- |", *rows, ""]
    return "\n".join(lines)


def pages() -> dict[Path, str]:
    """Return the text of each generated page by path."""
    return {DOCS / "data-dictionary.md": data_dictionary(), DOCS / "cli.md": command_line()}


def main() -> None:
    for path, text in pages().items():
        path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
    cookbook.refresh()


if __name__ == "__main__":
    main()
