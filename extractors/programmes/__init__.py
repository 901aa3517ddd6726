"""Named funds, programmes, units and strategies: known ones by the registry, unknown ones by pattern."""

from __future__ import annotations

from extractors.programmes.find import find_programmes

#: Raise it when any rule of this package would give a different answer.
VERSION = "fundtrail.programmes.v1"

__all__ = ["VERSION", "find_programmes"]
