"""Prefect's embedded server is known to the next run from its first moment, so that a kill leaves none behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import ROOT, environment

pytestmark = pytest.mark.xdist_group("prefect")

# A server that never answers stands for one that has not answered yet.
_NEVER_READY = """
import subprocess, sys
from flows.prefect_env import orphan_file, prepare
from flows.settings import load
settings = load()
prepare(settings)
from prefect.server.api.server import SubprocessASGIServer
from flows.prefect_flow import _NotedServer
silent = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
SubprocessASGIServer._run_uvicorn_command = lambda self: silent
server = _NotedServer()
server.note = orphan_file(settings)
try:
    server.start(timeout=1)
except RuntimeError:
    print(silent.pid == int(server.note.read_text()))
finally:
    silent.kill()
"""


@pytest.mark.slow
def test_a_server_that_does_not_answer_yet_is_noted(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _NEVER_READY],
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (0, "True\n"), ended.stderr
