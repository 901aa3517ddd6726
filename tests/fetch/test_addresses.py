"""Addresses that are never talked to, however they are spelled."""

from __future__ import annotations

import asyncio

import pytest

from raw.fetch.addresses import Guard, refusal
from raw.fetch.errors import FetchError
from tests.fetch.conftest import Client
from tests.server.http import Server, page, redirect, static


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("127.0.0.1", "loopback"),
        ("127.8.8.8", "loopback"),
        ("::1", "loopback"),
        ("::ffff:127.0.0.1", "loopback"),
        ("0.0.0.0", "unspecified"),
        ("::", "unspecified"),
        ("10.1.2.3", "private"),
        ("172.16.0.1", "private"),
        ("192.168.1.1", "private"),
        ("100.64.0.1", "not public"),
        ("100.100.100.200", "not public"),
        ("169.254.169.254", "link-local"),
        ("fe80::1", "link-local"),
        ("fd00:ec2::254", "private"),
        ("fc00::1", "private"),
        ("224.0.0.1", "multicast"),
        ("ff02::1", "multicast"),
        ("240.0.0.1", "private"),
        ("255.255.255.255", "private"),
        ("168.63.129.16", "metadata"),
        ("64:ff9b::a9fe:a9fe", "link-local"),
        ("2002:7f00:1::", "loopback"),
        ("192.0.0.192", "private"),
        ("198.18.0.1", "private"),
    ],
)
def test_an_address_is_refused_with_its_reason(address: str, reason: str) -> None:
    assert refusal(address) == reason


@pytest.mark.parametrize("address", ["151.101.0.144", "2a04:4e42::144", "::ffff:151.101.0.144"])
def test_a_public_address_is_not(address: str) -> None:
    assert refusal(address) is None


def test_one_bad_address_among_several_refuses_the_host() -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return ["151.101.0.144", "10.0.0.1"]

    with pytest.raises(FetchError, match="private"):
        asyncio.run(Guard(resolve=resolve).targets("mixed.test", 443))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
    ],
)
def test_a_url_to_this_machine_or_its_cloud_is_refused(client: Client, url: str) -> None:
    with pytest.raises(FetchError, match="never fetched"):
        client.get(url, guard=Guard())


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/", "http://10.0.0.1/a", "http://[fd00:ec2::254]/"]
)
def test_a_redirect_to_a_private_address_is_refused(server: Server, client: Client, target: str) -> None:
    server.add("news.test", static({"/a": redirect(target)}))
    with pytest.raises(FetchError, match="never fetched"):
        client.get("https://news.test/a")


def test_a_name_that_changes_its_address_is_checked_for_each_connection(
    server: Server, client: Client
) -> None:
    answers = [["127.0.0.1"], ["10.0.0.1"]]
    asked: list[str] = []

    async def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return answers[min(len(asked), len(answers)) - 1]

    closing = {"Connection": "close"}
    one = page("<p>One</p>")
    server.add("rebind.test", static({"/a": type(one)(body=one.body, headers=closing)}))
    guard = Guard(allow_loopback=True, resolve=resolve)
    url = f"http://rebind.test:{server.port}/a"
    server.add(f"rebind.test:{server.port}", server.sites["rebind.test"])
    with pytest.raises(FetchError, match="private"):
        client.get(url, url, url, guard=guard)
    assert len(asked) >= 2
