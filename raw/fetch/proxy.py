"""Fetching through an HTTP proxy, by tunnels (CONNECT) to addresses that were checked here.

The proxy is asked for an address, never for a name: a proxy that resolves names could be led to a private address
behind the operator's own walls.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

import httpcore

from raw.fetch.errors import FetchError

_LONGEST_ANSWER = 16 * 1024
_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """Where the proxy listens, and what it is shown; the latter is in no ``repr``."""

    host: str
    port: int
    authorization: str | None = field(default=None, repr=False)

    @classmethod
    def of(cls, url: str) -> Proxy:
        """Return the proxy of a URL such as ``http://ann:secret@proxy.example.org:3128``.

        Raises:
            ValueError: it is no such URL. The message holds nothing of it.
        """
        parts = urlsplit(url)
        try:
            port = parts.port
        except ValueError:
            port = None
        if parts.scheme != "http" or not parts.hostname or port is None or parts.path.strip("/"):
            raise ValueError("must be http://host:port, with user:password@ before the host where needed")
        if parts.username is None:
            return cls(host=parts.hostname, port=port)
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        shown = base64.b64encode(pair.encode("utf-8")).decode("ascii")
        return cls(host=parts.hostname, port=port, authorization=f"Basic {shown}")

    async def connect(
        self, backend: httpcore.AsyncNetworkBackend, address: str, port: int, timeout: float | None
    ) -> httpcore.AsyncNetworkStream:
        """Return a stream that leads to an address through the proxy.

        Raises:
            FetchError: ``proxy-failure``: the proxy is not there, refuses, or speaks something else.
        """
        try:
            stream = await backend.connect_tcp(self.host, self.port, timeout=timeout)
        except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
            raise FetchError(
                "proxy-failure", f"the proxy {self.host}:{self.port} is not there ({error})", retryable=True
            ) from error
        try:
            await stream.write(self._request(address, port), timeout)
            status = await _status(stream, timeout)
        except (httpcore.NetworkError, httpcore.TimeoutException) as error:
            await stream.aclose()
            message = f"the proxy {self.host}:{self.port} does not answer ({type(error).__name__})"
            raise FetchError("proxy-failure", message, retryable=True) from error
        if not 200 <= status < 300:
            await stream.aclose()
            said = f"answers {status}" if status else "speaks no HTTP"
            message = f"the proxy {self.host}:{self.port} {said} when asked for a tunnel to {address}:{port}"
            raise FetchError("proxy-failure", message, retryable=status >= 500)
        return stream

    def _request(self, address: str, port: int) -> bytes:
        place = f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
        lines = [f"CONNECT {place} HTTP/1.1", f"Host: {place}"]
        if self.authorization is not None:
            lines.append(f"Proxy-Authorization: {self.authorization}")
        return "\r\n".join([*lines, "", ""]).encode("ascii")


async def _status(stream: httpcore.AsyncNetworkStream, timeout: float | None) -> int:
    """Return the status of the proxy's answer, 0 when it is no HTTP."""
    answer = b""
    while b"\r\n\r\n" not in answer and len(answer) < _LONGEST_ANSWER:
        piece = await stream.read(4096, timeout)
        if not piece:
            break
        answer += piece
    found = _STATUS.match(answer)
    return int(found.group(1)) if found else 0
