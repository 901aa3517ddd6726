"""``python -m bench.peers [--json]``: the scorecard of peers alone."""

from __future__ import annotations

import argparse

from bench.peers.scorecard import score_all
from bench.report import print_json, print_peers


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.peers", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON")
    as_json = parser.parse_args().json
    scores = score_all()
    if as_json:
        print_json({"peers": {score.name: score.figures() for score in scores}})
    else:
        print_peers(scores)


if __name__ == "__main__":
    main()
