"""Closed lists of words that the rules for police areas and their offices rest on."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


#: Singular titles, lower-case, tokens apart. They name an office only beside an area or a person.
TITLES = tuple(
    title.format(n=ampersand)
    for ampersand in ("and", "&")
    for title in (
        "police {n} crime commissioner",
        "police, fire {n} crime commissioner",
        "police fire {n} crime commissioner",
        "police, fire, {n} crime commissioner",
        "police, fire {n} rescue {n} crime commissioner",
        "commissioner for police, fire {n} rescue {n} crime",
        "commissioner for police, fire {n} crime",
        "police, crime {n} victims' commissioner",
        "police, crime {n} victims commissioner",
        "police crime {n} victims' commissioner",
        "police crime {n} victims commissioner",
        "police {n} fire commissioner",
        "policing {n} crime commissioner",
        "crime {n} police commissioner",
        "fire {n} crime commissioner",
        "police crime commissioner",
        "police commissioner",
        "crime commissioner",
    )
)
TITLE_ACRONYMS = ("PCC", "PFCC", "P&CC", "PCVC", "P.C.C.", "Pcc")
PLURAL_ACRONYMS = ("PCCs", "PFCCs", "P&CCs", "PCCS")
OFFICE_ACRONYMS = ("OPCC", "OPFCC", "OPCVC", "PCCO")
#: The Welsh title stands directly before the area, with "a Throseddu", "a Throsedd" or neither: "Comisiynydd yr
#: Heddlu a Throseddu Gwent", "Comisiynydd Heddlu De Cymru". The consonant mutates after some words ("gan
#: Gomisiynydd"); "swyddfa", the office, stands before it, bare or with the article.
WELSH_TITLES = tuple(
    f"{office}{first} {police}{crime}"
    for office in ("", "swyddfa ", "swyddfa'r ")
    for first in ("comisiynydd", "gomisiynydd", "chomisiynydd")
    for police in ("yr heddlu", "heddlu")
    for crime in (" a throseddu", " a throsedd", "")
)

HONORIFICS = _words(
    """
    mr mrs ms miss mx dr dr. sir dame lord lady baroness rt hon captain cdr
    """
)
POST_NOMINALS = _words(
    """
    obe mbe cbe kbe dbe qpm kpm qc kc cb dl jp td rd vr phd
    """
)
DEPUTIES = frozenset(("deputy", "assistant", "vice", "deputy-", "dirprwy", "ddirprwy"))
#: May stand between an area and a title: "Kent's newly elected Conservative commissioner".
TITLE_ADJECTIVES = _words(
    """
    elected new newly re-elected reelected current acting interim temporary outgoing incoming first former
    labour conservative tory independent cymru plaid reform local own serving then appointed directly
    """
)
#: What a capitalised word before a person's bare name may not be: the holder of another post.
OTHER_POSTS = _words(
    """
    minister secretary constable superintendent inspector sergeant councillor cllr professor prof judge
    detective director executive manager officer chancellor leader mp ms baroness spokesman spokeswoman
    spokesperson headteacher candidate president treasurer mayor
    """
)
#: Capitalised heads of "X of Kent" that stand first in a sentence as readily as inside it.
HEADS_OF_NAMES = _words(
    """
    university duke duchess earl countess bishop archbishop archdeacon lord lady lieutenant sheriff prince
    princess kingdom duchy port borough city diocese marquess viscount baron baroness bank museum council
    college archives garden victoria isle district parish dean friends citizens history tower port republic
    province state cathedral institute school faculty royal mayor town battle
    """
)
#: Capitalised words before an area's name that make another name of it, also where most words are capitalised.
PREFIXES_OF_NAMES = _words(
    """
    north south east west mid central upper lower inner outer northern southern eastern western new radio
    bbc itv active visit clark delia grover leonard heart greater little university royal duke duchess earl
    county north-east north-west south-east south-west south-eastern inner old bishop lord city tv rural
    mind age healthwatch crimestoppers
    """
)
#: Words after an area's name that make another name of it, in any case.
INSTITUTIONS = _words(
    """
    council councils directorate command squad helpline university universities college school academy
    hospital hospitals nhs trust ambulance fire airport railway cathedral museum cricket county football
    rugby fc afc ccc rfc golf racecourse festival chamber association federation foundation society
    authority board partnership alliance consortium network unit road street avenue lane park heath
    moorlands dales wolds downs hills coast canal bridge live online messenger times post echo mercury
    chronicle argus gazette telegraph herald news mail standard evening star express advertiser radio fm
    healthcare health housing homes water energy building archive archives library constituency borough
    boroughs assembly councils clinic cavaliers browns combined deanery diocese parish church charity
    charities cic ltd limited plc llp llc inc group media probation prison hmp court island islands refuge
    rape women's mind samaritans hotel house hall castle farm show marathon records office chambers
    college's bid lep ccg icb icp pensions pension cadets
    """
)
#: Lower-case words after an area's name that make it something else than the police area.
LOWER_INSTITUTIONS = _words(
    """
    council councils university hospital hospitals cheese hotpot derby terrier bull oatcakes fire ambulance
    cricket league sausage airport region borough boroughs
    """
)
#: Capitalised words after a force's name that make another body of it.
BODIES_OF_FORCES = _words(
    """
    federation authority museum cadets band choir charity commissioner commissioners credit training college
    community benevolent property sports retired pension pensions association widows orphans welfare mutual
    male choirs veterans children's charities trust foundation club society orchestra pipe memorial
    """
)
#: States, provinces and countries: "Durham, North Carolina".
FOREIGN = _phrases(
    """
    alabama, alaska, alberta, arizona, arkansas, australia, british columbia, california, canada, colorado,
    connecticut, delaware, florida, georgia, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana,
    maine, manitoba, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska,
    nevada, new brunswick, new hampshire, new jersey, new mexico, new york, new zealand, north carolina,
    north dakota, nova scotia, ohio, oklahoma, ontario, oregon, pennsylvania, quebec, rhode island,
    saskatchewan, south carolina, south dakota, tasmania, tennessee, texas, united states, usa, us, u.s.,
    utah, vermont, virginia, washington state, west virginia, wisconsin, wyoming, jamaica, n.c., nc, oh,
    ont, va
    """
)
#: Capitalised words that open a sentence, besides the stop words of the language.
OPENERS = _words(
    """
    meanwhile yesterday today tomorrow neighbouring nearby elsewhere recently currently previously according
    following including similarly however thanks residents people police officers victims covering since
    plus per about supporting visiting protecting keeping making helping only within including monday
    tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december question answer area areas county recipient applicant region force
    name lead total via like around inside outside throughout towards near welcome dear
    """
)
#: Capitalised words that may follow an area's name without continuing it.
FOLLOWERS = _words(
    """
    mp mps ms mss gp gps monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december i today uk england wales home vawg
    """
)
#: Words of an unknown person's supposed name that show that it is none.
NO_NAMES = INSTITUTIONS | _words(
    """
    citizens advice support crimestoppers neighbourhood watch probation annual report fund grant grants plan
    office budget precept strategy safer streets victims victim services scheme programme project police
    crime commissioner deputy chief constable executive press release community commissioning statement
    funding award awards media release conference panel election elections decision notice draft council tax
    home minister england wales violence reduction team summit forum survey consultation small independent
    custody domestic abuse public question time candidate candidates labour conservative reform liberal
    democrat green party website facebook twitter new one five ten and says said welcomes announces secures
    awarded launches gets invests backs
    """
)

#: Points of the compass: before an area's name they make a part of it ("north Kent", "East Kent").
COMPASS = _words(
    """
    north south east west mid central inner outer northern southern eastern western upper lower north-east
    north-west south-east south-west northeast northwest southeast southwest
    """
)
#: Heads of "X of Kent" that make another name also in lower case.
LOWER_HEADS = _words("university duke duchess city bishop borough town diocese district kingdom village")
#: Common nouns in the names of offices, which need not be capitalised.
OFFICE_NOUNS = _words("mayor mayor's office deputy policing police crime")
