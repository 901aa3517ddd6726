"""One request and its answer, within limits; whatever goes wrong has a name."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from raw.fetch.decoding import Body
from raw.fetch.errors import FetchError
from raw.fetch.streams import WatchedStream

REDIRECTS = (301, 302, 303, 307, 308)
#: Headers that the manifest keeps: what tells of the page, never cookies or anything that authenticates.
KEPT_HEADERS = ("content-type", "content-language", "etag", "last-modified", "date", "cache-control", "x-robots-tag",
                "x-wp-total", "x-wp-totalpages", "link")  # fmt: skip
_HEADER_LENGTH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one response may cost. ``seconds`` lie between the request's first byte and the body's last."""

    max_bytes: int = 64 * 1024 * 1024
    max_ratio: float = 200.0
    seconds: float = 60.0
    connect_seconds: float = 10.0
    max_redirects: int = 5
    attempts: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave to ask "has it changed?" with."""

    etag: str | None = None
    last_modified: str | None = None

    @classmethod
    def of(cls, headers: Mapping[str, str]) -> Validators:
        return cls(etag=headers.get("etag"), last_modified=headers.get("last-modified"))

    def headers(self) -> dict[str, str]:
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in pairs.items() if value}


@dataclass(frozen=True, slots=True)
class Answer:
    """What one hop gave; ``location`` is set for a redirect."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    location: str
    received_at: datetime = field(default_factory=lambda: datetime.now(UTC))


class Exchange:
    """Makes single requests through a client; follows nothing and tries nothing again."""

    def __init__(self, client: httpx.AsyncClient, limits: Limits) -> None:
        self._client = client
        self._limits = limits

    async def get(self, url: str, validators: Validators | None = None) -> Answer:
        """Return the answer to one GET.

        Raises:
            FetchError: there is none that may be kept; ``wait`` holds the seconds of a ``Retry-After``.
        """
        try:
            async with asyncio.timeout(self._limits.seconds):
                return await self._answer(url, validators)
        except TimeoutError as error:
            message = f"no whole answer within {self._limits.seconds:g} seconds"
            raise FetchError("too-slow", message, retryable=True) from error
        except httpx.ConnectError as error:
            raise _connect_failure(error) from error
        except httpx.TimeoutException as error:
            message = f"the host does not answer ({type(error).__name__})"
            raise FetchError("too-slow", message, retryable=True) from error
        except (httpx.ProtocolError, httpx.ReadError, httpx.WriteError, httpx.CloseError) as error:
            raise FetchError("interrupted-body", f"the answer broke off ({error})", retryable=True) from error
        except httpx.HTTPError as error:
            message = f"{type(error).__name__}: {error}"
            raise FetchError("connection-failed", message, retryable=True) from error

    async def _answer(self, url: str, validators: Validators | None) -> Answer:
        headers = validators.headers() if validators else {}
        async with self._client.stream("GET", url, headers=headers) as response:
            kept = {
                name: response.headers[name][:_HEADER_LENGTH]
                for name in KEPT_HEADERS
                if name in response.headers
            }
            status = response.status_code
            location = response.headers.get("location", "")
            if status in REDIRECTS and location:
                return Answer(status, kept, b"", location)
            if status == 304:
                return Answer(status, kept, b"", "")
            _raise_for(status, response.headers)
            body = await self._read(response)
        return Answer(status, kept, body, "")

    async def _read(self, response: httpx.Response) -> bytes:
        length = response.headers.get("content-length", "")
        if length.isdigit() and int(length) > self._limits.max_bytes:
            raise FetchError(
                "too-large", f"a body of {int(length):,} bytes; the limit is {self._limits.max_bytes:,}"
            )
        body = Body(
            response.headers.get("content-encoding", ""),
            max_bytes=self._limits.max_bytes,
            max_ratio=self._limits.max_ratio,
        )
        piece = b""
        async for piece in response.aiter_raw():
            body.feed(piece)
        if await _goes_on(response, piece):
            message = f"the body goes on behind the {length} bytes that it was said to have"
            raise FetchError("wrong-length", message, retryable=True)
        return body.finish()


async def _goes_on(response: httpx.Response, last_piece: bytes) -> bool:
    """Return whether a body of a stated length came with more behind it (HTTP/2 checks that by itself)."""
    stream = response.extensions["network_stream"]
    measured = "content-length" in response.headers and "transfer-encoding" not in response.headers
    if (
        not measured
        or not response.http_version.startswith("HTTP/1")
        or not isinstance(stream, WatchedStream)
    ):
        return False
    return await stream.goes_on_after(last_piece)


def _raise_for(status: int, headers: httpx.Headers) -> None:
    if status in (200, 203, 404, 410):
        return
    if status == 429 or status >= 500:
        wait = retry_after(headers.get("retry-after", ""), datetime.now(UTC))
        message = f"the server answers {status}"
        raise FetchError("server-unavailable", message, retryable=True, status=status, wait=wait)
    if status in (401, 403, 407, 451):
        raise FetchError(
            "not-permitted", f"the server answers {status}: this client is not permitted", status=status
        )
    raise FetchError("unexpected-status", f"the server answers {status}", status=status)


def retry_after(value: str, now: datetime) -> float | None:
    """Return the seconds that a ``Retry-After`` header asks for, None when it is missing or makes no sense."""
    value = value.strip()
    if value.isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


def _connect_failure(error: httpx.ConnectError) -> FetchError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return FetchError("tls-failure", f"the certificate is not valid: {cause.verify_message}")
        if isinstance(cause, ssl.SSLError):
            return FetchError("tls-failure", f"no secure connection: {cause.reason}")
        cause = cause.__cause__ or cause.__context__
    return FetchError("connection-failed", f"no connection ({error})", retryable=True)
