from __future__ import annotations
def make_index(connection) -> str:
    return "none"
