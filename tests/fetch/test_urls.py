"""URLs as they are asked for and as they are written down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raw.fetch.errors import FetchError
from raw.fetch.sniff import kept_type, media_type
from raw.fetch.urls import checked, host_of, recorded


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG:443/A?b=c#d", "https://example.org/A?b=c"),
        ("http://example.org:8080/a", "http://example.org:8080/a"),
        ("https://me:secret@example.org/a", "https://example.org/a"),
        ("https://example.org/a?X-Amz-Signature=1&page=2", "https://example.org/a?page=2"),
        ("https://example.org/a?api_key=1&token=2", "https://example.org/a"),
        ("https://example.org/a?keyword=fund&tokens=3", "https://example.org/a?keyword=fund&tokens=3"),
        ("https://[2001:db8::1]:8443/a", "https://[2001:db8::1]:8443/a"),
        ("https://[broken/a", "(a URL that can't be read)"),
    ],
)
def test_what_is_written_down(url: str, shown: str) -> None:
    assert recorded(url) == shown


@given(
    secret=st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=12, max_size=30),
    name=st.sampled_from(
        ["token", "access_token", "api_key", "apikey", "sig", "password", "sessionid", "X-Amz-Signature"]
    ),
    path=st.text("abc/-_.%", max_size=10),
)
def test_a_secret_is_never_written_down(secret: str, name: str, path: str) -> None:
    assert secret not in recorded(
        f"https://user:{secret}@example.org/{path}?a=1&{name}={secret}&b=2#{secret}"
    )


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("file:///etc/passwd", "refused-scheme"),
        ("ftp://example.org/a", "refused-scheme"),
        ("javascript:alert(1)", "refused-scheme"),
        ("data:text/html,x", "refused-scheme"),
        ("gopher://example.org/", "refused-scheme"),
        ("https:///a", "bad-url"),
        ("https://[broken", "bad-url"),
        ("https://example.org:port/", "bad-url"),
        ("https://example.org/" + "a" * 5000, "bad-url"),
    ],
)
def test_what_is_not_fetched(url: str, code: str) -> None:
    with pytest.raises(FetchError) as caught:
        checked(url)
    assert caught.value.code == code


def test_what_is_asked_for_is_ascii() -> None:
    assert checked("https://example.org/a b/£5?q=é#x") == "https://example.org/a%20b/%C2%A35?q=%C3%A9"
    assert host_of("https://user@Example.org:8443/a") == "example.org:8443"


@pytest.mark.parametrize(
    ("body", "declared", "found"),
    [
        (b"%PDF-1.7\n", "text/html", "application/pdf"),
        (b"<!DOCTYPE html><html></html>", "text/plain", "text/html"),
        (b"\n<html>", "", "text/html"),
        (b"words and words", "text/html; charset=utf-8", "text/html"),
        (b'<?xml version="1.0"?><rss version="2.0">', "text/html", "application/xml"),
        (b'<?xml version="1.0"?><html xmlns="x">', "application/xhtml+xml", "text/html"),
        (b'{"a": 1}', "application/json", "application/json"),
        (b"a,b\n1,2\n", "text/csv", "text/csv"),
        (b"just words", "", "text/plain"),
        (b"PK\x03\x04" + b"x" * 60 + b"xl/workbook.xml", "application/zip",
         "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ],
)  # fmt: skip
def test_bytes_say_what_they_are(body: bytes, declared: str, found: str) -> None:
    assert media_type(body, declared) == kept_type(body, declared) == found


NO_PAGES = [b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"PK\x03\x04zip", b"\x7fELF", b"MZ\x90\x00", b"a\x00b"]


@pytest.mark.parametrize("body", NO_PAGES)
def test_what_is_no_page_is_refused_whatever_it_is_called(body: bytes) -> None:
    with pytest.raises(FetchError) as caught:
        kept_type(body, "text/html")
    assert caught.value.code == "unexpected-content"
