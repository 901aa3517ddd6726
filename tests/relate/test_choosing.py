"""Recipients that no wording rule names, vetoes of those that one names, and why."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.relate.choosing import RULE_ID, packaged_weights
from tests.relate.marking import awards, related

_WHO = st.sampled_from(
    [
        "{Kent|kent}",
        "{Essex Police|essex}",
        "Harbour House Trust",
        "The Beacon Project",
        "a charity",
        "It",
        "we",
    ]
)
_ACT = st.sampled_from(
    ["has just been sent", "banked", "were thrilled with", "celebrates", "gave away", "and", "to", "-"]
)
_SUM = st.sampled_from(["[£5,000]", "[£1.2m]", "a grant of [£750]", "([£20,000])", "its [£900] prize", ""])
_TAIL = st.sampled_from(
    ["for Walmer Boxing Club.", "from the <Safer Streets Fund>.", "each.", "in {Kent|kent}.", "."]
)
_SENTENCE = st.tuples(_WHO, _ACT, _SUM, _TAIL).map(" ".join)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "# Grants from the commissioner\nWalmer Youth Club has been sent a grant of [£5,000] for its trips.",
            [(None, "Walmer Youth Club", "5000")],
            id="a verb that no rule has",
        ),
        pytest.param(
            "# Grants from the commissioner\nRipple Boxing Club was awarded [£3,000] for new gloves.",
            [(None, "Ripple Boxing Club", "3000")],
            id="a verb that a rule has",
        ),
        pytest.param(
            "# Grants\n{Kent|kent} was awarded [£1.2m] and {Essex|essex} [£900,000].",
            [("kent", "Kent", "1200000"), ("essex", "Essex", "900000")],
            id="each to its own",
        ),
        pytest.param("The minister said that [£5m] would be a start.", [], id="nobody"),
        pytest.param("# Budget\n{Kent Police|kent} must save [£5m] by 2020.", [], id="no award"),
    ],
)
def test_who_is_chosen(marked: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert awards(marked) == expected


def test_a_claim_says_what_was_weighed_and_keeps_the_rule_that_named_its_recipient() -> None:
    (claim,) = related("# Grants\nRipple Boxing Club was awarded [£3,000] for new gloves.").claims
    assert not claim.rule_id.startswith("claim.near-")
    (cue,) = [cue for cue in claim.cues if cue.rule_id == RULE_ID]
    assert (cue.attribute, cue.value) == ("recipient", "Ripple Boxing Club")
    assert cue.text.startswith("weighed: ")
    assert len(cue.text.split("; ")) == 3


def test_the_weights_know_their_bias_and_the_rules_word() -> None:
    assert {"bias", "best rule", "shared"} <= packaged_weights().keys()
    assert packaged_weights()["best rule"] > 0 > packaged_weights()["bias"]


@settings(max_examples=120, deadline=None)
@given(st.lists(_SENTENCE, min_size=1, max_size=5).map("\n".join))
def test_nobody_is_chosen_who_is_not_in_the_text(marked: str) -> None:
    plain = re.sub(r"[\[\]<>]|\|[a-z]+\}|\{", "", marked)
    text = "".join(line + "\n" for line in plain.splitlines())
    for claim in related(marked).claims:
        # A recipient is written with single spaces, however the page runs them.
        assert claim.recipient in " ".join(text.split())
        assert claim.recipient in " ".join(claim.quote.split())
        assert text[claim.start_char : claim.end_char] == claim.quote
