"""What is not the article: told from it by the stock phrases of site templates and by its place."""

from __future__ import annotations

import pytest

from extractors.parse.furniture import box_furniture, line_furniture, tail_furniture
from extractors.parse.furniture_prompts import prompt_furniture
from tests.parse.helpers import article, furniture, read

STORY = (
    "Parks to get £40,000 for new lamps\n\n"
    "The police and crime commissioner has set aside £40,000 for lamps in six parks, and councils may ask for"
    " it now.\n\n"
    "Work on the first park will begin in autumn, the commissioner said, and the lamps will be lit all night long.\n\n"
)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Skip to main content", "navigation"),
        ("Exit Site", "navigation"),
        ("Back to top", "navigation"),
        ("Home > News > Grants", "navigation"),
        ("This website uses cookies to work well.", "cookies"),
        ("Share this article", "share"),
        ("Facebook Twitter LinkedIn", "share"),
        ("Request free trial", "prompt"),
        ("Sign up to our newsletter", "prompt"),
        ("Advertisement", "advert"),
        ("Side of a police car", "caption"),
        ("Image: Kent Police", "caption"),
        ("Commissioner with bikeCommissioner with bike", "caption"),
        ("Kent shares £5m with Essex", None),
        ("The newsletter costs £500 a year", None),
        ("Home Office", None),
    ],
)
def test_lines(line: str, label: str | None) -> None:
    assert line_furniture(line) == label


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Related stories", "related"),
        ("You may also like", "related"),
        ("Read more stories", "related"),
        ("More news from Kent", "related"),
        ("Sign up now to get our weekly newsletter", "newsletter"),
        ("Related crime fell by half", None),
        ("About the fund", None),
    ],
)
def test_boxes(line: str, label: str | None) -> None:
    assert box_furniture(line) == label


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Leave a comment", "comments"),
        ("Your email address will not be published. Required fields are marked *", "comments"),
        ("Our March edition of Policing Weekly brings you views", "promotion"),
        ("Webinar: new lamps for old", "promotion"),
        ("© 2021 The County Times", "footer"),
        ("Registered charity number 123456", "footer"),
        ("Refuge is a registered charity in England and Wales, number 277424.", "footer"),
        ("Refuge is a registered charity that will use the £5,000 for lamps.", None),
        ("The new edition of the Police and Crime Plan sets aside £5 million.", None),
        ("Have your say", None),
        ("Notes to editors", None),
        ("ENDS", None),
        ("Contact the press office", None),
        ("Comments by residents were warm.", None),
    ],
)
def test_tails(line: str, label: str | None) -> None:
    assert tail_furniture(line) == label


@pytest.mark.parametrize(
    "tail",
    [
        "Leave a comment\n\nName\n\nI got £5 from Kent.\n",
        "Related stories\n\nKent wins £3m\n\nEssex wins £4m\n",
        "Our May edition of Police World brings you £9 offers.\n\nSubscribe for £45 a year.\n",
        "Cost of living\n\nOur May edition of Police World brings you £9 offers and more.\n",
        "Share this article\n\nSign up for our weekly newsletter and save £5 in your inbox.\n",
    ],
)
def test_nothing_behind_the_article_stays_in_it(tail: str) -> None:
    assert article(read(STORY + tail)) == article(read(STORY))


@pytest.mark.parametrize(
    "heading", ["Notes to editors", "ENDS", "About the commissioner", "Contact", "Background"]
)
def test_notes_and_contacts_belong_to_the_article(heading: str) -> None:
    text = STORY + f"{heading}\n\nThe office of the commissioner spends £1 million a year on grants.\n"
    assert furniture(read(text)) == []


def test_a_box_in_the_middle_ends_where_the_story_goes_on() -> None:
    more = (
        "The commissioner added that lamps in the other parks would follow next year, if councils asked for the"
        " money in time, that is by March.\n"
    )
    document = read(STORY + "Related articles\n\nEssex wins £4m\n\n" + more)
    assert furniture(document) == [("related", "Related articles"), ("related", "Essex wins £4m")]
    assert article(document)[-1] == more.strip()


def test_lines_above_the_headline_are_navigation() -> None:
    document = read("Exit Site\n\nCounty News\n\n" + STORY)
    assert furniture(document) == [("navigation", "Exit Site"), ("navigation", "County News")]


def test_a_line_within_the_article_is_furniture_alone() -> None:
    document = read(STORY + "Advertisement\n\nThe last word goes to the mayor of the town.\n")
    assert furniture(document) == [("advert", "Advertisement")]


def test_captions_are_furniture_by_their_label_or_by_standing_twice() -> None:
    text = (
        f"{STORY}Image caption,\n\nThe commissioner by a lamp post\n\n"
        "Sam Low, who keeps the lamps\n\nSam Low, who keeps the lamps\n\n"
        "£40,000 for six of the parks\n\n£40,000 for six of the parks\n\n"
        "Neighbours of the parks had asked for lamps since the old ones failed, and they will choose where they stand."
    )
    marked = {words for label, words in furniture(read(text)) if label == "caption"}
    assert marked == {"Image caption,", "The commissioner by a lamp post", "Sam Low, who keeps the lamps"}


