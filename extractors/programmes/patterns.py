"""The shapes in which the name of an unknown programme stands. Group ``name`` is the name, ``head`` its head noun.

All match on plain text (see :class:`extractors.text.View`): straight quotation marks, single spaces. They say only
where a name may be; :mod:`extractors.programmes.candidates` judges what they find.
"""

from __future__ import annotations

import re

from extractors.programmes.catalogue import register
from extractors.programmes.vocabulary import SMALL

_CAP = r"(?:[A-Z#][\w+]*(?:[-'/.&][\w+]+)*'?|\d{1,3}(?!\w|[,.]\d))"
_SMALL = rf"(?:{'|'.join(sorted(SMALL))})"
# Capitalised words, with short small words between them: no name is longer.
_ACRONYM = r"(?: \([A-Z]{2}[A-Za-z&]{0,6}\)(?= [A-Z]))?"
_RUN = rf"[A-Z#][\w+]*(?:[-'/.&][\w+]+)*'?(?:{_ACRONYM} (?:{_SMALL} ){{0,2}}{_CAP}){{0,14}}"
# The whole run, however long: only for a pattern that ends with it, so that its cost stays linear.
_WHOLE_RUN = _RUN.removesuffix("{0,14}") + "*"
_SMALL_HEAD = (
    r"(?:fund|programme|project|scheme|initiative|model|pilot|campaign|intervention|course|strategy|hub|unit|service"
    r"|plan|pathway|approach|workshops?|toolkit)"
)
_ANY_HEAD = (
    r"(?:fund|programme|project|scheme|initiative|model|pilot|campaign|intervention|course|strategy|operation|approach"
    r"|service|hub|unit|workshops?|sessions?|app|activity|activities|clubs?|grants?|team|process)"
)
_BIG_HEAD = (
    r"(?:Fund|Chest|Grants?|Programme|Project|Scheme|Initiative|Model|Pilot|Campaign|Course|Unit|Hub|Strategy"
    r"|Plan)"
)
_EXPLAINED = (
    "(?:programme|project|scheme|initiative|campaign|course|service|intervention|pilot|fund|workshop|model)"
)
_TITLE_WORD = rf"(?:[A-Z0-9#][\w'-]*|{_SMALL})"
# Small words that begin a new phrase, not a description between name and head noun.
_NOT_DESCRIBING = (
    "and|or|in|for|of|to|on|at|with|from|by|a|the|is|was|has|are|were|have|will|who|which|that|said"
)
# Verbs and nouns of provision.
_PROVISION = (
    r"deliver\w*|introduc\w+|expan\w+|develop\w*|continu\w+|support(?:s|ed|ing)?|launch\w*|fund(?:s|ed|ing)?"
    r"|run(?:s|ning)?|roll(?:ing|ed)?[ -]?out|pilot\w*|provi\w+|implement\w*|extend\w*|extension|commission\w*"
    r"|creat\w+|widen\w*|adopt\w*|us(?:e|es|ing)|offer\w*|test(?:ing|ed)?|teach\w*|attend\w*"
)
# Behind "Project" and "Operation" these make a post, a part or a column header, not a code name.
_NO_CODE_NAME = (
    "Manager|Officer|Worker|Lead|Leader|Coordinator|Co-ordinator|Board|Team|Director|Support|Management|Group|Name|Title"
    "|Centre|Control|Room|Plan|Delivery|Cost|Description|Summary|Total|Aim|Funding|Initiation|Initiative|Sponsor|Of|And"
    "|In|The|Detail|Assistant|Administrator"
)
# A word behind a head noun that makes it a post or a thing of the project.
_NO_POST = (
    r"(?! (?:manager|officer|worker|workers|lead|leader|team|coordinator|co-ordinator|board|director|providers?|users?"
    r"|delivery|members?|participants?|graduates?|volunteers?|mentors?|tutors?)\b)"
)
_AMOUNT = r"(?:up to |over |almost |nearly |around |another |a further )?£\d[\d,.]*(?:k|m| ?million)?"
_PURPOSE = r"(?:for|towards|to (?:run|deliver|expand|continue|set up|launch|pilot|extend|develop))"
_RUN_BY = r"(?:runs?|ran|running|delivers?|delivering|delivered|offers?|hosts?)"
# A gap of words that explain; a verb in it would begin a clause about something else.
_EXPLAINING = r"(?:,? (?!(?:will|would|can|is|was|are|were|has|have|had|to|that|who|which)\b)[\w'-]+)"


@register("fundtrail.programme-title.v1")
def title() -> re.Pattern[str]:
    """Capitalised words that end in a head noun.

    Finds: Grants came from the Harbour Lights Fund. -> Harbour Lights Fund
    Leaves: The Police and Crime Panel met.
    """
    return re.compile(rf"(?<![\w'])(?P<name>{_WHOLE_RUN})")


