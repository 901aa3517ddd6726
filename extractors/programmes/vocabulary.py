"""Words that decide whether a run of capitals is the name of a programme, and of which kind."""

from __future__ import annotations

from extractors.model import ProgrammeKind


def word_set(text: str) -> frozenset[str]:
    """Return the set of a text's words."""
    return frozenset(text.split())


#: Head nouns by the kind that they give. A name ends in one, or one follows it.
HEAD_KINDS: dict[str, ProgrammeKind] = {
    **dict.fromkeys(("fund", "grant", "grants", "bursary", "chest"), ProgrammeKind.FUND),
    **dict.fromkeys(
        (
            "programme",
            "project",
            "scheme",
            "initiative",
            "model",
            "pilot",
            "campaign",
            "intervention",
            "course",
            "pathfinder",
            "gateway",
            "guarantee",
            "approach",
            "pathway",
            "helpline",
            "challenge",
            "trailblazer",
            "accelerator",
        ),
        ProgrammeKind.PROGRAMME,
    ),
    **dict.fromkeys(("unit", "hub", "taskforce", "clinic"), ProgrammeKind.UNIT),
    **dict.fromkeys(("strategy", "plan"), ProgrammeKind.STRATEGY),
    **dict.fromkeys(("service", "workshop", "workshops", "toolkit"), ProgrammeKind.PROGRAMME),
}
#: Of these, the ones that name only in small letters behind a name: "Metropolitan Police Service" is a body.
SMALL_ONLY = word_set("service workshop workshops toolkit")
#: Head nouns that in small letters more often describe than name.
WEAK_HEADS = SMALL_ONLY | word_set("plan unit approach pathway")
#: Head nouns that, with a capital behind them, stand in the middle of a name ("Early Intervention Youth Fund").
MIDDLE_HEADS = word_set(
    "intervention model course campaign hub unit plan grant grants approach pathway gateway guarantee"
)
#: Last words of names that describe nothing in front of a head noun: "Home Safe scheme", "Staying Well programme".
NAME_ENDS = word_set("again ahead alive better fit forward free me ready safe smart strong together us well")
#: Small words inside a name that describe nothing: with them even describing words name ("Working with Fathers").
NAMING_SMALL = word_set("against around for in into not out to up with your")
#: Head nouns that make a name of the capitals before them although they are in small letters themselves.
SMALL_HEADS = word_set(
    """
    fund programme project scheme initiative model pilot campaign intervention course strategy
    """
)
#: Words before "scheme", "programme" or "award" that make it a fund.
MONEY_WORDS = word_set(
    """
    grant grants bursary bursaries award awards funding
    """
)

