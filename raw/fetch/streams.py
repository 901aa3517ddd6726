"""Connections that remember the last bytes they gave, so that an answer longer than it says of itself is noticed.

HTTP/1.1 ends a body where its Content-Length says. When that is too small, the rest of the page looks like the
beginning of the next answer on the same connection. HTTP/2 refuses such an answer by itself.
"""

from __future__ import annotations

import ssl
from typing import Any

import httpcore

_NEWLINES = b"\r\n"
_ENOUGH = 4096
#: Seconds in which a socket that says it can be read gives what it has; it may only hold a message of TLS itself.
_MOMENT = 0.05


class WatchedStream(httpcore.AsyncNetworkStream):
    """A network stream that can say what came behind a body, and that can be kept from being used again."""

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner
        self._last = b""
        self._spoiled = False

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = await self._inner.read(max_bytes, timeout)
        self._last = data or self._last
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> WatchedStream:
        return WatchedStream(await self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        # the pool closes an idle connection on which something can be read
        return True if info == "is_readable" and self._spoiled else self._inner.get_extra_info(info)

    async def goes_on_after(self, piece: bytes) -> bool:
        """Return whether more than empty lines came behind ``piece``, the last piece of a body with a length (b"" for a
        body of none). Whatever came, the connection is not used for another request.

        Only what is here already is seen. When more comes later, the pool closes the connection unused.
        """
        rest = self._behind(piece) or await self._waiting()
        return bool(rest.strip(_NEWLINES))

    def _behind(self, piece: bytes) -> bytes:
        end = piece or _NEWLINES * 2
        rest = self._last[self._last.rfind(end) + len(end) :] if end in self._last else b""
        self._spoiled = self._spoiled or bool(rest)
        return rest

    async def _waiting(self) -> bytes:
        """Return what can be read at once: from TLS' own buffer, else from the socket."""
        for patience in (0.0, _MOMENT):
            if patience and not self._inner.get_extra_info("is_readable"):
                break
            try:
                rest = await self._inner.read(_ENOUGH, timeout=patience)
            except httpcore.ReadTimeout:
                continue
            except httpcore.NetworkError:
                rest = b""
            self._spoiled = True
            return rest
        return b""