@register("fundtrail.programme-small-head.v1")
def small_head() -> re.Pattern[str]:
    """Capitalised words directly before a head noun in small letters, which then belongs to the name.

    Finds: She runs the Turning Tides project in the north. -> Turning Tides project
    Leaves: She runs the youth project in the north.
    """
    return re.compile(rf"(?P<name>{_RUN} (?P<head>{_SMALL_HEAD}))\b(?!-)(?!'s?\b){_NO_POST}")


@register("fundtrail.programme-quoted.v1")
def quoted() -> re.Pattern[str]:
    """A name in quotation marks, with a head noun at most five words behind it.

    Finds: They teach the 'Think Twice' workshop in schools. -> Think Twice
    Leaves: He said it was 'A Great Day' for the town.
    """
    return re.compile(
        r"(?<![\w])(?P<mark>['\"])(?P<name>[A-Z0-9#][^\"]{1,60}?)(?P=mark)(?!\w)"
        rf" (?:[\w-]+,? ){{0,5}}?(?P<head>{_ANY_HEAD})s?\b",
        re.I,
    )


@register("fundtrail.programme-quoted-title.v1")
def quoted_title() -> re.Pattern[str]:
    """A name in quotation marks that ends in a head noun.

    Finds: A grant went to the 'Friday Night Project' in the town. -> Friday Night Project
    Leaves: "This is a great project", she said.
    """
    return re.compile(
        r"(?<!\w)(?P<mark>['\"])"
        rf"(?P<name>{_TITLE_WORD}(?: {_TITLE_WORD}){{0,6}} (?P<head>{_BIG_HEAD}|Team|Service))(?P=mark)(?!\w)"
    )


@register("fundtrail.programme-described.v1")
def described() -> re.Pattern[str]:
    """Two or more capitalised words before a head noun with one or two small words between.

    Finds: She leads the Rising Tide mentoring scheme. -> Rising Tide
    Leaves: She leads the youth mentoring scheme.
    """
    return re.compile(
        rf"\b(?i:the|its|their|our|his|her) (?P<name>{_RUN}) (?!(?:{_NOT_DESCRIBING})\b)"
        r"(?:[a-z-]+ ){1,2}?(?P<head>programme|project|scheme|initiative|course|service|hub)\b"
        rf"(?! of\b){_NO_POST}"
    )


@register("fundtrail.programme-defined.v1")
def defined() -> re.Pattern[str]:
    """A name at the head of a sentence that "is a" programme.

    Finds: Bright Sparks is a project run by the library. -> Bright Sparks
    Leaves: Bright Sparks is a charity run by the town.
    """
    return re.compile(
        rf"^(?P<name>{_RUN}),? (?:is|was|will be|has been) (?:a|an|the|our)(?: [\w'-]+){{0,5}}? (?P<head>{_ANY_HEAD})"
        r"(?= (?:that|which|run|to|for|aimed|designed|led|funded|of|from|by|with|working|where|delivered|set|helping"
        r"|supporting|created|based)\b|[.,;]|$)"
    )


@register("fundtrail.programme-called.v1")
def called() -> re.Pattern[str]:
    """A name behind a head noun and "called", "known as", "named", "dubbed" or "entitled", or in apposition to it.

    Finds: The charity began a scheme called Open Doors. -> Open Doors
    Leaves: The officer was called Jane Open.
    """
    return re.compile(
        rf"\b(?P<head>{_ANY_HEAD})s?(?:,| -)? (?:(?:is|was|are|which is|currently|also|has been|will be) ){{0,2}}"
        rf"(?:called|known as|named|dubbed|entitled|titled|branded(?: as)?|under the (?:name|banner|title)(?: of)?)"
        r"(?: the)? "
        rf"(?:(?P<mark>['\"])(?P<inside>[^\"]{{2,60}}?)(?P=mark)(?!\w)|(?P<name>{_RUN}))"
    )


@register("fundtrail.programme-apposed.v1")
def apposed() -> re.Pattern[str]:
    """A name after a verb or noun of provision, explained behind a comma by words that end in a head noun.

    Finds: It paid for the roll-out of Second Step, a ten-week programme for fathers. -> Second Step
    Leaves: It paid for the roll-out of Second Step, a charity in the town.
    """
    return re.compile(
        rf"(?:^(?!(?:[\w'-]+ ){{1,3}}(?:of|for|with|to) )|(?:\b(?i:{_PROVISION})(?: (?:of|for|with|the|and|to)){{0,2}}"
        r"|\b(?:and|for|include|including|of)) )"
        rf"(?P<name>{_RUN})"
        rf"(?:,| -| \() ?(?:which is )?an?{_EXPLAINING}{{0,8}}? (?P<head>{_EXPLAINED})\b{_NO_POST}"
    )


