"""The environment that Prefect must see before it is imported: quiet, offline, its home inside ours."""

from __future__ import annotations

import os
from pathlib import Path

from flows.settings import Settings


def prepare(settings: Settings) -> None:
    """Set Prefect's variables. What an operator has set (a server's address, a log level) is kept."""
    home = settings.prefect_home
    home.mkdir(parents=True, exist_ok=True)
    defaults = {
        "PREFECT_HOME": str(home),
        "PREFECT_PROFILES_PATH": str(home / "profiles.toml"),
        "PREFECT_LOGGING_LEVEL": "WARNING",
        "PREFECT_LOGGING_TO_API_ENABLED": "false",
        "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": str(settings.prefect_startup_timeout),
        # the run history would otherwise grow without bound
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
    }
    for name, value in defaults.items():
        os.environ.setdefault(name, value)
    os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
    os.environ["DO_NOT_TRACK"] = "1"


def orphan_file(settings: Settings) -> Path:
    """The file that holds the process id of the embedded server that a run started."""
    return settings.prefect_home / "embedded-server.pid"
