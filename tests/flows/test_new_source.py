"""``fundtrail new-source`` with saved files: what it writes, and what it refuses."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from flows.cli.new_source import NewSourceError, run
from tests.command_line import fundtrail
from tests.server.http import Server, page, static
from tests.server.settings import environment

URL = "https://www.parish.example.org/news/2024/benches/"
ARTICLE = (
    '<!doctype html><html><head><title>Benches</title><link rel="canonical" href="{url}"></head><body><main>'
    "<h1>Benches</h1><p>The parish got £9,250.</p></main></body></html>"
)
LISTING = (
    '<!doctype html><html><body><ul><li><a href="/news/2024/benches/">Benches</a></li></ul></body></html>'
)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with what is asked of one, and the saved pages in it; the machine has no network."""
    root = tmp_path / "checkout"
    (root / "extractors" / "sources").mkdir(parents=True)
    (root / "benches.html").write_text(ARTICLE.format(url=URL), encoding="utf-8")
    (root / "news.html").write_text(LISTING, encoding="utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("FUNDTRAIL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("FUNDTRAIL_CONNECT_TO", "www.parish.example.org=127.0.0.1:9")
    monkeypatch.setenv("FUNDTRAIL_ALLOW_LOOPBACK", "true")
    monkeypatch.setenv("FUNDTRAIL_BACKOFF_SECONDS", "0.001")
    return root


def made(root: Path, place: str = "benches.html", name: str = "parish-news", **options: str | None) -> int:
    return run(name, place, root=root, **{"url": None, "listing": None, **options})


def rows(root: Path) -> list[dict[str, str]]:
    with (root / "tests" / "sources" / "parish-news" / "urls.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def source_of(root: Path) -> dict[str, object]:
    """Run the module that was written and return its declaration."""
    space: dict[str, object] = {}
    exec((root / "extractors" / "sources" / "parish_news.py").read_text(encoding="utf-8"), space)
    source = space["SOURCE"]
    names = ("source_id", "name", "homepage", "hosts", "listings")
    return {name: getattr(source, name) for name in names} | {"discover": space["discover"]}


def test_saved_pages_become_a_source_and_its_fixtures(checkout: Path) -> None:
    assert made(checkout, listing="news.html") == 0
    declared = source_of(checkout)
    discover = declared.pop("discover")
    assert declared == {
        "source_id": "parish-news",
        "name": "Parish news",
        "homepage": "https://www.parish.example.org/",
        "hosts": ("www.parish.example.org",),
        "listings": ("https://www.parish.example.org/news/",),
    }
    assert callable(discover)
    listing = discover(LISTING.encode(), "https://www.parish.example.org/news/")
    assert [item.url for item in listing.items] == [URL]
    folder = checkout / "tests" / "sources" / "parish-news"
    (article,) = folder.glob("*_benches.html")
    assert article.read_bytes() == (checkout / "benches.html").read_bytes()
    assert (folder / "listing_listing.html").read_text(encoding="utf-8") == LISTING
    assert [(row["file"], row["url"], row["way"]) for row in rows(checkout)] == [
        (article.name, URL, ""),
        ("listing_listing.html", "https://www.parish.example.org/news/", "listing"),
    ]


def test_a_listing_that_can_not_be_had_may_be_saved_later(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert made(checkout) == 0
    assert "save one as parish-news/listing_listing.html" in " ".join(capsys.readouterr().out.split())
    assert [row["way"] for row in rows(checkout)] == ["", "listing"]


def test_a_page_that_does_not_name_its_address_needs_one(checkout: Path) -> None:
    (checkout / "plain.html").write_text("<html><body><p>Benches</p></body></html>", encoding="utf-8")
    with pytest.raises(NewSourceError, match="needs --url"):
        made(checkout, "plain.html")
    assert made(checkout, "plain.html", url=URL) == 0
    assert rows(checkout)[0]["url"] == URL


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Parish News", "no name for a source"),
        ("../evil", "no name for a source"),
        ("govuk-news", "there is a source 'govuk-news' already"),
        ("pcc-wordpress", "there is a source 'pcc-wordpress' already"),
    ],
)
def test_a_name_that_will_not_do_is_refused(checkout: Path, name: str, words: str) -> None:
    with pytest.raises(NewSourceError, match=words):
        made(checkout, name=name)
    assert list((checkout / "extractors" / "sources").iterdir()) == []


def test_no_module_is_ever_written_over(checkout: Path) -> None:
    own = checkout / "extractors" / "sources" / "feeds.py"
    own.write_text("READS = 'feeds'\n", encoding="utf-8")
    with pytest.raises(NewSourceError, match=r"feeds\.py is there already"):
        made(checkout, name="feeds")
    assert own.read_text(encoding="utf-8") == "READS = 'feeds'\n"


@pytest.mark.parametrize(
    "url",
    [
        'https://x",),__import__("os").abort(),("/news/a/',
        "ftp://www.parish.example.org/news/a/",
        "file:///etc/passwd",
        "https:///news/a/",
        "news/a/",
    ],
)
def test_an_address_that_is_none_is_refused(checkout: Path, url: str) -> None:
    with pytest.raises(NewSourceError, match="can't be a page of"):
        made(checkout, url=url)
    assert list((checkout / "extractors" / "sources").iterdir()) == []


def test_what_an_address_says_does_not_become_code(checkout: Path) -> None:
    path = '/ne"ws\\/2024"),__import__("os").abort(),("/benches/'
    assert made(checkout, url=f"https://www.parish.example.org{path}") == 0
    declared = source_of(checkout)
    assert declared["hosts"] == ("www.parish.example.org",)
    assert str(declared["listings"]).count("__import__") == 1


def test_files_that_are_not_there_and_folders_that_are_no_checkout_are_named(checkout: Path) -> None:
    with pytest.raises(NewSourceError, match=r"'gone\.html' is no file here and no http address"):
        made(checkout, "gone.html")
    with pytest.raises(NewSourceError, match=r"'gone\.html' is no file here and no http address"):
        made(checkout, listing="gone.html")
    with pytest.raises(NewSourceError, match="is no checkout of fundtrail"):
        made(checkout.parent)


def test_a_picture_is_no_page(checkout: Path) -> None:
    (checkout / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(NewSourceError, match="image/png"):
        made(checkout, "picture.html", url=URL)


def test_the_command_says_what_went_wrong_without_a_traceback(tmp_path: Path) -> None:
    done = fundtrail(tmp_path, "new-source", "parish-news", "gone.html")
    assert done.returncode == 1
    assert "'gone.html' is no file" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_address_is_captured_with_the_listing_above_it(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server() as server:
        pages = {"/news/2024/benches/": page(ARTICLE.format(url=URL)), "/news/": page(LISTING)}
        server.add("www.parish.example.org", static(pages))
        for name, value in environment(checkout.parent / "home", server).items():
            monkeypatch.setenv(name, value)
        assert made(checkout, URL) == 0
    assert json.dumps(rows(checkout)).count("parish.example.org") == 2
    assert (checkout / "tests" / "sources" / "parish-news" / "listing_listing.html").is_file()
