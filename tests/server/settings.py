"""Settings and environment with which fundtrail fetches from the test server instead of the world."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flows.settings import Settings
from tests.server.http import Server


def environment(home: Path, server: Server, **more: str) -> dict[str, str]:
    """Return the variables for a process of its own."""
    authority = home / "authority.pem"
    home.mkdir(parents=True, exist_ok=True)
    server.authority.cert_pem.write_to_path(str(authority))
    hosts = dict.fromkeys(server.sites, server.tls_port)
    return {
        "FUNDTRAIL_HOME": str(home),
        "FUNDTRAIL_ALLOW_LOOPBACK": "true",
        "FUNDTRAIL_CA_FILE": str(authority),
        "FUNDTRAIL_CONNECT_TO": ",".join(f"{host}=127.0.0.1:{port}" for host, port in hosts.items()),
        "FUNDTRAIL_CONTACT": "tests@example.org",
        "FUNDTRAIL_BACKOFF_SECONDS": "0.01",
        **more,
    }


def settings(home: Path, server: Server, **more: Any) -> Settings:
    """Return settings for this process: no waiting between requests, short limits."""
    variables = environment(home, server)
    named = {name.removeprefix("FUNDTRAIL_").lower(): value for name, value in variables.items()}
    return Settings(**{"rate_factor": 1000.0, "response_seconds": 5.0, **named, **more})
