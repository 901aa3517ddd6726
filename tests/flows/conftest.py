"""A published home that tests of the command line read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import fundtrail


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the samples ingested, made once a worker. Tests only read it."""
    home = tmp_path_factory.mktemp("published")
    done = fundtrail(home, "ingest", "--no-prefect")
    assert done.returncode == 0, done.stderr
    return home
