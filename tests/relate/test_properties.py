"""What holds for every text: spans lie on the document, quotes hold both ends, nothing is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.model import MoneyMention, Role
from extractors.relate.amounts import same_sum
from tests.relate.marking import related

_WHO = st.sampled_from(
    ["{Kent|kent}", "{Essex|essex}", "Harbour House", "25 commissioners", "local charities", "It", ""]
)
_VERB = st.sampled_from(
    ["has been awarded", "received", "will bid for", "gave", "must save", "and", "went to", ","]
)
_SUM = st.sampled_from(["[£1.2m]", "[£1,196,432]", "[£500]", "up to [£7,500]", "a share of [£20m]", ""])
_TAIL = st.sampled_from(
    ["for lamps.", "each.", "from the <Safer Streets Fund>.", "to {Kent|kent}.", "since 2019;", ""]
)
_SENTENCE = st.tuples(_WHO, _VERB, _SUM, _TAIL).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(_SENTENCE, min_size=1, max_size=5).map("\n".join))
def test_every_amount_keeps_its_place_and_every_claim_quotes_its_document(marked: str) -> None:
    found = related(marked)
    text = marked
    for sign in ("[", "]", "{", "|kent}", "|essex}", "<", ">"):
        text = text.replace(sign, "")
    lines = [line for line in text.splitlines() if line]
    whole = "".join(line + "\n" for line in lines)
    assert len(found.money) == marked.count("[")
    ids = {mention.mention_id: mention for mention in found.money}
    for mention in found.money:
        for cue in mention.cues:
            assert cue.attribute == "role"
            assert cue.value == mention.role
    for claim in found.claims:
        mention = ids[claim.money_mention_id]
        assert mention.role is Role.AWARD
        assert claim.start_char <= mention.start_char
        assert mention.end_char <= claim.end_char
        assert claim.quote in whole
        assert claim.claim_id


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=10**9), st.integers(min_value=1, max_value=10**9))
def test_same_sum_is_symmetric(one: int, other: int) -> None:
    a, b = (related(f"[£{value:,}]").money[0] for value in (one, other))
    assert isinstance(a, MoneyMention)
    assert same_sum(a, b) == same_sum(b, a)


def test_a_sentence_of_very_many_amounts_still_gives_each_its_recipient() -> None:
    parts = ", ".join(f"Hall {number} Trust got [£{1000 + 7 * number}]" for number in range(10, 260))
    found = related(f"Grants went out: {parts}.")
    assert len(found.money) == 250
    assert len(found.claims) == 250
