"""The addresses that the sources' sites have really given their pages, as far as they are known."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.sources import catalogue
from extractors.sources.base import LayoutError, Way, Window

WINDOW = Window(since=date(2024, 1, 1), until=date(2024, 1, 31))
ADDRESSES = [
    ("apcc", "https://www.apccs.police.uk/latest-news/pcc-led-projects-receive-share-of-5million-safety-of-women-at-night-fund/"),
    ("apcc", "https://apccs.police.uk/public/apcc-bulletins/may-2024/"),
    ("wired-gov", "https://www.wired-gov.net/wg/news.nsf/articles/28+million+funding+will+help+21062023150500?open"),
    ("wired-gov", "https://www.wired-gov.net/wg/wg-news-1.nsf/0/6581E981460B3980802573060020F6A4?OpenDocument"),
    ("publicsectorexecutive", "https://www.publicsectorexecutive.com/articles/millions-awarded-new-projects-keep-women-safe"),
    ("publicsectorexecutive", "https://publicsectorexecutive.com/article/cyber-action-plan-launched-to-secure-services"),
    ("policeprofessional", "https://policeprofessional.com/news/pcc-projects-awarded-almost-18-million/"),
    ("localgov", "https://www.localgov.co.uk/Government-announces-nearly-3m-for-violence-prevention/50965"),
    ("localgov", "https://localgov.co.uk/Project-ADDER-helps-over-13000-people-receive-drug-treatment-/53594"),
    ("drive", "https://drivepartnership.org.uk/publication/tnclffunding/"),
    ("drive", "https://driveproject.org.uk/news/drive-welcomes-the-commitment-to-perpetrator-interventions/"),
    ("safelives", "https://safelives.org.uk/news-views/settlement/"),
    ("kcl-advance", "https://blogs.kcl.ac.uk/advance/2022/04/01/two-programmes/"),
    ("pcc-avon-and-somerset", "https://www.avonandsomerset-pcc.gov.uk/news/2022/07/further-funding-for-police"),
    ("pcc-cheshire", "https://www.cheshire-pcc.gov.uk/news/latest-news/2024/11/cheshire-community-projects-awarded-100k"),
    ("pcc-derbyshire", "https://www.derbyshire-pcc.gov.uk/news/latest-news-124k-boost-for-road-safety/"),
    ("pcc-devon-and-cornwall", "https://devonandcornwall-pcc.gov.uk/news-and-blog/multimedia-hub/do-not-miss-your-chance"),
    ("pcc-dorset", "https://www.dorset.pcc.police.uk/news-and-newsletters/dorset-pcc-news-blog/2023/10/almost-£1-million/"),
    ("pcc-durham", "https://www.durham-pcc.gov.uk/news/durham-poised-to-net-up-to-ps1-4m-to-tackle-publics-top-priorities"),
    ("pcc-dyfed-powys", "https://www.dyfedpowys-pcc.org.uk/en/news/press-releases/patrols/"),
    ("pcc-gwent", "https://www.gwent.pcc.police.uk/en/news-room/150-000-available-for-community-projects"),
    ("pcc-hertfordshire", "https://hertscommissioner.org/2018-02-money-seized-from-criminals-helping-reduce-crime"),
    ("pcc-humberside", "https://humberside-pcc.gov.uk/News/News-Archive/2023/Over-1m-of-funding-secured.aspx"),
    ("pcc-kent", "https://www.kent-pcc.gov.uk/news-menu/press-releases/2022/vru-funding-announcement/"),
    ("pcc-leicestershire", "https://www.leics.pcc.police.uk/News-and-Events/News-Archive/2024/PR-860.aspx"),
    ("pcc-merseyside", "https://www.merseysidepcc.info/news-and-events/news/new-fund/"),
    ("pcc-nottinghamshire", "https://nottinghamshire.pcc.police.uk/News-and-Events/Archived-News/2023/'Together'-open.aspx"),
    ("pcc-suffolk", "https://suffolk-pcc.gov.uk/news/pcc-confirms-community-safety-funds-across-county"),
    ("pcc-warwickshire", "https://warwickshire-pcc.gov.uk/your-pcc/decision-making/decisions-log-2022/wpcc3-0063-moj-funding"),
    ("pcc-wiltshire", "https://www.wiltshire-pcc.gov.uk/my-office/opcc-news/2021/june-2021/swindon-to-get-more-than-400000/"),
    ("mayor-greater-manchester", "https://www.greatermanchester-ca.gov.uk/news/extra-funding-to-target-violent-crime"),
    ("mayor-london", "https://www.london.gov.uk/pcd-1431-direct-award-fund-hospital-based-youth-work"),
    ("mayor-london", "https://www.london.gov.uk/programmes-strategies/mopac/governance/mopac-decisions/pcd-1439-referral-centres"),
    ("mayor-south-yorkshire", "https://southyorkshire-ca.gov.uk/news/article/ae1149ff-de0e-4d64-a565-667298921b35"),
]  # fmt: skip


def page_way(source_id: str) -> Way:
    """Return the source's way over a page of links."""
    (declared,) = catalogue.find(source_id)
    names = ("listing", "news page", "front page", "publications", "blog pages")
    return next(way for way in declared.ways if way.name in names)


def listed(source_id: str, *urls: str) -> list[str]:
    links = "".join(f'<li><a href="{url}">words</a></li>' for url in urls)
    body = f"<!doctype html><html><body><main><ul>{links}</ul></main></body></html>".encode()
    try:
        return [
            item.url
            for item in page_way(source_id).discover(body, page_way(source_id).starts(WINDOW)[0]).items
        ]
    except LayoutError:
        return []


@pytest.mark.parametrize(("source_id", "url"), ADDRESSES)
def test_an_article_is_told_from_the_rest_by_its_address(source_id: str, url: str) -> None:
    (declared,) = catalogue.find(source_id)
    others = [
        f"https://{declared.source.hosts[0]}/{path}"
        for path in ("contact-us/x/y", "donate", "jobs/1", "#main", "?page=2")
    ]
    assert listed(source_id, *others, url) == [url]
    assert url.split("/")[2] in declared.source.hosts


@pytest.mark.parametrize("source_id", [one.source.source_id for one in catalogue.find("pcc-pages")])
def test_a_listing_does_not_list_itself(source_id: str) -> None:
    (start,) = page_way(source_id).starts(WINDOW)
    assert listed(source_id, start) == []


def test_every_commissioners_page_has_an_address_here() -> None:
    assert {one.source.source_id for one in catalogue.find("pcc-pages")} <= {
        source_id for source_id, _ in ADDRESSES
    }
