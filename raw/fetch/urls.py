"""URLs as they may be fetched, and as they may be written down."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from raw.fetch.errors import FetchError

# Names of query parameters that carry a secret in the services in use: signed storage links, API keys, sessions.
_SECRET = re.compile(
    r"(?:.*[-_.])?(?:token|api[-_]?key|key|secret|sig|signature|password|passwd|pwd|auth|credential|credentials"
    r"|session|sessionid|sid|jwt)(?:[-_.].*)?",
    re.IGNORECASE,
)
_SAFE = "/:?#[]@!$&'()*+,;=%~-._"
_MAX_LENGTH = 4096


def checked(url: str) -> str:
    """Return ``url`` fit for a request: http or https, a host, no fragment, only ASCII.

    Raises:
        FetchError: ``refused-scheme`` or ``bad-url``.
    """
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError("bad-url", f"no URL that can be fetched ({error})") from error
    if parts.scheme.lower() not in ("http", "https"):
        raise FetchError(
            "refused-scheme", f"the scheme {parts.scheme[:20]!r} is not fetched, only http and https"
        )
    if not host or len(url) > _MAX_LENGTH:
        raise FetchError("bad-url", "no host in the URL" if not host else f"a URL of {len(url):,} characters")
    return urlunsplit(
        (
            parts.scheme.lower(),
            parts.netloc,
            quote(parts.path or "/", safe=_SAFE),
            quote(parts.query, safe=_SAFE),
            "",
        )
    )


def recorded(url: str) -> str:
    """Return ``url`` as it may be logged and stored: no user name, no password, no secret parameter, no fragment.

    >>> recorded("https://ann:pw@example.org/news?page=2&access_token=abc#top")
    'https://example.org/news?page=2'
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "(a URL that can't be read)"
    place = f"[{host}]" if ":" in host else host
    if port is not None and port != {"http": 80, "https": 443}.get(parts.scheme.lower()):
        place += f":{port}"
    query = parts.query
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _SECRET.fullmatch(name)]
    if len(kept) != len(pairs):
        query = urlencode(kept)
    return urlunsplit((parts.scheme.lower(), place, parts.path or "/", query, ""))


def joined(base: str, location: str) -> str:
    """Return the absolute URL of a ``Location`` header.

    Raises:
        FetchError: it leads nowhere that may be fetched.
    """
    try:
        return checked(urljoin(base, location.strip()))
    except ValueError as error:
        raise FetchError("bad-url", f"the redirect leads to no URL ({error})") from error


def host_of(url: str) -> str:
    """Return the host of a URL with its port when that is not the scheme's own, in lower case."""
    return urlsplit(recorded(url)).netloc


def origin_of(url: str) -> str:
    """Return scheme and host of a URL, without a slash at the end."""
    parts = urlsplit(recorded(url))
    return f"{parts.scheme}://{parts.netloc}"
