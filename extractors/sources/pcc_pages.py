"""Commissioners' and mayors' sites that are not WordPress: one block a site.

The shapes of the articles' addresses were seen on saved pages; the listing's address is the folder above them.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from extractors.sources import pages
from extractors.sources.base import Discover, Expect, Source, Way
from extractors.sources.catalogue import parser
from extractors.sources.pages import listing_page

_DISCOVER: dict[str, tuple[str, Discover]] = {}


def _site(
    source_id: str,
    area_id: str,
    publisher: str,
    *,
    listing: str,
    path: str,
    minute: int,
    link: str = "a[href]",
    article: tuple[str, ...] = (),
) -> Source:
    """Declare a site: the page that lists its news, which links of it (``link`` is a CSS selector) lead to articles and
    what the path of their address looks like, and where on its page an article is (selectors in order; without any the
    common reader finds it)."""
    discover = listing_page(path=path, link=link, entry="article, li, .card, .news-item, .item")
    _DISCOVER[source_id] = (listing, discover)
    parts = urlsplit(listing)
    bare = parts.netloc.removeprefix("www.")
    source = Source(
        source_id=source_id,
        name=publisher,
        publisher=publisher,
        kind="listing",
        homepage=f"{parts.scheme}://{parts.netloc}/",
        licence=None,
        publisher_rank=2,
        schedule=f"{minute} 10,18 * * *",
        recapture_days=60,
        expect=Expect(min_documents=3),
        hosts=(bare, f"www.{bare}"),
        site_area_id=area_id,
    )
    if article:
        parser(source, version=1)(pages.article(*article))
    return source


SOURCES = (
    _site(
        "pcc-leicestershire",
        "leicestershire",
        "Police and Crime Commissioner for Leicester, Leicestershire and Rutland",
        listing="https://www.leics.pcc.police.uk/News-and-Events/News-Archive.aspx",
        path=r"/News-and-Events/News-Archive/20\d\d/[\w%.-]+\.aspx",
        minute=0,
    ),
    _site(
        "pcc-kent",
        "kent",
        "Kent Police and Crime Commissioner",
        listing="https://www.kent-pcc.gov.uk/news-menu/press-releases/",
        path=r"/news-menu/press-releases/20\d\d/[\w%-]+/",
        minute=5,
    ),
    _site(
        "pcc-merseyside",
        "merseyside",
        "Merseyside Police and Crime Commissioner",
        listing="https://www.merseysidepcc.info/news-and-events/news/",
        path=r"/news-and-events/news/[\w%-]+/",
        minute=10,
    ),
    _site(
        "pcc-dyfed-powys",
        "dyfed-powys",
        "Police and Crime Commissioner for Dyfed-Powys",
        listing="https://www.dyfedpowys-pcc.org.uk/en/news/press-releases/",
        path=r"/en/news/press-releases/[\w%-]+/",
        minute=15,
    ),
    _site(
        "pcc-warwickshire",
        "warwickshire",
        "Warwickshire Police and Crime Commissioner",
        listing="https://www.warwickshire-pcc.gov.uk/your-pcc/decision-making/decisions-log-2025",
        path=r"/your-pcc/decision-making/decisions-log-20\d\d/[\w%-]+/?",
        minute=20,
    ),
    _site(
        "pcc-wiltshire",
        "wiltshire",
        "Police and Crime Commissioner for Wiltshire and Swindon",
        listing="https://www.wiltshire-pcc.gov.uk/my-office/opcc-news/",
        path=r"/my-office/opcc-news/20\d\d/[a-z]+-20\d\d/[\w%-]+/",
        minute=25,
    ),
    _site(
        "pcc-gwent",
        "gwent",
        "Police and Crime Commissioner for Gwent",
        listing="https://www.gwent.pcc.police.uk/en/news-room",
        path=r"/en/news-room/[\w%-]+/?",
        minute=30,
    ),
    _site(
        "pcc-durham",
        "durham",
        "Durham Police and Crime Commissioner",
        listing="https://www.durham-pcc.gov.uk/news",
        path=r"/news/[\w%-]+/?",
        minute=35,
    ),
    _site(
        "pcc-hertfordshire",
        "hertfordshire",
        "Police and Crime Commissioner for Hertfordshire",
        listing="https://www.hertscommissioner.org/news",
        path=r"/20\d\d-\d\d-[\w%-]+",
        minute=40,
    ),
    _site(
        "mayor-greater-manchester",
        "greater-manchester",
        "Greater Manchester Combined Authority",
        listing="https://www.greatermanchester-ca.gov.uk/news/",
        path=r"/news/[\w%-]+/?",
        minute=45,
        article=("main", "[role=main]"),
    ),
    _site(
        "mayor-london",
        "london",
        "Mayor's Office for Policing and Crime",
        listing="https://www.london.gov.uk/programmes-strategies/mayors-office-policing-and-crime/governance-and-decision-making/mopac-decisions-0",
        path=r"/(?:[\w%-]+/)*mopac-decisions(?:-\d)?/[\w%-]+|/pcd-\d+-[\w%-]+",
        minute=50,
        article=("main", "[role=main]"),
    ),
    _site(
        "pcc-avon-and-somerset",
        "avon-and-somerset",
        "Police and Crime Commissioner for Avon and Somerset",
        listing="https://www.avonandsomerset-pcc.gov.uk/news/",
        path=r"/news/20\d\d/\d\d/[\w%-]+/?",
        minute=55,
    ),
    _site(
        "pcc-cheshire",
        "cheshire",
        "Police and Crime Commissioner for Cheshire",
        listing="https://www.cheshire-pcc.gov.uk/news/latest-news/",
        path=r"/news/latest-news/20\d\d/\d\d/[\w%-]+/?",
        minute=58,
    ),
    _site(
        "pcc-derbyshire",
        "derbyshire",
        "Police and Crime Commissioner for Derbyshire",
        listing="https://www.derbyshire-pcc.gov.uk/news/",
        path=r"/news/[\w%-]+/?",
        minute=3,
    ),
    _site(
        "pcc-devon-and-cornwall",
        "devon-and-cornwall",
        "Police and Crime Commissioner for Devon and Cornwall",
        listing="https://www.devonandcornwall-pcc.gov.uk/news-and-blog/multimedia-hub/",
        path=r"/news-and-blog/multimedia-hub/[\w%-]+/?",
        minute=8,
    ),
    _site(
        "pcc-dorset",
        "dorset",
        "Police and Crime Commissioner for Dorset",
        listing="https://www.dorset.pcc.police.uk/news-and-newsletters/dorset-pcc-news-blog/",
        path=r"/news-and-newsletters/dorset-pcc-news-blog/20\d\d/\d\d/[\w%£-]+/?",
        minute=13,
    ),
    _site(
        "pcc-humberside",
        "humberside",
        "Police and Crime Commissioner for Humberside",
        listing="https://www.humberside-pcc.gov.uk/News/News-Archive.aspx",
        path=r"/News/News-Archive/20\d\d/[\w%.,'-]+\.aspx",
        minute=18,
    ),
    _site(
        "pcc-nottinghamshire",
        "nottinghamshire",
        "Police and Crime Commissioner for Nottinghamshire",
        listing="https://www.nottinghamshire.pcc.police.uk/News-and-Events/Archived-News.aspx",
        path=r"/News-and-Events/Archived-News/20\d\d/[\w%.,'-]+\.aspx",
        minute=23,
    ),
    _site(
        "pcc-suffolk",
        "suffolk",
        "Police and Crime Commissioner for Suffolk",
        listing="https://suffolk-pcc.gov.uk/news/",
        path=r"/news/[\w%-]+/?",
        minute=28,
    ),
    _site(
        "mayor-south-yorkshire",
        "south-yorkshire",
        "South Yorkshire Mayoral Combined Authority",
        listing="https://southyorkshire-ca.gov.uk/news",
        path=r"/news/article/[0-9a-f-]{36}",
        minute=33,
    ),
)


def ways(source: Source) -> tuple[Way, ...]:
    listing, discover = _DISCOVER[source.source_id]
    return (Way(name="news page", starts=lambda _: (listing,), discover=discover, windowed=False),)
