"""Where documents come from. One file a source; see docs/add-a-source.md."""

from extractors.sources.base import Expect, Item, LayoutError, Listing, Page, Source, Way, Window
from extractors.sources.catalogue import all_sources, parser

__all__ = [
    "Expect",
    "Item",
    "LayoutError",
    "Listing",
    "Page",
    "Source",
    "Way",
    "Window",
    "all_sources",
    "parser",
]
