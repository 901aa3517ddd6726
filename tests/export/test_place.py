"""Where an export goes: whole or not at all, and never over somebody else's files."""

from __future__ import annotations

from pathlib import Path

import pytest

from warehouse.export.place import staged
from warehouse.export.report import ExportError


def write(target: Path, text: str, *, force: bool = False) -> None:
    with staged(target, force=force) as folder:
        (folder / "csv").mkdir()
        (folder / "csv" / f"{text}.csv").write_text(text)
        (folder / "datapackage.json").write_text(text)


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_new_folder_with_its_parents(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b", "one")
    assert names(tmp_path) == ["a/b/csv/one.csv", "a/b/datapackage.json"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write(tmp_path / "out", "one")
    assert (tmp_path / "out" / "datapackage.json").read_text() == "one"


def test_a_folder_with_entries_needs_force(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(ExportError, match="not empty; --force"):
        write(tmp_path / "out", "one")
    assert names(tmp_path) == ["out/mine.txt"]


def test_force_replaces_an_earlier_export_and_leaves_other_files(tmp_path: Path) -> None:
    write(tmp_path / "out", "one")
    (tmp_path / "out" / "mine.txt").write_text("mine")
    write(tmp_path / "out", "two", force=True)
    assert names(tmp_path) == ["out/csv/two.csv", "out/datapackage.json", "out/mine.txt"]
    assert (tmp_path / "out" / "datapackage.json").read_text() == "two"


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    write(tmp_path / "out", "one")
    with pytest.raises(RuntimeError, match="halfway"), staged(tmp_path / "out", force=True) as folder:
        (folder / "csv").mkdir()
        raise RuntimeError("halfway")
    assert names(tmp_path) == ["out/csv/one.csv", "out/datapackage.json"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(ExportError, match="is a file"):
        write(tmp_path / "out", "one", force=True)


def test_a_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write(tmp_path / "link", "one")
    assert (tmp_path / "real" / "datapackage.json").read_text() == "one"
    assert (tmp_path / "link").is_symlink()


def test_the_folder_can_be_read_by_others(tmp_path: Path) -> None:
    write(tmp_path / "out", "one")
    (tmp_path / "plain").mkdir()
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "plain").stat().st_mode