#: Words that describe and do not name. A name needs at least one word beside these (funds, see below, excepted).
GENERIC = word_set(
    """
    abuse abusive accommodation action activity additional adult advice advisory advocacy agency agile
    alcohol all amazing annual anti antisocial approach appropriate april area areas arrangements asb
    assessment asset august autumn award awards band based basic behaviour behavioural best better big board
    body bold brilliant britain british budget building bureau business call campaign capability capacity
    capital care cautions cctv central centre change chief child children christmas citizen city civil co
    codeword collaboration commercial commissioner commissioners commissioning committee communication
    communications community compensation comprehensive constabulary consultation contact contingency
    control coordination core corporate council councils counter county court crime criminal custodial
    custody cyber da data december dedicated delivery department design detective development digital direct
    disposal diversion domestic draft drone drug drugs early easter economic education efficiency eight
    emergency emerging enforcement engagement england english enquiry equality estate estates evaluation
    event evidence excellent existing expenditure extra family fantastic february female fifth final finance
    financial fire firearms first five flagship force forces forensic formula forward four fourth fraud
    friday full funded funding further future general good governance government grant grants great group
    harm health help high home hospital hotspot housing hr human idva impact implementation improvement
    income independent individual information innovative insurance integrated intelligence intensive interim
    intervention interventions investigation investigations investment isva it january joint july june
    justice key knife landmark large latest law lead leadership learning legacy legal level levy licensing
    lines local london lottery main maintenance major male management march may mayoral medical medium
    meeting mental ministry mobile model modern moj monday monitoring month multi multiagency municipal
    national nationwide neighbourhood neighbourhoods network new night nine north northern november number
    occupational october offender offenders offending office officer officers one online opcc operating
    operation operational operations options organisation organised other outcome outreach panel parent
    parenting parliament partner partners partnership patrol patrols pay pcc pension pensions people
    performance perpetrator perpetrators personal pfcc phase pilot place plan planning police policies
    policing policy precept prevention previous priorities priority prison private probation procurement
    programme project proposal proposed protection provider provision public quality question recovery
    recruitment reduction referral reform regional rehabilitation relationship report rescue research
    reserve reserves resettlement resource resources response restorative retention revenue review risk road
    roads round rural safe safeguarding safer safety saturday saving savings scheme school schools scotland
    scrutiny second secretary section sector secure security senior september serious service services
    settlement seven sexual single six sixth skills slavery small social south southern special specialist
    specific spring staff staffing standards state statement statutory stop strategic strategy street
    structured substance successful summer sunday support surplus survivor survivors sustainability system
    target targeted task tax team technical technology ten term terrorism theft therapeutic third three
    thursday total traffic training tranche transformation transition transport treasury treatment trial
    tuesday two uk unit universal uplift urban value vehicle victim victims violence violent vision vital
    voluntary volunteer volunteers vulnerable wales watch wave wednesday welfare welsh west western whole
    winter witness witnesses woman women work workforce working year young youth
    """
)
#: Nouns that stand in front of "of the", "in the" or "on the" and a name, and are no part of it.
ABOUT = word_set(
    """
    aim aims applicants applications award awards benefits bids case cost costs creation details end evaluation
    expansion extension failure future graduates growth half history impact learning lessons members money
    more news part participants people plans progress promotion purpose reach residents rest results review
    rise roll-out rollout scope share size spending staff story students success support supporters update
    users value visitors volunteers winners work workers years
    """
)
#: Second halves of compounds that describe ("US-inspired", "police-led").
DESCRIBING = word_set(
    """
    approved backed based endorsed focused funded inspired led like owned related run specific style wide
    """
)
#: Words of public accounts: a Fund, Grant, Strategy, Plan or Programme of these alone is bookkeeping.
ACCOUNTING = word_set(
    """
    annual budget capital charity collection consolidated core council council-tax earmarked formula freeze
    general government grant hedge home insurance investment legacy localised main ministry moj medium
    office pension pensions police precept private provident reserve reserves revenue settlement sinking
    specific statutory sovereign support tax term trust justice asset assets communication communications
    consultation engagement environmental equality estate estates fleet ict management people procurement
    recruitment retention risk sustainability training treasury workforce
    """
)
#: Words before which a possessive or a body's name is an owner, not part of the name.
OWNERS = word_set(
    """
    apcc area authority city college constabulary council country county department force forces government
    governments hmg justice ministry mopac moj nhs office opcc opfcc partnership pcc pfcc police region
    state trust
    """
)
#: A possessive of people is part of a name ("Young People's Programme").
PEOPLE = word_set(
    """
    baby babies boys champions child children commissioner commissioners dads fathers girls king kings
    ladies lords mayor men mothers officer officers parents pcc people pensioners pfcc princes prince queen shepherd
    survivors victim victims witnesses women year
    """
)
#: Last words of organisations, laws, bodies, posts and documents: what ends so is no programme.
NOT_PROGRAMMES = word_set(
    """
    aid barnardo childline crimestoppers samaritans
    academy act agency alliance association authority award bill board business centre charity church city
    club coalition college commission commissioner committee company conference constabulary consortium
    corporation council councils court department directorate federation force forum foundation government
    group house institute journal league library limited lottery ltd magazine ministry network newspaper nhs
    office officer opcc order organisation panel parliament partnership pcc pfcc police school schools
    service services society team trust union university
    """
)
#: Words behind a name that show a body or a post, not the programme.
BODY_AFTER = word_set(
    """
    act association board cic college constabulary university society
    coordinator co-ordinator council director foundation group limited lead ltd
    manager ltd. network news officer partnership plc regulations team trust worker
    """
)
#: Acronyms of offices, crimes, roles and things: before a small head noun they describe.
ACRONYMS = word_set(
    """
    ai anpr apcc asb bame bbc btp cas cctv cib covid covid-19 cps cse csp csps da dasv dcc dluhc eu gdpr
    gmca gp hmic hmicfrs hmpps hr ict idva idvas isva isvas it la las lgbt lgbtq mhclg moj mopac mp mps mtfp
    mtfs nca nhs npas npcc ocg ocu opcc opfcc pc pcc pccs pcsos pcso pfcc pr ptsd rasso roc rocu sarc sarcs
    soc tv uk us usa vawg vru vrus wyca yot yots ypvs
    """
)
#: Short words that may stand inside a name.
SMALL = word_set(
    """
    a about against and around at by for from in into is it not of off on or our out over the to up with
    your &
    """
)
#: Words that a sentence, not a name, begins with.
OPENERS = word_set(
    """
    a about accept additionally after again all also although among an and another any approve as at award
    be because before both building but by commissioner creating deliver delivering despite details each
    earlier either every existing expanding extending few following for from fund funded funding further
    given how however i if in including introducing is it its last latest launched launching many meanwhile
    more most mr mrs ms my new next no nor now of on one only or other our over previous previously projects
    recently running since several she some successful supported supporting such that the their then there
    these they this those through throughout to today together under until us using various via was we were
    what when where which while who why will with within would yesterday you your he his her here welcome
    """
)
#: Openers that may also be the first word of a name.
SOFT_OPENERS = word_set(
    """
    all another building creating every for in my new no now one our over supporting together what your
    """
)
