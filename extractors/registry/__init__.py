"""The project's own registries: police areas, offices, office-holders, lookalikes and programmes,
each a CSV file with its sources, checked when it is first read."""

from extractors.registry.areas import PoliceArea, area_ids, areas
from extractors.registry.commissioners import Commissioner, commissioners
from extractors.registry.csvfile import Precision, RegistryError
from extractors.registry.lookalikes import Lookalike, lookalikes
from extractors.registry.offices import Office, offices
from extractors.registry.programmes import Programme, programmes
from extractors.registry.tables import current_office, registry_hash, rows
from extractors.registry.terms import Term

__all__ = [
    "Commissioner",
    "Lookalike",
    "Office",
    "PoliceArea",
    "Precision",
    "Programme",
    "RegistryError",
    "Term",
    "area_ids",
    "areas",
    "commissioners",
    "current_office",
    "lookalikes",
    "offices",
    "programmes",
    "registry_hash",
    "rows",
]
