"""HTML pages: canonical text, what is article and what is not, and what the page says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from tests.parse.helpers import article, blocks, furniture, page, read

STORY = (
    "<h1>Six parks to get lamps</h1><p>The commissioner has set aside £40,000 for lamps in six parks of the county,"
    " and councils may ask for a share of it from Monday onwards.</p>"
)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>£<b>11</b>.<i>3</i> <em>million</em></p>", "£11.3 million"),
        ("<p>Kent&nbsp;&amp; Essex get &pound;5</p>", "Kent\u00a0& Essex get £5"),
        ("<p>  Kent\n   and\tEssex  </p>", "Kent and Essex"),
        ("<p>the <a href='/x'>Safer Streets</a> Fund</p>", "the Safer Streets Fund"),
        ("<p>£1.2<span> </span>million</p>", "£1.2 million"),
        ("<p>£5 million<sup>1</sup> a year</p>", "£5 million¹ a year"),
        ("<p>the 1<sup>st</sup> round</p>", "the 1st round"),
        ("<p>he said <q>yes</q>.</p>", "he said “yes”."),
        ("<p>Kent<script>var a = '£9';</script> wins</p>", "Kent wins"),
        ("<p>Kent<span hidden> £9</span> wins</p>", "Kent wins"),
        ("<p>Kent<span style='display: none'> £9</span> wins</p>", "Kent wins"),
        ("<p>Kent<span class='govuk-visually-hidden'> £9</span> wins</p>", "Kent wins"),
        ("<p>Kent<!-- £9 --> wins</p>", "Kent wins"),
    ],
)
def test_canonical_text_is_what_a_reader_sees(markup: str, expected: str) -> None:
    assert page(markup).text == expected


def test_blocks_and_line_breaks_are_apart() -> None:
    document = page("<div>Kent<p>gets £5</p>now</div><p>One line.<br>Another line.</p>")
    assert document.text == "Kent\n\ngets £5\n\nnow\n\nOne line.\nAnother line."
    assert article(document) == ["Kent", "gets £5", "now", "One line.", "Another line."]


def test_kinds_of_blocks() -> None:
    document = page(
        "<h1>Title of it</h1><h3>Below</h3><p>Words.</p><ul><li>One<li>Two</ul>"
        "<blockquote><p>Said.</p></blockquote>"
    )
    assert blocks(document) == [
        ("heading", "Title of it"),
        ("heading", "Below"),
        ("paragraph", "Words."),
        ("item", "One"),
        ("item", "Two"),
        ("quote", "Said."),
    ]


@pytest.mark.parametrize(
    ("markup", "label"),
    [
        ("<nav><a href='/'>Costs £9</a></nav>", "navigation"),
        ("<header><p>County site £9</p></header>", "navigation"),
        ("<footer><p>Give £9</p></footer>", "footer"),
        ("<aside><p>Other news £9</p></aside>", "related"),
        ("<form><p>Pay £9</p></form>", "form"),
        ("<div role='search'><p>Find £9</p></div>", "navigation"),
        ("<div aria-label='Related content'><p>Essex £9</p></div>", "related"),
        ("<div class='cookie-banner'><p>Costs £9</p></div>", "cookies"),
        ("<div id='newsletterSignup'><p>Only £9</p></div>", "newsletter"),
        ("<div class='addtoany_share'><p>Send £9</p></div>", "share"),
        ("<section class='comments-area'><p>I paid £9</p></section>", "comments"),
        ("<ul class='breadcrumb'><li>Costs £9</li></ul>", "navigation"),
        ("<div class='event-promo'><p>Tickets £9</p></div>", "promotion"),
        ("<div class='advert'><p>Boots £9</p></div>", "advert"),
        ("<figure><figcaption>A £9 note</figcaption></figure>", "caption"),
    ],
)
def test_furniture_by_mark_up(markup: str, label: str) -> None:
    document = page(STORY + markup)
    assert [name for name, _ in furniture(document)] == [label]
    assert "£9" not in "".join(article(document))


@pytest.mark.parametrize("name", ["has-sidebar", "event-page", "with-share", "comments-open"])
def test_a_name_on_what_holds_the_story_means_nothing(name: str) -> None:
    assert furniture(page(f"<div class='{name}'>{STORY}</div>")) == []


def test_a_form_around_the_whole_page_is_no_furniture() -> None:
    assert furniture(page(f"<form id='aspnetForm'>{STORY}</form>")) == []


def test_a_list_of_links_is_navigation() -> None:
    links = "".join(f"<li><a href='/{n}'>Story {n}</a></li>" for n in range(4))
    assert [label for label, _ in furniture(page(STORY + f"<ul>{links}</ul>"))] == ["navigation"] * 4


def test_awards_that_are_links_stay() -> None:
    links = "".join(f"<li><a href='/{n}'>Kent gets £{n} million</a></li>" for n in range(2, 6))
    assert furniture(page(STORY + f"<ul>{links}</ul>")) == []


def test_the_text_rules_hold_on_pages_too() -> None:
    document = page(STORY + "<div><h3>You may also like</h3><p>Essex wins £9</p></div>")
    assert [label for label, _ in furniture(document)] == ["related", "related"]


def test_two_articles_on_one_page_are_both_article() -> None:
    second = "<h2>Trial ends</h2><p>A trial of lamps in other parks has ended well, said the council of the town.</p>"
    document = page(f"<article>{STORY}</article><article>{second}</article>")
    assert len(article(document)) == 4
    assert document.title == "Six parks to get lamps"


def test_main_alone_is_read_where_there_is_one() -> None:
    filler = (
        "<p>The lamps will be lit all night, and they will cost the county less than the old ones did.</p>"
        * 4
    )
    document = page(f"<div><p>Outside £9</p></div><main>{STORY}{filler}</main><div>Outside</div>")
    assert "Outside" not in document.text


HEAD = """<!doctype html><html lang="cy"><head><title>Lamps for parks | County Times</title>
<meta property="og:site_name" content="County Times"><link rel="canonical" href="/lamps">
<meta property="article:published_time" content="2021-08-06T09:00:00Z">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Lamps!",
"datePublished": "2021-08-05T00:01:00+01:00", "publisher": {"@type": "Organization", "name": "County Times Ltd"}}]}
</script></head><body><p>Words of the story.</p><p><a href="https://gov.example/lamps">Read the original article</a></p>
</body></html>"""


def test_the_head() -> None:
    document = read(HEAD, media_type="text/html")
    assert document.title == "Lamps!"
    assert document.published_on == date(2021, 8, 5)
    assert document.publisher == "County Times Ltd"
    assert document.language == "cy"
    assert dict(document.links) == {
        "canonical": "https://news.example/lamps",
        "original": "https://gov.example/lamps",
    }


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<meta property='article:published_time' content='2021-08-06T09:00:00Z'>", date(2021, 8, 6)),
        ("<meta name='govuk:first-published-at' content='2022-07-26T00:00:00+01:00'>", date(2022, 7, 26)),
        ("<time datetime='2020-02-29'>yesterday</time>", date(2020, 2, 29)),
        ("<p>Published 3 May 2019</p>", date(2019, 5, 3)),
        ("<p>The window closed on 3 May 2019.</p>", None),
    ],
)
def test_date_of_publication(markup: str, expected: date | None) -> None:
    assert (
        read(f"<html><head>{markup}</head><body><h1>Lamps for parks</h1>{markup}</body></html>").published_on
        == expected
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Lamps for six parks - Kent PCC", "Lamps for six parks"),
        ("Lamps for six parks | News | Kent", "Lamps for six parks | News"),
        ("Lamps for six parks", "Lamps for six parks"),
    ],
)
def test_the_title_element_serves_without_its_site(title: str, expected: str) -> None:
    words = "<p>The commissioner has set aside money for lamps in six parks of the county, and councils may ask.</p>"
    assert read(f"<html><head><title>{title}</title></head><body>{words}</body></html>").title == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"<meta charset='windows-1252'><p>Kent gets \xa35</p>", "Kent gets £5"),
        (b"<meta charset='iso-8859-1'><p>\x93Kent\x94</p>", "“Kent”"),
        (b"<meta charset='iso-8859-1'><p>Kent gets \xc2\xa35</p>", "Kent gets £5"),
        (b"\xef\xbb\xbf<p>Kent gets \xc2\xa35</p>", "Kent gets £5"),
        ("<p>Kent gets £5</p>".encode("utf-16"), "Kent gets £5"),
    ],
)
def test_encodings(body: bytes, expected: str) -> None:
    assert read(b"<html><body>" + body if body[0] == 60 else body, media_type="text/html").text == expected


def test_a_withdrawn_page_is_marked() -> None:
    markup = "<section><p>This news story was withdrawn on 3 May 2022</p></section>" + STORY
    assert page(markup).withdrawn
