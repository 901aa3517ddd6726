"""Content codings undone piece by piece, with a limit on what comes out."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Protocol

from raw.fetch.errors import FetchError

_STEP = 256 * 1024
#: Below this many bytes a high ratio is harmless and common (pages of white space).
_RATIO_FROM = 4 * 1024 * 1024

HAS_BROTLI = find_spec("brotli") is not None
ACCEPT_ENCODING = "gzip, deflate, br" if HAS_BROTLI else "gzip, deflate"


class _Decoder(Protocol):
    def feed(self, data: bytes) -> Iterator[bytes]: ...
    def whole(self) -> bool: ...


class _Zlib:
    """gzip and deflate; "deflate" comes with and without the zlib header."""

    def __init__(self, coding: str) -> None:
        self._raw = coding == "deflate"
        self._inner = zlib.decompressobj(47 if coding == "gzip" else 15)
        self._begun = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            try:
                piece = self._inner.decompress(data, _STEP)
            except zlib.error:
                if self._begun or not self._raw:
                    raise
                self._inner = zlib.decompressobj(-15)
                piece = self._inner.decompress(data, _STEP)
            self._begun = True
            if piece:
                yield piece
            if self._inner.eof:
                data = self._inner.unused_data
                # several gzip members may follow each other; padding after the last is ignored
                if data[:2] != b"\x1f\x8b":
                    return
                self._inner = zlib.decompressobj(47)
            else:
                data = self._inner.unconsumed_tail

    def whole(self) -> bool:
        return self._inner.eof


class _Brotli:
    def __init__(self) -> None:
        import brotli

        self._inner = brotli.Decompressor()
        self._error = brotli.error

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            piece = self._inner.process(data, output_buffer_limit=_STEP)
            yield piece
            while not self._inner.can_accept_more_data():
                yield self._inner.process(b"", output_buffer_limit=_STEP)
        except self._error as error:
            raise zlib.error(str(error)) from error

    def whole(self) -> bool:
        return bool(self._inner.is_finished())


class Body:
    """Collects a response's body: undoes its coding and keeps the limits on bytes, in and out, and their ratio."""

    def __init__(self, coding: str, *, max_bytes: int, max_ratio: float) -> None:
        """Prepare for the value of a ``Content-Encoding`` header.

        Raises:
            FetchError: ``unknown-encoding``.
        """
        self._pieces: list[bytes] = []
        self._in = self._out = 0
        self._max_bytes = max_bytes
        self._max_ratio = max_ratio
        self._decoder = _decoder(coding.strip().lower())

    def feed(self, data: bytes) -> None:
        """Take the next bytes from the wire.

        Raises:
            FetchError: ``too-large``, ``decompression-limit`` or ``bad-encoding``.
        """
        self._in += len(data)
        if self._in > self._max_bytes:
            raise FetchError("too-large", f"the body is larger than {self._max_bytes:,} bytes")
        if self._decoder is None:
            self._pieces.append(data)
            return
        try:
            for piece in self._decoder.feed(data):
                self._out += len(piece)
                if self._out > self._max_bytes or (
                    self._out > _RATIO_FROM and self._out > self._max_ratio * self._in
                ):
                    raise FetchError(
                        "decompression-limit",
                        f"{self._in:,} bytes unpack to more than {self._out:,}; not a page",
                    )
                self._pieces.append(piece)
        except zlib.error as error:
            raise FetchError("bad-encoding", f"the body is not what its coding says ({error})") from error

    def finish(self) -> bytes:
        """Return the whole body.

        Raises:
            FetchError: ``interrupted-body`` when the coding says that more should have come.
        """
        if self._decoder is not None and self._in and not self._decoder.whole():
            raise FetchError("interrupted-body", "the compressed body ends in the middle", retryable=True)
        return b"".join(self._pieces)


def _decoder(coding: str) -> _Decoder | None:
    if coding in ("", "identity"):
        return None
    if coding in ("gzip", "x-gzip", "deflate"):
        return _Zlib("deflate" if coding == "deflate" else "gzip")
    if coding == "br" and HAS_BROTLI:
        return _Brotli()
    raise FetchError("unknown-encoding", f"the coding {coding[:40]!r} was not asked for and can't be undone")
