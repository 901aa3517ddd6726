from __future__ import annotations
def make_views(connection) -> None:
    return None
