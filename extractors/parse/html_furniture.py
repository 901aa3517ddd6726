"""Which elements of a page are furniture by what they are called, and which are never seen."""

from __future__ import annotations

import re

from lxml import etree

#: Elements whose content is no text that a reader reads.
UNSEEN = frozenset(
    (
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "video",
        "audio",
        "select",
        "datalist",
        "button",
        "input",
        "textarea",
        "head",
        "map",
        "applet",
        "frameset",
        "option",
    )
)
_TAGS = {"nav": "navigation", "footer": "footer", "aside": "related", "form": "form", "dialog": "prompt"}
_ROLES = {
    "navigation": "navigation",
    "banner": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "search": "navigation",
    "contentinfo": "footer",
    "complementary": "related",
    "dialog": "prompt",
    "alertdialog": "prompt",
}
_TOKENS = {
    "navigation": "nav navbar navigation menu breadcrumb breadcrumbs pagination pager skiplink skiplinks masthead"
    " toolbar skip backtotop exitsite sitenav",
    "cookies": "cookie cookies consent gdpr cookiebanner cookieconsent",
    "newsletter": "newsletter newsletters subscribe subscription signup mailchimp emailsignup",
    "related": "related recommended recommendations popular trending mostread readmore relatedposts upnext sidebar"
    " contextual morefrom alsolike",
    "share": "share sharing social addtoany sharethis sharedaddy socials",
    "comments": "comment comments respond disqus commentlist commentform",
    "promotion": "promo promotion promos webinar webinars event events magazine",
    "advert": "advert adverts advertisement ad ads adslot sponsored sponsor mpu leaderboard dfp",
    "footer": "footer sitefooter copyright colophon",
    "prompt": "modal popup overlay paywall lightbox offcanvas",
    "caption": "figcaption wp-caption-text credit",
}
_LABEL_OF = {token: label for label, tokens in _TOKENS.items() for token in tokens.split()}
_LABEL_WORDS = re.compile(
    r"(?P<navigation>breadcrumb|menu|navigation)|(?P<related>related|more like|sidebar)|(?P<share>share|social)"
    r"|(?P<cookies>cookie)|(?P<comments>comments?)|(?P<newsletter>newsletter|subscri)|(?P<footer>footer)",
    re.IGNORECASE,
)
#: GOV.UK's list of a page's updates: kept as the document's changes (:mod:`extractors.parse.changes`), however long.
_UPDATES = re.compile(r"(?:^|\s)(?:app|gem)-c-published-dates__change-history(?:\s|$)")
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|screen-reader-text|(?:govuk-)?visually-?hidden|element-invisible|u-hidden|d-none|hidden)(?:\s|$)"
)
#: Elements that hold whole pages or articles: their class names describe the page, not themselves.
_WHOLE = frozenset(("html", "body", "main", "article"))
_MAIN_ROLES = frozenset(("main", "article"))
_MAJORITY = 0.45


def is_unseen(element: etree._Element) -> bool:
    """Whether an element's content is not shown to a reader."""
    if element.tag in UNSEEN:
        return True
    attributes = element.attrib
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    if style and _HIDDEN_STYLE.search(str(style)):
        return True
    classes = attributes.get("class")
    return bool(classes and _HIDDEN_CLASS.search(str(classes)))


class FurnitureReader:
    """Labels the elements of one page. An element that holds a headline or most of the page's text is none."""

    def __init__(self, root: etree._Element) -> None:
        self._total = max(_text_length(root), 1)
        self._checks = 300

    def label(self, element: etree._Element, *, in_article: bool) -> str | None:
        """Return why an element is furniture, or None. In an article, headers and footers are the article's own."""
        name = str(element.tag)
        if name in _WHOLE or element.get("role") in _MAIN_ROLES:
            return None
        if _UPDATES.search(str(element.get("class", ""))):
            return "updates"
        found = self._named(name, element.attrib, in_article=in_article)
        if found is None or self._holds_content(element):
            return None
        return found

    def _named(self, name: str, attributes: etree._Attrib, *, in_article: bool) -> str | None:
        if name in _TAGS and not (in_article and name == "footer"):
            return _TAGS[name]
        if name == "header":
            return None if in_article else "navigation"
        if name == "figcaption":
            return "caption"
        role = attributes.get("role")
        if role is not None and str(role) in _ROLES:
            return _ROLES[str(role)]
        words = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        if words != " ":
            for part in _PART.findall(words[:500]):
                if (found := _LABEL_OF.get(part.lower())) is not None:
                    return found
        spoken = attributes.get("aria-label")
        if spoken and (said := _LABEL_WORDS.search(str(spoken))):
            return said.lastgroup
        return None

    def _holds_content(self, element: etree._Element) -> bool:
        """Whether an element holds a headline or about half of the page's words; asked a limited number of times."""
        if self._checks <= 0:
            return False
        self._checks -= 1
        if element.tag != "nav" and next(element.iter("h1"), None) is not None:
            return True
        return _text_length(element) >= self._total * _MAJORITY


def _text_length(element: etree._Element) -> int:
    """Return the length of the words below an element, scripts and styles aside."""
    length = 0
    for node in element.iter(etree.Element):
        if node.tag not in UNSEEN and node.text:
            length += len(node.text.strip())
        if node.tail and node is not element:
            length += len(node.tail.strip())
    return length
