"""An HTTP proxy on loopback that knows one method, CONNECT."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(kw_only=True)
class Tunnelling:
    """Use it as a context manager. ``asked`` holds the heads of all requests; ``leads_to`` maps the place that is asked
    for ("151.101.0.144:443") to a port of this machine; a place that it does not know is answered with 502."""

    leads_to: Callable[[str], int | None]
    status: bytes = b"200 Connection established"
    wants: str | None = None
    asked: list[str] = field(default_factory=list)
    port: int = 0

    def __enter__(self) -> Tunnelling:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result()
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _start(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._tunnel(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return  # one of the sides left, or the proxy stops
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _tunnel(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        self.asked.append(head)
        port = self.leads_to(head.split(" ")[1])
        if self.wants is not None and f"Proxy-Authorization: {self.wants}\r\n" not in head:
            status = b"407 Proxy Authentication Required"
        else:
            status = self.status if port else b"502 Bad Gateway"
        writer.write(b"HTTP/1.1 " + status + b"\r\nVia: 1.1 test\r\n\r\n")
        await writer.drain()
        if not status.startswith(b"200") or port is None:
            return
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            await asyncio.gather(_copy(reader, far_writer), _copy(far_reader, writer))
        finally:
            far_writer.close()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
    writer.close()