def test_a_sign_up_box_above_the_headline_ends_at_it() -> None:
    prompt = (
        "Newsletter\n\nSubscribe to our newsletter to get the day's top stories sent directly to you.\n\n"
    )
    document = read(prompt + STORY)
    assert document.title == "Parks to get £40,000 for new lamps"
    assert article(document) == article(read(STORY))


def test_a_page_that_would_be_furniture_but_for_a_line_is_not_understood_and_kept() -> None:
    text = (
        "Related stories\n\nOther parks in the towns of the north will have to wait, as a council leader wrote to"
        " every household in the first week of the year.\n"
    )
    assert len(article(read("Lamps\n\n" + text))) >= 1


@pytest.mark.parametrize("heading", ["Comments", "Further updates"])
def test_a_weak_heading_does_not_cut_off_a_story(heading: str) -> None:
    more = (
        "The commissioner said that councils may ask for a share of the £40,000 until the end of the month, and that"
        " the parks with the darkest paths come first.\n"
    )
    assert article(read(STORY + heading + "\n\n" + more))[-1] == more.strip()


MORE = (
    "The commissioner added that lamps in the other parks would follow next year, if councils asked for the money"
    " in time, that is by March.\n"
)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("READ MORE: Bridge repairs will cost £3m", "related"),
        ("See also: Bridge repairs will cost £3m", "related"),
        ("Tags: lamps, £40,000, parks", "related"),
        ("Support our local journalism from £3 a month.", "prompt"),
        ("Subscribe for just £1 for three months", "prompt"),
        ("Download our app and get £5 off your first order.", "prompt"),
        ("Join our WhatsApp community for £10 deals on your phone.", "prompt"),
        ("£3m bridge: tell us what you think", "comments"),
        ("Have your say on the £12 rise! Take our survey today!", None),
        ("The levy rises by £12 and the office would like residents to tell us what you think.", None),
        ("The fund creates a job, and groups can apply online for £500.", None),
        ("Join the Channel programme, which costs £40m", None),
        ("Join us at the summit in May: tickets are £199.", "promotion"),
        ("The summit was held in May, and tickets cost £9.", None),
        ("Win a £500 voucher in our prize draw!", "promotion"),
        ("The town seeks a warden. Salary £28,000. Click here to apply.", "advert"),
        ("Lamps like these cost £700 each (Image: A Person)", "caption"),
        ("Join the £5m scheme", None),
        ("Read how £3m was spent", None),
        ("Supporters gave £3m", None),
        ("Picture of £3m lamps is a fake, say police", None),
    ],
)
def test_prompts_that_speak_of_money(line: str, label: str | None) -> None:
    assert prompt_furniture(line) == label


@pytest.mark.parametrize(
    "cards",
    [
        "Bridge repairs will cost £3m\n\n2 days ago\n\nMan jailed after £50,000 fraud\n\n3 days ago",
        "Bridge repairs will cost £3m\n\n12 May 2023\n\nRead more\n\nCat found\n\n11 May 2023\n\nRead more",
        "12 May 2023\n\nBridge repairs will cost £3m\n\nIt closes for a month…\n\nRead more\n\n11 May 2023"
        "\n\nCat found\n\nRead more",
    ],
)
def test_cards_of_other_stories_are_furniture_and_the_story_goes_on(cards: str) -> None:
    document = read(f"{STORY}{cards}\n\n{MORE}")
    assert article(document) == [*article(read(STORY)), MORE.strip()]


def test_a_log_of_grants_with_dates_is_no_run_of_cards() -> None:
    log = "Grant of £500 to a club\n\n12 May 2023\n\nGrant of £900 to a school\n\n13 May 2023\n\n"
    assert furniture(read(STORY + log)) == []


def test_a_prompt_of_one_paragraph_opens_no_box() -> None:
    prompt = (
        "Sign up to our daily newsletter, which cuts through the noise of the town. Thank you for signing up!"
    )
    quote = "“Nobody will miss the dark,” a neighbour said."
    document = read(f"{STORY}{prompt}\n\n{quote}\n")
    assert furniture(document) == [("newsletter", prompt)]
    assert article(document)[-1] == quote


def test_a_quotation_ends_a_box() -> None:
    quote = "“Nobody will miss the dark,” a neighbour said. “Not me.”"
    document = read(f"{STORY}{MORE}\nRelated stories\n\nEssex wins £4m\n\n{quote}\n")
    assert article(document)[-2:] == [MORE.strip(), quote]


def test_a_prompt_above_the_headline_is_not_the_headline() -> None:
    document = read("Have your say on the lamps of next year. Take our survey today!\n\nMenu\n\n" + STORY)
    assert document.title == "Parks to get £40,000 for new lamps"


@pytest.mark.parametrize(
    "text",
    [
        "Youth club: £5,000\n\nFind out more\n\nBoxing club: £6,000\n\nFind out more\n\n",
        "How much is there?\n\nGrants of up to £500.\n\nFind out more\n\nWho can ask?\n\nClubs, for £50."
        "\n\nFind out more\n\n",
        "Elsewhere\n\nThe town of Eastness has £4m for its harbour.\n\n",
        "We recommend\n\nThat £4m be paid to the county.\n\n",
    ],
)
def test_lists_and_answers_with_links_stay_in_the_article(text: str) -> None:
    assert [label for label, words in furniture(read(STORY + text)) if "£" in words] == []
