"""The phrases by which a reader knows that a line is not part of the article. Case is ignored.

They are the stock phrases of site templates (WordPress comment forms, GOV.UK, newspaper groups, trade press),
not words of any one page.
"""

from __future__ import annotations

import re


def _whole(*phrases: str) -> re.Pattern[str]:
    """A line that is one of these and nothing else, dots, arrows and colons aside."""
    return re.compile(rf"\W*(?:{'|'.join(phrases)})\W*", re.IGNORECASE)


def _start(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(phrases)})", re.IGNORECASE)


#: Lines that are furniture by themselves; the article may go on after them.
LINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "navigation",
        _whole(
            "exit(?: this)?(?: site| page)?",
            "quick exit",
            "leave (?:this )?site",
            "skip to (?:main )?content",
            "skip to (?:main )?navigation",
            "(?:back to |return to )?top(?: of (?:the )?page)?",
            "bottom of page",
            "home(?:page)?",
            "menu",
            "main menu",
            "search",
            "close",
            "toggle (?:navigation|menu)",
            "navigation",
            "breadcrumbs?",
            "you are here",
            "go back",
            "back",
            "back to (?:all )?(?:news|listing|articles|blog)[\\w ]*",
            "log ?in",
            "sign in",
            "register",
            "my account",
            "cymraeg",
            "english",
            "accessibility(?: (?:links|tools|help))?",
            "jump to (?:main )?content",
            "listen",
            "contents",
            "previous",
            "next",
            "older posts?",
            "newer posts?",
            "this was published under the [\\w ]+ government",
            "open menu",
            "(?:sorry, )?you need to enable javascript.*",
            "(?:please enable|turn on) javascript.*",
            "javascript (?:is|must be) .{0,80}",
            "your browser (?:does not|doesn(?:’|')t) support.*",
            "printable version",
            "notification settings",
            "close menu",
            "text size.{0,20}",
            "(?:.{0,80} )?change font size.*",
            "home *[>»/›|] .{0,80}",
            "you are here.{0,80}",
            "select language",
            "print(?: this page)?",
            "upload others|view \\d+|download \\d+|embed size \\(px\\)|citation preview|transcript of",
        ),
    ),
    (
        "cookies",
        _start(
            "(?:this (?:web)?site|we|our (?:web)?site) uses? (?:\\w+ )?cookies",
            "we(?:’|')d like to (?:set|use) (?:\\w+ )?cookies",
            "cookies on ",
            "cookies:",
            "we value your privacy\\W*$",
            "we and our (?:\\d+ )?(?:trusted )?partners",
            "accept all\\b.{0,40}$",
            "accept (?:all |additional )?cookies\\W*$",
            "reject (?:all |additional )?cookies\\W*$",
            "(?:manage|change|view) (?:your )?cookies?(?: settings| preferences)?\\W*$",
            "cookie (?:policy|settings|preferences|consent|notice)\\W*$",
            "by (?:continuing to (?:use|browse)|using) (?:this|our) (?:web)?site",
            "we use (?:some |essential )?(?:\\w+ ){0,2}cookies",
            "hide this message\\W*$",
            "you(?:’|')ve accepted (?:all|additional) cookies",
        ),
    ),
    (
        "share",
        _whole(
            "share(?: (?:this|on|via|with|the)(?: [\\w']+){0,5})?",
            "tweet(?: this)?",
            "(?:share )?(?:on )?(?:facebook|twitter|x|linkedin|whatsapp|email|pinterest|reddit|messenger"
            "|instagram|youtube|telegram)",
            "(?:facebook|tweet|twitter|linkedin|whatsapp|email|copy link|print|share|link)(?:[\\s"
            "|,/]+(?:tweet|facebook|twitter|linkedin|whatsapp|email|copy link|print|share|link|x))+",
            "copy link",
            "copied",
            "email (?:this|article)",
            "like this",
            "like(?:d)? loading",
            "click to share.{0,60}",
            "follow us(?: on [\\w, ]+)?",
            "(?:find|follow|like|contact|message) [\\w:' -]{2,45} on (?:facebook|twitter|instagram|x|whatsapp"
            "|linkedin)\\b.{0,120}",
            "share this(?: \\w+){0,3}",
            "save(?: article)?",
            "\\d+ (?:shares?|comments?|likes?)",
        ),
    ),
    (
        "prompt",
        _whole(
            "request (?:a )?(?:free )?(?:trial|demo)",
            "start (?:your )?free trial",
            "subscribe(?: (?:now|here|today|for free|to .{1,50}))?",
            "for your free (?:daily|weekly) .{3,40}",
            "sign up(?: (?:now|here|today|for .{1,60}|to .{1,60}))?",
            "get daily (?:updates|headlines).{0,200}",
            "continue reading.{0,80}",
            "read (?:the )?(?:full|original|more|whole)(?: (?:story|article|post|here))?",
            "(?:story|article) continues below.{0,40}",
            "view(?: all)?(?: source| comments| gallery| more)?",
            "play video",
            "watch(?: now| video)?",
            "loading",
            "invalid email",
            "subscribe now and .{3,40}",
            "support us from .{3,60}",
            "thank you for subscribing.{0,80}",
            "could not subscribe.{0,60}",
            "something went wrong.{0,60}",
            "more info(?:rmation)?",
            "get the (?:latest|biggest|top) .{3,80} (?:inbox|email|newsletter)",
            "show more",
            "load more",
            "learn more",
            "find out more",
            "download(?: (?:as )?pdf| now)?",
            "book (?:now|tickets|your place)",
            "register (?:now|here|today|for free)",
            "apply now",
            "donate(?: now| today)?",
        ),
    ),
    (
        "advert",
        _whole(
            "advert(?:isement|orial|s)?",
            "ads? by .{0,30}",
            "hide ads?",
            "sponsored by .{1,40}",
            "ad feedback",
        ),
    ),
    (
        "caption",
        _start(
            "(?:image|photo|picture|pic|credit|image credit|photo credit)s?(?: (?:by|credit|source"
            "|courtesy of|caption))?\\s?[:©].{0,120}$",
            "\\(?(?:image|photo|picture): .{0,80}\\)?$",
            "getty images",
            "writer's picture",
            "profile picture",
            "(?:side|back|front|rear|close[- ]?up|picture|photo(?:graph)?|image|stock (?:image"
            "|photo)) of (?:a |an |the )?[\\w' -]{3,80}$",
            "[\\w' -]{2,40} (?:portrait|logo|headshot|thumbnail|banner|icon)$",
            "(?:file|library|stock) (?:image|photo|picture)",
        ),
    ),
)

