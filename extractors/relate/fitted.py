"""The last word on a role: all that is seen of an amount, each with a weight fitted on marked documents.

Single rules are sure where they speak, but much of what people write has no rule. ``role_weights.csv`` holds, for each
feature and role, what the feature adds to the role; ``python -m bench.fit_roles`` makes it (docs/decisions/0012). The
role with the largest sum is taken, and its largest contributions are its cues.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources

from extractors.model import Role

RULE_ID = "role.weighed.v1"
#: What one unit of the rules' own weight adds beside the fitted weights, so that a sure rule is seldom overruled.
_RULES_WORD = 0.2
#: What the reader's word counts beside the fitted weights (:mod:`extractors.reader`), both as logarithms.
_READERS_WORD = 1.6
_FILE = "role_weights.csv"


@cache
def weights() -> Mapping[str, Mapping[Role, float]]:
    """Return the weights by feature and role. The feature ``bias`` is always present.

    Raises:
        ValueError: the file has a column that is no role, or a weight that is no number.
    """
    text = resources.files("extractors.relate").joinpath(_FILE).read_text("utf-8")
    return {
        row["feature"]: {
            Role(name): float(value) for name, value in row.items() if name != "feature" and value
        }
        for row in csv.DictReader(text.splitlines(), strict=True)
    }


def sums(features: Mapping[str, float]) -> dict[Role, float]:
    """Return each role's sum over the features. A feature without weights adds nothing."""
    table = weights()
    found = dict.fromkeys(Role, 0.0)
    for name, value in (("bias", 1.0), *features.items()):
        for role, weight in table.get(name, {}).items():
            found[role] += weight * value
    return found


def choose(
    features: Mapping[str, float], *, by_rules: tuple[Role, int], read: Mapping[Role, float]
) -> tuple[Role, tuple[str, ...]]:
    """Return the role with the largest sum and the names of the three features that add most to it.

    ``by_rules`` is the role that the rules name and their weight for it, which counts beside the fitted weights;
    ``read`` the logarithm of each role's probability by the reader, empty where it has none.
    """
    found = sums(features)
    named, weight = by_rules
    found[named] += _RULES_WORD * max(0, weight)
    for role, said in read.items():
        found[role] += _READERS_WORD * said
    role = max(found, key=lambda one: found[one])
    table = weights()
    adding = sorted(
        (name for name in features if table.get(name, {}).get(role, 0.0) > 0),
        key=lambda name: (-table[name][role] * features[name], name),
    )
    return role, tuple(adding[:3])
