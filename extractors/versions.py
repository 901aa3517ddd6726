"""Which rules made a row: the extraction key, and the guard that a changed rule changes its version."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import import_module
from pathlib import Path

from extractors.model import TEXT_VERSION, stable_id

#: Packages of rules. Each has a ``VERSION`` in its ``__init__``, raised when its results can change.
RULE_PACKAGES = ("parse", "money", "tables", "pcc", "programmes", "reader", "relate")
#: Modules outside those packages that decide what the rules see, under the version of ``parse``.
_SHARED = ("text.py", "segments.py", "lost_sign.py", "nlp.py")


def versions() -> dict[str, str]:
    """Return the version of each rule package by name."""
    return {name: import_module(f"extractors.{name}").VERSION for name in RULE_PACKAGES}


@cache
def extraction_key() -> str:
    """Return the key of the current rules and registries; rows made under another key are stale."""
    from extractors.registry import registry_hash
    from extractors.sources.catalogue import parser_versions

    return stable_id("extraction", TEXT_VERSION, *versions().values(), *parser_versions(), registry_hash())


def source_digest(package: str) -> str:
    """Return the sha256 of a rule package's Python, CSV and weights (and, for ``parse``, of what all rules share)."""
    here = Path(__file__).parent
    files = sorted(path for path in (here / package).rglob("*") if path.suffix in (".py", ".csv", ".npz"))
    if package == "parse":
        files += [here / name for name in _SHARED]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.relative_to(here).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()