@register("fundtrail.programme-funded.v1")
def funded() -> re.Pattern[str]:
    """A name that somebody got money for, explained behind a comma, or that somebody runs with money.

    Finds: The club was given £5,000 for Deck-9, which teaches rowing. -> Deck-9
    Leaves: The council paid £5,000 to Deep Water, which teaches rowing.
    """
    return re.compile(
        rf"\b(?:given|awarded|granted|received?|receives|gets?|got|secured|won|has|have) {_AMOUNT}(?: grant| award)?"
        rf" {_PURPOSE} (?P<name>{_RUN})(?=, (?:which|where|an?|its|their)\b)"
        rf"|\b{_RUN_BY} (?P<name_run>{_RUN})(?=,? (?:with|using|thanks to) (?:an? )?(?:[a-z]+ of )?{_AMOUNT})"
    )


@register("fundtrail.programme-owned.v1")
def owned() -> re.Pattern[str]:
    """A name that a recipient gets money for as "its" or "their" own.

    Finds: £900 to the Scouts for their Dark Skies, with telescopes. -> Dark Skies
    Leaves: £900 to the Scouts for their Northtown hut.
    """
    return re.compile(rf"{_AMOUNT}[^£.;]{{0,80}} {_PURPOSE} (?:its|their) (?P<name>{_RUN})(?=[,.;]|$)")


@register("fundtrail.programme-composed.v1")
def composed() -> re.Pattern[str]:
    """Two names that a programme consists of, or that share the head noun behind them.

    Finds: The work is made up of Domestic Abuse and Deck Hands. -> Deck Hands
    Leaves: The panel is made up of Deck Hands, Deep Water and others.
    """
    name = r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3}"
    return re.compile(
        rf"\b(?:consisting of|made up of|comprising|namely) (?:the )?(?P<name>{name}) and (?:the )?(?P<other>{name})"
        r"(?=[.,;)]|$)"
        rf"|\b(?i:the|its|their|our) (?P<name_run>{name}) and (?P<other_run>{name}) "
        r"(?P<head>project|programme|scheme|initiative|campaign|pilot|course|workshop)s\b"
    )


@register("fundtrail.programme-bracketed.v1")
def bracketed() -> re.Pattern[str]:
    """In a list of awards, the name in brackets between the recipient and the amount, or behind both.

    Finds: Harbour Trust (Second Wind) - £11,000 -> Second Wind
    Leaves: The Harbour Trust (Second Wind) met on Monday.
    """
    return re.compile(
        rf"^(?P<owner>[A-Z][^()£]{{2,70}}) \((?P<name>{_RUN})\)(?= ?[-:,|] ?{_AMOUNT})"
        rf"|^{_AMOUNT} ?(?:[-:,|]|to) ?(?P<owner_first>[A-Z][^()£]{{2,70}}) \((?P<name_last>{_RUN})\)$"
    )


@register("fundtrail.programme-labelled.v1")
def labelled() -> re.Pattern[str]:
    """A name behind a label and a colon, alone in its line.

    Finds: Project name: Second Wind -> Second Wind
    Leaves: Project manager: Jane Wind
    """
    return re.compile(
        rf"^(?P<head>Project|Scheme|Programme|Initiative|Fund)(?: [Nn]ame| [Tt]itle)?: ['\"]?(?P<name>{_RUN})['\"]?$"
    )


@register("fundtrail.programme-refrain.v1")
def refrain() -> re.Pattern[str]:
    """A refrain in capitals: two halves that begin with the same word.

    Finds: Groups apply to Our Park, Our Pride by Friday. -> Our Park, Our Pride
    Leaves: It rained in North Hill, North Dale and the town.
    """
    return re.compile(
        r"\b(?P<name>(?P<first>Your|My|Our|One|Right|No|Every|Think|Stop|More) [A-Z]\w+,? (?:(?:and|&) )?"
        r"(?P=first) [A-Z]\w+"
        r"(?P<head> (?:[Ff]und|[Ss]cheme|[Pp]rogramme|[Ii]nitiative|[Pp]roject|[Cc]ampaign))?)\b"
    )


@register("fundtrail.programme-operation.v1")
def operation() -> re.Pattern[str]:
    """ "Operation" or "Project" and the code name behind it.

    Finds: Officers seized knives under Operation Lantern. -> Operation Lantern
    Leaves: She is the Project Manager.
    """
    return re.compile(
        rf"\b(?P<name>(?P<head>Operation|Op|Project) (?!(?:{_NO_CODE_NAME})s?\b)"
        r"[A-Z][\w'-]+(?: [A-Z]{2}[\w]*|(?: [A-Z][a-z]+)(?= (?:project|programme|operation)))?)\b"
    )
