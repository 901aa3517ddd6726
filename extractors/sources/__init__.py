"""Where documents come from. One file a source; see docs/add-a-source.md."""

from extractors.sources.base import Source, all_sources

__all__ = ["Source", "all_sources"]
