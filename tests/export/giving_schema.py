"""The 360Giving schema with a checker of its formats."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import validator_for
from referencing import Registry, Resource

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parent / "360-giving-package-schema.json").read_text(encoding="utf-8")
)
_FORMATS = FormatChecker(["date"])


@_FORMATS.checks("uri", raises=ValueError)
def _is_uri(value: object) -> bool:
    if not isinstance(value, str):
        return True
    parts = urlsplit(value)
    return bool(parts.scheme and parts.netloc) and not set(value) & set(' "<>\\^`{|}')


@_FORMATS.checks("date-time", raises=ValueError)
def _is_date_time(value: object) -> bool:
    if not isinstance(value, str):
        return True
    return "T" in value and datetime.fromisoformat(value).tzinfo is not None


def errors(package: object) -> list[str]:
    """Return what is wrong with a 360Giving package, by the published rules."""
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA, format_checker=_FORMATS)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(package)]


def published_errors(package: object, folder: Path) -> list[str]:
    """Return what is wrong with a package by the publisher's own two files, as they were downloaded into a folder.

    The package's schema refers to the grant's by an address; the file of that name in the folder stands in for it.
    """

    def at(address: str) -> Resource[Any]:
        held = json.loads((folder / Path(urlsplit(address).path).name).read_text(encoding="utf-8"))
        return Resource.from_contents(held)

    schema = json.loads((folder / "360-giving-package-schema.json").read_text(encoding="utf-8"))
    validator = validator_for(schema)(schema, registry=Registry(retrieve=at), format_checker=_FORMATS)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(package)]


def title_of(*path: str) -> str:
    """Return the standard's column title of a field: titles along the path, joined by colons."""
    defs = SCHEMA["$defs"]
    properties, titles = defs["Grant"]["properties"], []
    for name in path:
        field = properties[name]
        if "$ref" in field:
            field = {**defs[field["$ref"].rpartition("/")[2]], **field}
        titles.append(field["title"])
        if "items" in field:
            properties = defs[field["items"]["$ref"].rpartition("/")[2]]["properties"]
    return ":".join(titles)
