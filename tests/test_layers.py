"""The rooms and who may enter which."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("flows", "raw", "extractors", "warehouse")
SOCKETS = {"socket", "ssl", "httpx", "requests", "urllib.request", "http.client", "aiohttp", "socketserver"}
#: What only one room may import.
RESERVED = {"prefect": "flows", "duckdb": "warehouse"}
#: Pure code has no use for these.
IMPURE = {"tempfile", "subprocess", "shutil", "random", "time", "os"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules() -> list[Path]:
    return [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_keep_to_the_rooms(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    for name in imports(path):
        top = name.split(".")[0]
        if top in ROOMS and room not in (top, "flows"):
            assert name.startswith("extractors.model"), f"{room} may not import {name}"
        if top in RESERVED:
            assert room == RESERVED[top], f"only {RESERVED[top]} may import {top}"
        if any(name == socket or name.startswith(socket + ".") for socket in SOCKETS):
            assert room == "raw", f"only raw opens sockets, {path} imports {name}"
        if room == "extractors":
            assert top not in IMPURE, f"extractors are pure, {path} imports {name}"


def test_only_one_module_imports_prefect() -> None:
    found = {
        path.name for path in modules() if any(name.split(".")[0] == "prefect" for name in imports(path))
    }
    assert found <= {"prefect_flow.py", "deployments.py"}
