"""Whatever the text: spans equal slices, stay inside the text, keep their order and never overlap."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.programmes.support import annotate, document

_PIECES = st.sampled_from(
    [
        *(
            "Safer",
            "Streets",
            "Safer Streets",
            "Fund",
            "fund",
            "the",
            "The",
            "Drive",
            "Project",
            "project",
            "(SSF)",
        ),
        *(
            "SSF4",
            "Round",
            "Five",
            "‘",
            "’",
            "“",
            "”",
            "'",
            "Kent",
            "Lantern",
            "of",
            "and",
            "&",
            ",",
            ".",
            "\n",
            "\n\n",
        ),
        *(
            "called",
            "a",
            "scheme",
            "Operation",
            "Kestrel",
            "£5m",
            "PCC's",
            "Victims",
            "\u00a0",
            "\u00ad",
            "-",
            "Plan",
        ),
        *("Plan", "Violence Reduction Unit", "(VRU)", "VRUs", "#Look"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=25))
def test_spans_hold(pieces: list[str]) -> None:
    doc = document(" ".join(pieces))
    found, issues = annotate(doc)
    previous = 0
    for one in found:
        assert doc.text[one.start_char : one.end_char] == one.text
        assert previous <= one.start_char < one.end_char
        previous = one.end_char
        for cue in one.cues:
            assert cue.start_char is not None and cue.end_char is not None
    assert all(issue.code == "ambiguous-programme" for issue in issues)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120))
def test_any_text_is_taken(text: str) -> None:
    doc = document(text)
    for one in annotate(doc)[0]:
        assert doc.text[one.start_char : one.end_char] == one.text


def test_a_very_long_run_of_capitals_is_read_too() -> None:
    doc = document("Harbour Lights Trust and " * 2000 + "the Lantern Fund.")
    assert [one.text for one in annotate(doc)[0]] == ["Lantern Fund"]
