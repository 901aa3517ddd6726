"""WordPress sites: the REST API where it is on, else the feed, else the sitemap. Declares no source itself.

Shapes: developer.wordpress.org REST API, ``wp/v2/posts`` (``modified_after`` since WordPress 5.7); core's
``/wp-sitemap.xml`` since 5.5.
"""

from __future__ import annotations

import json
import re
from datetime import UTC
from functools import partial
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from extractors.sources.base import Item, LayoutError, Listing, Way, Window
from extractors.sources.feeds import discover_feed, discover_sitemap
from extractors.sources.govuk import moment

_PER_PAGE = 100
_API = "/wp-json/wp/v2/posts"
#: Pages of a site that are no articles.
_NO_ARTICLE = r"/(?:category|tag|author|page|feed|wp-content|wp-json)/"


def ways(site: str) -> tuple[Way, ...]:
    """Return the ways to the posts of a WordPress site; ``site`` is its address without a slash at the end."""
    return (
        Way(
            name="posts API",
            starts=partial(_api_start, site),
            discover=partial(discover_posts, site=site),
            # asking past the last page is answered with 400 rest_post_invalid_page_number
            ended_by=frozenset({400}),
        ),
        Way(
            name="feed",
            starts=lambda _: (f"{site}/feed/",),
            discover=discover_blog_feed,
            windowed=False,
            ended_by=frozenset({404, 410}),
        ),
        Way(
            name="sitemap",
            starts=lambda _: (f"{site}/wp-sitemap.xml",),
            discover=partial(
                discover_sitemap, pages=rf"^(?!.*{_NO_ARTICLE}).*[^/]/?$", maps=r"posts-post-|post-sitemap"
            ),
            windowed=False,
        ),
    )


def _api_start(site: str, window: Window) -> tuple[str, ...]:
    query = {
        "modified_after": f"{window.since}T00:00:00",
        "orderby": "modified",
        "order": "desc",
        "per_page": str(_PER_PAGE),
        "page": "1",
        "_fields": "id,link,modified_gmt",
    }
    return (f"{site}{_API}?{urlencode(query, safe=':,')}",)


def discover_posts(body: bytes, url: str, *, site: str) -> Listing:
    """Return the posts of one page of the API.

    Raises:
        LayoutError: the answer is no list of posts.
    """
    try:
        posts = json.loads(body)
    except ValueError as error:
        raise LayoutError(f"posts API: the answer is no JSON ({error})") from error
    if not isinstance(posts, list):
        raise LayoutError("posts API: the answer is no list of posts")
    items = []
    for post in posts:
        if not isinstance(post, dict) or not isinstance(post.get("link"), str) or "id" not in post:
            raise LayoutError("posts API: a post without the fields id and link")
        stated = post.get("modified_gmt")
        changed = moment(stated)
        items.append(
            Item(
                url=post["link"],
                fetch_url=f"{site}{_API}/{int(post['id'])}",
                changed_at=changed.astimezone(UTC) if changed else None,
            )
        )
    return Listing(
        items=tuple(items), found_by="posts[].link", next_page=_next(url) if len(posts) >= _PER_PAGE else None
    )


def _next(url: str) -> str:
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    query["page"] = str(int(query.get("page", "1")) + 1)
    return urlunsplit(parts._replace(query=urlencode(query, safe=":,")))


def discover_blog_feed(body: bytes, url: str) -> Listing:
    """Return the entries of a WordPress feed; older ones are at ``?paged=2`` and so on, to the first 404."""
    listing = discover_feed(body, url)
    if not listing.items:
        return listing
    found = re.search(r"[?&]paged=(\d+)", url)
    number = int(found.group(1)) + 1 if found else 2
    base = url.split("?")[0]
    return Listing(items=listing.items, found_by=listing.found_by, next_page=f"{base}?paged={number}")