#: Lines behind which lists of other things follow; the article may resume after them.
BOXES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "related",
        _whole(
            "(?:related|similar|recommended|other|recent|latest|popular|more|further|trending|top|featured"
            "|most read|most popular|previous|next|don(?:’|')t miss)"
            "(?: \\w+){0,2} (?:articles?|stories|story|posts?|news|reads?|reading|content|topics?|links?"
            "|items?|pages|headlines|blogs?|videos|updates)",
            "related",
            "most read",
            "most popular",
            "trending(?: now)?",
            "recommended(?: for you)?",
            "you (?:may|might) (?:also )?(?:like|be interested in).{0,30}",
            "read more(?: (?:stories|news|articles|from|about|on).{0,50})?",
            "more (?:(?:news|stories|articles|posts) )?from .{1,60}",
            "more (?:news|stories|articles|posts|on this) ?(?:about|on|in)? ?.{0,60}",
            "see also",
            "also in .{1,40}",
            "explore (?:more|the topic)",
            "in other news",
            "what to read next",
            "don(?:’|')t miss",
            "must[- ]reads?",
            "editor(?:’|')?s?(?:’|')? (?:picks?|choice)",
            "(?:the )?latest from .{1,40}",
            "elsewhere on .{1,30}",
            "(?:promoted|sponsored)(?: (?:content|stories|links|posts))?",
            "discover more",
            "you can also read",
            "(?:our )?sponsors",
            "recommended by .{1,30}",
            "more (?:to explore|for you|top stories)",
            "popular(?: now| in .{1,30})?",
            "what(?:’|')s (?:hot|trending)",
            "top (?:\\d+ )?(?:stories|picks)",
            "read next",
            "up next",
            "around the web",
            "from the web",
            "features",
            "latest",
            "(?:\\w+ ){0,2}(?:jobs|vacancies)",
            "comments?",
            "join the (?:conversation|discussion|debate)",
            "in this section",
            "news archive",
            "more like this",
            "keep reading",
            "view all videos",
            "upcoming (?:events?|webinars?)",
            "events",
            "upcoming",
            "latest (?:jobs|vacancies|tweets|issue|magazine)",
            "archives?",
            "categories",
            "tags",
            "tagged(?: with)?.{0,80}",
        ),
    ),
    (
        "newsletter",
        _start(
            "(?:sign up|subscribe|register|join) (?:to|for|now|here|today)\\b.{0,200}(?:newsletter"
            "|e-?newsletter|inbox|email|alerts?|updates|bulletin)",
            "join (?:our|nearly|over|more than|the) .{0,200}(?:newsletter|subscribers|readers|practitioners"
            "|inbox)",
            "stay (?:up to date|informed|in touch|connected)\\W*$",
            "(?:our |get our )?newsletter(?: sign-?up)?\\W*$",
            "you(?:’|')ll receive .{0,120}(?:inbox|email)",
            "get (?:the latest|our|all the) .{0,100}(?:inbox|newsletter|by email)",
            "enter your email",
            "email address\\W*$",
            "subscribe to (?:our|the)\\b",
        ),
    ),
)

