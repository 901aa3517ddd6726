"""Why a response was not kept."""

from __future__ import annotations


class FetchError(Exception):
    """A request that ended without a response to keep.

    ``code`` is a kebab-case issue code. ``retryable`` says whether the same request may do better soon;
    ``status`` is set when a server answered, ``wait`` when it asked for so many seconds of peace. The message never
    holds credentials (see :mod:`raw.fetch.urls`).
    """

    def __init__(
        self,
        code: str,
        message: str,
        *,
        retryable: bool = False,
        status: int | None = None,
        wait: float | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.retryable = retryable
        self.status = status
        self.wait = wait
