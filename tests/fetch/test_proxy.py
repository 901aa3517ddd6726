"""Behind a proxy: tunnels to checked addresses, and nothing that the guard refuses."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest

from flows.settings import Settings, SettingsError, load
from raw.fetch.addresses import Guard
from raw.fetch.errors import FetchError
from raw.fetch.proxy import Proxy
from tests.fetch.conftest import Client
from tests.fetch.world import World, kent
from tests.server.http import Server, page, redirect, static
from tests.server.proxy import Tunnelling

HOST = "news.test"
PUBLIC = "151.101.0.144"
PAGE = page("<html><body><p>Hello</p></body></html>")


async def resolve(host: str, port: int) -> list[str]:
    """Every name has a public address, save one."""
    return ["10.0.0.1"] if host == "inside.test" else [PUBLIC]


def behind(tunnels: Tunnelling, **more: Any) -> dict[str, Any]:
    return {"proxy": Proxy.of(f"http://127.0.0.1:{tunnels.port}"), "guard": Guard(resolve=resolve), **more}


def test_the_proxy_is_asked_for_the_address_that_was_checked(server: Server, client: Client) -> None:
    server.add(HOST, static({"/a": PAGE}))
    with Tunnelling(leads_to={f"{PUBLIC}:443": server.tls_port}.get) as proxy:
        (response,) = client.get(f"https://{HOST}/a", **behind(proxy))
    assert response.body == PAGE.body
    assert [head.splitlines()[0] for head in proxy.asked] == [f"CONNECT {PUBLIC}:443 HTTP/1.1"]
    assert HOST not in "".join(proxy.asked)


def test_pages_without_tls_are_tunnelled_too(server: Server, client: Client) -> None:
    server.add(HOST, static({"/a": PAGE}))
    with Tunnelling(leads_to={f"{PUBLIC}:80": server.port}.get) as proxy:
        (response,) = client.get(f"http://{HOST}/a", **behind(proxy))
    assert response.body == PAGE.body


@pytest.mark.parametrize(
    "url", ["https://inside.test/a", "http://169.254.169.254/", "https://news.test/away"]
)
def test_a_private_address_is_refused_before_the_proxy_hears_of_it(
    server: Server, client: Client, url: str
) -> None:
    server.add(HOST, static({"/away": redirect("https://inside.test/")}))

    async def literal(host: str, port: int) -> list[str]:
        return [host] if host[0].isdigit() else await resolve(host, port)

    with (
        Tunnelling(leads_to={f"{PUBLIC}:443": server.tls_port}.get) as proxy,
        pytest.raises(FetchError, match="never fetched"),
    ):
        client.get(url, **behind(proxy, guard=Guard(resolve=literal)))
    assert not any("10.0.0.1" in head or "169.254" in head for head in proxy.asked)


def test_a_proxy_that_wants_a_password_gets_it_and_nobody_else_does(server: Server, client: Client) -> None:
    server.add(HOST, static({"/a": PAGE}))
    shown = "Basic " + base64.b64encode(b"ann:pass word").decode()
    with Tunnelling(leads_to={f"{PUBLIC}:443": server.tls_port}.get, wants=shown) as proxy:
        with pytest.raises(FetchError) as caught:
            client.get(f"https://{HOST}/a", **behind(proxy))
        own = Proxy.of(f"http://ann:pass%20word@127.0.0.1:{proxy.port}")
        (response,) = client.get(f"https://{HOST}/a", **behind(proxy, proxy=own))
    assert "answers 407" in caught.value.message
    assert response.status == 200
    assert all("proxy-authorization" not in entry.request.headers for entry in server.log)
    assert "ann" not in repr(own) and shown not in repr(own)


@pytest.mark.parametrize(
    ("status", "words"), [(b"403 Forbidden", "answers 403"), (b"\x00", "answers 0|speaks no HTTP")]
)
def test_a_proxy_that_refuses_says_so(server: Server, client: Client, status: bytes, words: str) -> None:
    server.add(HOST, static({"/a": PAGE}))
    with (
        Tunnelling(leads_to=lambda _: server.tls_port, status=status) as proxy,
        pytest.raises(FetchError, match=words) as caught,
    ):
        client.get(f"https://{HOST}/a", **behind(proxy))
    assert caught.value.code == "proxy-failure"
    assert f"{PUBLIC}:443" in caught.value.message
    assert server.log == []


def test_a_proxy_that_is_not_there_is_named(client: Client) -> None:
    with pytest.raises(FetchError, match=r"the proxy 127\.0\.0\.1:9 is not there") as caught:
        client.get(f"https://{HOST}/a", proxy=Proxy.of("http://127.0.0.1:9"), guard=Guard(resolve=resolve))
    assert caught.value.code == "proxy-failure"


def test_a_run_goes_through_the_proxy_of_the_settings(world: World) -> None:
    kent(world, "ash", "birch", "cedar")
    with Tunnelling(leads_to={f"127.0.0.1:{world.server.tls_port}": world.server.tls_port}.get) as proxy:
        captured = world.run("pcc-kent", proxy=f"http://ann:hunter2@127.0.0.1:{proxy.port}")
    assert captured.new == 3
    assert proxy.asked
    kept = [path.read_bytes() for path in world.home.rglob("*") if path.is_file()]
    assert not any(b"hunter2" in content for content in kept)


@pytest.mark.parametrize(
    "url",
    [
        "proxy.test:3128",
        "https://proxy.test:3128",
        "socks5://proxy.test:1080",
        "http://proxy.test",
        "http://x:y/",
    ],
)
def test_what_is_no_proxy_is_refused_without_saying_its_password(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FUNDTRAIL_PROXY", url.replace("://", "://ann:hunter2@"))
    with pytest.raises(SettingsError, match=r"FUNDTRAIL_PROXY: .*must be http://host:port") as caught:
        load()
    assert "hunter2" not in str(caught.value)


def test_a_proxy_of_the_shell_is_not_obeyed(
    server: Server, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    server.add(HOST, static({"/a": PAGE}))
    assert client.get(f"https://{HOST}/a")[0].status == 200


def test_settings_do_not_show_the_proxy(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, proxy="http://ann:hunter2@proxy.test:3128")  # type: ignore[arg-type]
    assert "hunter2" not in f"{settings!r} {settings.model_dump()}"
