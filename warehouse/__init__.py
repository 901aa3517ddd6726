"""The warehouse: staged records in, one published DuckDB file out. The only room that imports duckdb.

What the flows call (each is imported from its own module, so that a cheap one stays cheap):

==================================  ========================================================================
``warehouse.inputs``                ``FailedCapture``, ``RunRow``, ``RegistryRows``, ``SourceRows``, ``BuildInputs``
``warehouse.stage``                 ``write_part(extractions, *, directory, extraction_key, failures=(), run_id=None)
                                    -> Path | None``; ``completed(directory, *, extraction_key)
                                    -> frozenset[CaptureKey]`` and ``capture_key(capture) -> CaptureKey``: work to do
                                    is every capture whose key is not in the set; ``sweep(directory)`` removes what
                                    killed writers and other releases left
``warehouse.compact``               ``compact(directory, *, max_parts=32) -> Path | None``
``warehouse.build``                 ``build(inputs, *, parts, target, built_at) -> BuildReport``; raises
                                    ``BuildRefusedError`` (with ``.report``) when a gate check fails: the last good
                                    file is then still in place
``warehouse.door``                  ``query(database, sql, *, timeout_s=30, memory_limit="1GB") -> Result``; raises
                                    ``DoorError`` (``RefusedError``, ``QueryFailedError``, ``QueryTimeoutError``)
``warehouse.checks``                ``run_checks(database) -> tuple[CheckResult, ...]`` on a published file
``warehouse.corrections``           ``read_corrections(directory)``, ``add_correction(directory, Correction(...))``
``warehouse.decisions``             ``read_decisions(directory)``, ``add_decision(directory, Decision(...))`` on what
                                    belongs together: documents of an announcement, claims of an award
``warehouse.diff``                  ``diff(old, new) -> tuple[TableDiff, ...]``
``warehouse.dictionary``            ``data_dictionary() -> str`` (Markdown), ``table_names()``, ``describe(table)``
``warehouse.search``                ``search(database, words, *, limit=20) -> SearchAnswer``
==================================  ========================================================================

Nothing here reads a clock, opens a socket or prints; times, rows of registries and of sources come from the caller.
"""
