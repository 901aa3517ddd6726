"""WordPress REST posts (``/wp-json/wp/v2/posts``): rendered title and content with the post's date and address."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from typing import Any

from extractors.model import Capture, Document, Issue
from extractors.parse.changes import read_moment
from extractors.parse.errors import ParseError
from extractors.parse.html import document_of
from extractors.parse.html_head import Head, absolute, read_stamp
from extractors.parse.soup import soup_of

PARSER = "wordpress-post.v1"


def parse_post(capture: Capture, post: Mapping[str, Any]) -> tuple[Document, list[Issue]]:
    """Return the document of a post.

    Raises:
        ParseError: ``unknown-json`` when title or content are missing, ``no-text`` for an empty content.
    """
    title, content = _rendered(post, "title"), _rendered(post, "content")
    if not content.strip():
        raise ParseError("no-text", f"post {post.get('id')} has no content")
    # the site's own day: one minute past midnight in summer is the day before in GMT
    stamp = post.get("date") or post.get("date_gmt")
    modified = post.get("modified_gmt")
    link = post.get("link")
    canonical = absolute(capture.final_url, link) if isinstance(link, str) else None
    plain = " ".join(soup_of(unescape(title)).get_text().split()) if title else None
    head = Head(
        title=plain,
        headline=plain,
        published_on=read_stamp(stamp) if isinstance(stamp, str) else None,
        publisher=None,
        language="en",
        links={"canonical": canonical} if canonical else {},
        # written without a zone: the field's name says which it is
        updated_at=read_moment(f"{modified}Z") if isinstance(modified, str) else None,
    )
    markup = f"<article><h1>{title}</h1>{content}</article>"
    return document_of(capture, markup, head, parser=PARSER, issues=[])


def _rendered(post: Mapping[str, Any], name: str) -> str:
    value = post.get(name)
    if not isinstance(value, Mapping) or not isinstance(value.get("rendered"), str):
        raise ParseError("unknown-json", f"a post without {name}.rendered")
    return str(value["rendered"])
