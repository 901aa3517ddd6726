"""Runs one peer, in the peers' environment: a JSON list of texts on standard input, a list of marks each on output."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from bench.peers.finders import PEERS


def main() -> None:
    find = PEERS[sys.argv[1]].prepare()
    texts: list[str] = json.load(sys.stdin)
    json.dump([[asdict(mark) for mark in find(text)] for text in texts], sys.stdout)


if __name__ == "__main__":
    main()
