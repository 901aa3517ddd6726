"""Exports of the published file in the formats that the field uses.

``warehouse.export.run.export`` writes a folder with Parquet and CSV of each table, a Frictionless data package that
describes them, and the awards as 360Giving JSON and spreadsheet (schema 1.4). docs/exports.md says what is in it.
"""
