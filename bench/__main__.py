"""``python -m bench``: speed as ratios, and the peers' scorecard when their environment is there (make bench-peers)."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import asdict
from importlib import import_module
from typing import Any

from bench.report import print_json, print_peers, print_ratios
from bench.timing import Ratio

#: Measurements by name: the module's function of that name yields ratios.
_SPEED = {"html": "bench.reading", "pdf": "bench.reading", "rules": "bench.rules", "store": "bench.store"}


def _measure(name: str) -> Callable[[int], Iterator[Ratio]]:
    function: Callable[[int], Iterator[Ratio]] = getattr(import_module(_SPEED[name]), name)
    return function


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "only", nargs="*", metavar="NAME", help=f"any of {', '.join(_SPEED)}, peers; all by default"
    )
    parser.add_argument("--rounds", type=int, default=5, help="rounds to time (default 5)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    if unknown := set(options.only) - {*_SPEED, "peers"}:
        parser.error(f"no such measurement: {', '.join(sorted(unknown))}")
    wanted = options.only or [*_SPEED, "peers"]

    ratios = [ratio for name in _SPEED if name in wanted for ratio in _measure(name)(options.rounds)]
    record: dict[str, Any] = {"speed": [asdict(ratio) for ratio in ratios]}
    if ratios and not options.json:
        print_ratios(ratios)
    if "peers" in wanted:
        from bench.peers.scorecard import PYTHON, score_all

        if PYTHON.exists():
            scores = score_all()
            record["peers"] = {score.name: score.figures() for score in scores}
            if not options.json:
                print_peers(scores)
        elif not options.json:
            print("The peers are not installed: `make bench-peers` puts them into .venv-peers.")
    if options.json:
        print_json(record)


if __name__ == "__main__":
    main()
