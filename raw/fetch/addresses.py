"""Which network addresses may be talked to, and connections that are pinned to the address that was checked.

A name is resolved once for each connection, by us; every address that it has must be a public one, and the
socket is opened to that very address. So a name that answers differently a moment later (DNS
rebinding) changes nothing.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field

import httpcore

from raw.fetch.errors import FetchError
from raw.fetch.proxy import Proxy
from raw.fetch.streams import WatchedStream

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Awaitable[list[str]]]

# Public by its number, but the wire server of a cloud (Azure's 168.63.129.16) all the same.
_METADATA = frozenset({ipaddress.ip_address("168.63.129.16")})
# Set aside for protocols (RFC 6890), and home of another cloud's metadata (192.0.0.192).
_PROTOCOLS = ipaddress.ip_network("192.0.0.0/24")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


async def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host in the system's order.

    Raises:
        OSError: the name has none.
    """
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]).split("%")[0] for entry in found))


def unwrapped(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 address stands for (mapped, 6to4, Teredo, NAT64), else the address."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None) or address


def refusal(text: str, *, allow_loopback: bool = False) -> str | None:
    """Return why an address may not be talked to, or None when it may.

    >>> refusal("169.254.169.254"), refusal("::ffff:10.0.0.1"), refusal("151.101.0.144")
    ('link-local', 'private', None)
    """
    address = unwrapped(ipaddress.ip_address(text))
    if address.is_loopback:
        return None if allow_loopback else "loopback"
    reasons = (
        ("unspecified", address.is_unspecified),
        ("link-local", address.is_link_local),
        ("multicast", address.is_multicast),
        ("metadata", address in _METADATA),
        ("private", address.is_private or address in _PROTOCOLS),
        ("not public", not address.is_global),
    )
    return next((reason for reason, holds in reasons if holds), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Decides where a connection goes. ``connect_to`` sends a host to another address and port (as curl's option of
    that name does); the address is checked all the same."""

    allow_loopback: bool = False
    connect_to: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    resolve: Resolve = resolve

    async def targets(self, host: str, port: int) -> list[tuple[str, int]]:
        """Return the checked addresses of ``host`` with the port, in order of preference.

        Raises:
            FetchError: ``unknown-host``, or ``refused-address`` when any of its addresses is not public.
        """
        name, port = self.connect_to.get(host, (host, port))
        try:
            found = await self.resolve(name, port)
        except (OSError, UnicodeError) as error:
            raise FetchError(
                "unknown-host", f"the name {host} has no address ({error})", retryable=True
            ) from error
        for address in found:
            if reason := refusal(address, allow_loopback=self.allow_loopback):
                raise FetchError(
                    "refused-address", f"{host} leads to a {reason} address, which is never fetched"
                )
        if not found:
            raise FetchError("unknown-host", f"the name {host} has no address", retryable=True)
        return [(address, port) for address in found]


class PinnedBackend(httpcore.AsyncNetworkBackend):
    """Opens TCP connections only to addresses that the guard has checked, through the proxy if there is one."""

    def __init__(self, guard: Guard, proxy: Proxy | None = None) -> None:
        self._guard = guard
        self._proxy = proxy
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        targets = await self._guard.targets(host, port)
        if self._proxy is not None:
            # the first address only: a proxy does not say which of its failures another address would mend
            return WatchedStream(await self._proxy.connect(self._inner, *targets[0], timeout))
        for number, (address, target_port) in enumerate(targets, start=1):
            try:
                stream = await self._inner.connect_tcp(
                    address,
                    target_port,
                    timeout=timeout,
                    local_address=local_address,
                    socket_options=socket_options,
                )
                return WatchedStream(stream)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == len(targets):
                    raise
        raise AssertionError("targets() never returns an empty list")

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)
