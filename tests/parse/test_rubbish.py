"""Bodies that are no documents, and pages made to break a parser."""

from __future__ import annotations

import gzip

import pytest

from extractors.parse import ParseError
from tests.parse.helpers import article, read


@pytest.mark.parametrize(
    ("body", "media_type", "code"),
    [
        pytest.param(b"", "text/plain", "empty-body", id="nothing"),
        pytest.param(b" \n\t ", "text/html", "empty-body", id="white space"),
        pytest.param(b"\xef\xbb\xbf", "text/plain", "empty-body", id="byte order mark"),
        pytest.param(bytes(range(256)) * 40, "text/html", "binary-body", id="all bytes"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "text/html", "binary-body", id="picture"),
        pytest.param(gzip.compress(b"<p>Kent</p>", mtime=0), "text/html", "binary-body", id="gzip"),
        pytest.param(b"PK\x03\x04" + b"x" * 50, "text/plain", "binary-body", id="damaged zip"),
        pytest.param(b"<p>Kent</p>", "application/pdf", "not-a-pdf", id="page named PDF"),
        pytest.param(b"{not json", "application/json", "unknown-json", id="broken JSON"),
        pytest.param(
            b"<html><body><script>1</script></body></html>", "text/html", "no-text", id="script only"
        ),
        pytest.param(b"<html>" + b"x" * 30_000_001, "text/html", "page-too-large", id="huge page"),
        pytest.param(
            b"<html><body>" + b"<div>" * 100_000 + b"Kent",
            "text/html",
            "nested-too-deep",
            id="bottomless page",
        ),
        pytest.param(b"\xff\xfeK\x00\x00\xd8", "text/plain", "undecodable", id="half a character"),
    ],
)
def test_refused_with_a_code(body: bytes, media_type: str, code: str) -> None:
    with pytest.raises(ParseError) as caught:
        read(body, media_type=media_type)
    assert caught.value.code == code


def test_bytes_come_before_the_media_type() -> None:
    assert read(b"<!doctype html><p>Kent gets &pound;5</p>", media_type="text/plain").parser == "html.v1"
    assert read(b"Kent gets a lot\n\nof lamps", media_type="text/html").parser == "text.v1"


@pytest.mark.parametrize("depth", [100, 900])
def test_a_deeply_nested_page_is_read(depth: int) -> None:
    assert article(read("<html><body>" + "<div><b>" * depth + "Kent" + "</b></div>" * depth)) == ["Kent"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Kent<p>Essex<table><tr><td>a<td>b</table></div></p></span>",
        "<table><tr><td>Kent<table><tr><td>Essex",
        "<p>Kent &bogus; &#xFFFFFF; &#0; Essex",
        "<script type='application/ld+json'>{broken</script><p>Kent</p>",
        "<link rel='canonical' href='http://[bad'><p>Kent</p>",
    ],
)
def test_damaged_mark_up_is_read(markup: str) -> None:
    document = read(f"<html><body>{markup}</body></html>")
    assert document.text