#: Paragraphs behind which nothing of the article follows.
TAILS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "comments",
        _start(
            "(?:want to have your say\\W+)?leave a (?:comment|reply)",
            "want to have your say\\W*$",
            "your email address will not be published",
            "required fields are marked",
            "post a (?:new )?comment",
            "add (?:a|your) comment",
            "(?:there are )?(?:no|\\d+) (?:comments?|responses?|replies|thoughts)(?: (?:yet|so far|on"
            "|to)\\b.{0,150})?\\W*$",
            "comments (?:are|have been) (?:closed|disabled|turned off)",
            "you must be logged in to",
            "save my name, email",
            "comment (?:below|now)\\W*$",
        ),
    ),
    (
        "promotion",
        _start(
            "our (?:\\w+|\\w+/\\w+)(?: \\d{4})? (?:edition|issue)\\b",
            "(?:the|this) (?:latest|new|current|\\w+)(?: \\d{4})? (?:edition|issue) of .{2,80} (?:brings"
            "|is out|looks at|features)",
            "be a part of it\\W*$",
            "(?:upcoming )?webinar:",
            "(?:virtual|live|online) (?:event|conference|summit) ?\\|",
            "guest panell?ists",
            "current vacancies\\W*$",
            "job of the (?:week|day)",
            "(?:latest|featured) jobs\\W*$",
            "subscribe to (?:the )?(?:print|digital) edition",
        ),
    ),
    (
        "footer",
        _start(
            "(?:©|\\(c\\)|copyright\\b)\\W*(?:\\d{4}|[A-Z]).{0,160}$",
            "all (?:rights|content) (?:reserved|is available under)",
            "all content is available under",
            "registered (?:charity|company|office|in england)\\b",
            "[\\w .&'-]{3,80} is a registered charity(?: in [\\w ,&]{3,40})?(?:\\W+(?:number|no\\b"
            "|charity).{0,80})?\\W*$",
            "(?:a )?(?:company|charity) (?:registered|limited by guarantee)",
            "(?:website |site )?(?:designed|powered|built|hosted|website) by [\\w .&]+$",
            "company (?:number|no\\.?)\\b",
            "charity (?:number|no\\.?)\\b",
            "privacy (?:policy|notice|statement)\\b.{0,60}$",
            "terms (?:and|&) conditions\\b.{0,60}$",
            "terms of (?:use|service)\\b.{0,60}$",
            "cookie policy\\b.{0,60}$",
            "is this page useful",
            "help us improve gov\\.uk",
            "report a problem with this page",
            "there is something wrong with this page",
            "was this (?:page|article|information) (?:useful|helpful)",
            "site ?map\\W*$",
            "accessibility statement\\W*$",
            "modern slavery statement\\W*$",
        ),
    ),
)

#: A prompt that a scraper glued to the end of a paragraph that was cut short.
GLUED = re.compile(
    r"(?:\.\.\.|…)\s*(?P<prompt>request (?:a )?free trial|read more|continue reading|subscribe(?: now)?"
    r"|sign up|find out more|more)\W*$",
    re.IGNORECASE,
)

#: Words of promotion: a paragraph with one of them does not resume an article.
PROMOTION = re.compile(
    r"\b(?:newsletters?|subscrib\w+|sign(?:ing)? up|inbox|webinars?|cookies?|our edition|edition of|join us"
    r"|register (?:now|here|your|for)|book your|exhibitors?|speakers?|panell?ists?|advertis\w+|vacanc(?:y"
    r"|ies)|job alerts?|privacy policy|delegates?|virtual event|download our|our app|podcast)\b",
    re.IGNORECASE,
)

#: Headings that belong to the article however template-like they look.
ARTICLE = _start(
    "notes? (?:to|for) (?:the )?editors?",
    "editor(?:’|')?s(?:’|')? notes?",
    "notes\\W*$",
    "ends?\\W*$",
    "about\\b",
    "contacts?\\b",
    "media (?:enquiries|contacts?)",
    "background\\b",
    "further information",
    "more information\\W*$",
    "press (?:office|contact)",
)
