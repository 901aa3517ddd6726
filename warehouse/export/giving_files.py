"""The 360Giving files: the grants as JSON and as a spreadsheet, and the awards that are left out as CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from warehouse.export.giving import REASONS, Grants
from warehouse.export.safe_cells import is_risky, safe_text, writable

VERSION = "1.4"
JSON_NAME = "360giving.json"
SHEET_NAME = "360giving.xlsx"
EXCLUDED_NAME = "360giving-left-out.csv"
#: The standard's column titles, and where the value stands in a grant.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "Identifier": ("id",),
    "Title": ("title",),
    "Description": ("description",),
    "Currency": ("currency",),
    "Amount Awarded": ("amountAwarded",),
    "Award Date": ("awardDate",),
    "URL": ("url",),
    "Planned Dates:Start Date": ("plannedDates", "startDate"),
    "Planned Dates:End Date": ("plannedDates", "endDate"),
    "Recipient Org:Identifier": ("recipientOrganization", "id"),
    "Recipient Org:Name": ("recipientOrganization", "name"),
    "Funding Org:Identifier": ("fundingOrganization", "id"),
    "Funding Org:Name": ("fundingOrganization", "name"),
    "Grant Programme:Code": ("grantProgramme", "code"),
    "Grant Programme:Title": ("grantProgramme", "title"),
    "Beneficiary Location:Name": ("beneficiaryLocation", "name"),
    "Beneficiary Location:Country Code": ("beneficiaryLocation", "countryCode"),
    "Beneficiary Location:Geographic Code": ("beneficiaryLocation", "geoCode"),
    "Beneficiary Location:Geographic Code Type": ("beneficiaryLocation", "geoCodeType"),
    "Last Modified": ("dateModified",),
    "Data Source": ("dataSource",),
}
_EXCLUDED = (
    "award_id", "reason", "explanation", "recipient", "area_id", "amount_low", "amount_high", "currency", "qualifier",
    "per", "term_years", "announced_on", "funder", "programme", "quote",
)  # fmt: skip


def write(found: Grants, folder: Path, *, issued: str) -> list[str]:
    """Write the files into a folder and return their names.

    The standard allows no package without grants, so without any only the list of what is left out is written.
    ``issued`` is the time of the build, ISO 8601.
    """
    names = [EXCLUDED_NAME]
    _write_excluded(found, folder / EXCLUDED_NAME)
    if found.grants:
        package = {
            "version": VERSION,
            "title": "Awards of UK policing and crime funding, from public announcements",
            "description": "Made by fundtrail from the pages that announced the awards: see relatedDocument."
            " awardDate is the day of the announcement. Awards without an exact amount, a funder or a date are not"
            f" here but in {EXCLUDED_NAME}.",
            "issued": issued,
            "publisher": {"name": "fundtrail"},
            "grants": list(found.grants),
        }
        text = json.dumps(package, ensure_ascii=False, indent=1, allow_nan=False)
        (folder / JSON_NAME).write_text(text + "\n", encoding="utf-8")
        _write_sheet(found, folder / SHEET_NAME)
        names += [JSON_NAME, SHEET_NAME]
    return names


def _write_excluded(found: Grants, file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(_EXCLUDED)
        for award in found.excluded:
            row = {**award, "explanation": REASONS[award["reason"]]}
            writer.writerow([_cell(row[name]) for name in _EXCLUDED])


def _cell(value: Any) -> Any:
    return safe_text(value) if isinstance(value, str) else value


def flat(grant: Mapping[str, Any]) -> Iterator[Any]:
    """Yield the values of a grant in the order of :data:`COLUMNS`, None where it has none."""
    for path in COLUMNS.values():
        value = grant.get(path[0])
        yield value[0].get(path[1]) if len(path) == 2 and value else value


def _write_sheet(found: Grants, file: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("grants")
    sheet.append(list(COLUMNS))
    for grant in found.grants:
        cells: list[Any] = []
        for value in flat(grant):
            text = writable(value) if isinstance(value, str) else ""
            if is_risky(text) or text.startswith("#"):
                # Such a text would be taken for a formula or an error. The apostrophe of OWASP's advice is a style here
                # (quotePrefix), so that the value stays what it is.
                cell = WriteOnlyCell(sheet, value=text)
                cell.data_type = "s"
                cell.quotePrefix = is_risky(text)
                cells.append(cell)
            else:
                cells.append(text or value)
        sheet.append(cells)
    book.save(file)
