"""The guard that a changed rule changes its version: digests of the rule packages beside their versions.

``make rules`` records them; ``tests/test_rules_lock.py`` compares. A digest is renewed only together with a new
version, so a row's extraction key always tells which rules made it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from extractors import versions

LOCK = Path(__file__).resolve().parent.parent / "extractors" / "rules.lock.json"


def current() -> dict[str, dict[str, str]]:
    """Return version and digest of each rule package as they are."""
    return {
        name: {"version": version, "digest": versions.source_digest(name)}
        for name, version in versions.versions().items()
    }


def problems(locked: dict[str, dict[str, str]], present: dict[str, dict[str, str]]) -> list[str]:
    """Return a line for each package whose sources changed under an unchanged version, or that is not recorded."""
    lines = []
    for name, now in present.items():
        before = locked.get(name)
        if before is None:
            lines.append(f"{name}: not recorded yet; run `make rules`")
        elif now["digest"] == before["digest"]:
            continue
        elif now["version"] == before["version"]:
            lines.append(
                f"{name}: its rules changed but its version is still {now['version']}; raise VERSION"
            )
        else:
            lines.append(f"{name}: version {now['version']} is not recorded yet; run `make rules`")
    return lines


def read() -> dict[str, dict[str, str]]:
    if not LOCK.is_file():
        return {}
    locked: dict[str, dict[str, str]] = json.loads(LOCK.read_text(encoding="utf-8"))
    return locked


def main() -> int:
    """Record the present digests, unless a package changed without a new version."""
    present = current()
    stale = [line for line in problems(read(), present) if "raise VERSION" in line]
    if stale:
        sys.stderr.write("\n".join(stale) + "\n")
        return 1
    LOCK.write_text(json.dumps(present, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
