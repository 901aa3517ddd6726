"""Which exceptions are the user's to mend, and the line that says how."""

from __future__ import annotations


class CommandError(ValueError):
    """The words of a command do not fit each other or what is published. The message says what would."""


def explain_error(error: Exception) -> str | None:
    """Return the line for a known error, None for one that deserves a traceback.

    Imports late: an error that was raised has its module loaded already, so only loaded modules are asked.
    """
    import sys

    if isinstance(error, CommandError):
        return str(error)
    known = {
        "extractors.model": ("InvariantError",),
        "extractors.registry.csvfile": ("RegistryError",),
        "flows.settings": ("SettingsError",),
        "flows.lock": ("BusyError",),
        "flows.inputs": ("InputError",),
        "flows.cli.find": ("NotFoundError",),
        "flows.scorecard.gold": ("GoldError",),
        "flows.scorecard.run": ("FloorError",),
        "raw.store": ("StoreError",),
        "warehouse.reader": ("NotPublishedError",),
        "warehouse.door": ("DoorError",),
        "warehouse.export.report": ("ExportError",),
    }
    for module, names in known.items():
        if module in sys.modules:
            for name in names:
                if isinstance(error, getattr(sys.modules[module], name, ())):
                    return str(error)
    return None
