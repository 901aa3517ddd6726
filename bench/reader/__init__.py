"""Teaching the reader of :mod:`extractors.reader`: `make fit-reader` (docs/decisions/0014)."""
