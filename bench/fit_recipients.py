"""``python -m bench.fit_recipients``: fit the weights of ``extractors/relate/recipient_weights.csv``.

Logistic regression with an L2 penalty over the features of :mod:`extractors.relate.recipient_features`, on the
development split of tests/gold and on bench/roles. The test split is never read. A candidate is right when the reader
marked an award of that amount to it, as the scorecard matches them. Fitted on amounts that may be awards by roles that
are weighed without the document itself: roles fitted on it would know too much. ``--check`` prints precision, recall
and F1 of all award claims by five-fold cross-validation over documents, and writes nothing.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from bench.logistic import Matrix, Sparse, fit, held_by_several
from extractors.model import AwardClaim, Document, MoneyMention, PccMention, ProgrammeMention, Role
from extractors.parse import parse
from extractors.pipeline import COMPONENTS, analyse, pipeline
from extractors.relate import fitted, weighed
from extractors.relate.candidates import Candidate, Names, candidates
from extractors.relate.claims import best_of, claims_of, links_of
from extractors.relate.clauses import Clause, clauses_of
from extractors.relate.features import all_features
from extractors.relate.identify import area_named, identified
from extractors.relate.links import Link
from extractors.relate.merge import merge
from extractors.relate.recipient_features import Asked, features
from extractors.relate.retold import at_exact_figures
from extractors.relate.stand_ins import area_of
from extractors.tables import table_claims, table_roles
from flows.scorecard.gold import Gold, find, read
from flows.scorecard.match import Tally, match_awards
from flows.scorecard.run import capture_of

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "tests" / "gold" / "dev", ROOT / "bench" / "roles")
TARGET = ROOT / "extractors" / "relate" / "recipient_weights.csv"
FOLDS = 5
PENALTY = 4.0
ROLE_PENALTY = 1 / 0.3
#: Weight of a document by what its name begins with: the rules' writers read those of a and b.
_TRUST = {"a": 0.6, "b": 0.6}
#: The part of an amount's weight that is on how it would look if no rule had spoken.
_SILENCED = 0.3
#: An amount is fitted on where award is at most this much behind the role that is ahead.
_MARGIN = -2.0
#: Weights below this are left out of the file.
_LEAST = 0.02
_ROLES = tuple(Role)
#: Weights that leave the word to the best rule, where it names recipients that each get the amount.
RULES_ALONE = {"best rule": 3.0, "shared": -8.0, "bias": -2.0}


@dataclass(slots=True)
class Read:
    """One marked document: what the rules find in it, and each amount's role judged without the document."""

    gold: Gold
    document: Document
    pcc: tuple[PccMention, ...]
    clauses: tuple[Clause, ...]
    area: PccMention | None
    every: dict[str, list[Link]]
    rows: list[AwardClaim]
    in_tables: dict[str, Role]
    money: tuple[MoneyMention, ...]
    programmes: tuple[ProgrammeMention, ...]
    amounts: list[tuple[str, dict[str, float], tuple[Role, int]]]
    sums: dict[str, dict[Role, float]]

    @property
    def name(self) -> str:
        return self.gold.gold_id

    def margin(self, mention_id: str) -> float:
        sums = self.sums[mention_id]
        return sums[Role.AWARD] - max(value for role, value in sums.items() if role is not Role.AWARD)

    def judged(self) -> dict[str, MoneyMention]:
        """Return the mentions with the roles that tables give, else with those of the largest sum."""
        return {
            m.mention_id: replace(m, role=self.in_tables.get(m.mention_id) or self._best(m.mention_id))
            for m in self.money
        }

    def _best(self, mention_id: str) -> Role:
        sums = self.sums[mention_id]
        return max(sums, key=lambda role: sums[role])


def reading(gold: Gold) -> Read:
    """Return a gold document as the rules read it, up to the links: the roles are weighed anew."""
    document, _ = parse(*capture_of(gold))
    with pipeline().select_pipes(disable=[COMPONENTS[-1]]):
        a = analyse(document)
    in_tables: dict[str, Role] = {}
    rows: list[AwardClaim] = []
    for table, held in zip(document.tables, a.readings, strict=True):
        in_tables |= table_roles(table, held, a.money)
        rows += table_claims(document, table, held, a.money, a.pcc, a.programmes)[0]
    clauses = clauses_of(a.segments, a.money, a.pcc, a.programmes)
    area = area_of(document, a.pcc)
    everything = weighed(document, a.segments, a.money, a.pcc, a.programmes, a.readings)
    return Read(
        gold=gold,
        document=document,
        pcc=a.pcc,
        clauses=clauses,
        area=area,
        every=links_of(clauses, area, without=in_tables),
        rows=rows,
        in_tables=in_tables,
        money=a.money,
        programmes=a.programmes,
        amounts=[
            (w.mention.mention_id, seen, w.best)
            for w, seen in zip(everything, all_features(everything), strict=True)
        ],
        sums={},
    )


def golds() -> Iterator[Gold]:
    """Yield the marked pages. ``bench/wordings`` has invented names; whether it would help here was not tried."""
    for folder in FOLDERS:
        yield from (read(path) for path in find(folder))


def folds(documents: Sequence[Read]) -> Iterator[tuple[list[Read], list[Read]]]:
    """Yield (fitted on, held out) for each fold."""
    ordered = sorted(documents, key=lambda one: one.name)
    for number in range(FOLDS):
        held = ordered[number::FOLDS]
        names = {one.name for one in held}
        yield [one for one in ordered if one.name not in names], held


def _trust(documents: Sequence[str]) -> Matrix:
    return np.array([[_TRUST.get(name[0], 1.0)] for name in documents])


def _marked_role(one: Read, mention_id: str) -> Role | None:
    mention = next(m for m in one.money if m.mention_id == mention_id)
    for mark in one.gold.marks["money"]:
        if mark["start"] < mention.end_char and mention.start_char < mark["end"]:
            return None if mark.get("optional") else Role(mark["role"])
    return None


def hold_out_roles(documents: Sequence[Read]) -> None:
    """Give each document the sums of its amounts' roles, with weights fitted on the other folds."""
    for train, held in folds(documents):
        rows = [
            (one.name, seen, role)
            for one in train
            for mention_id, seen, _ in one.amounts
            if (role := _marked_role(one, mention_id)) is not None
        ]
        names = held_by_several((name, seen) for name, seen, _ in rows)
        wanted = np.eye(len(_ROLES))[[_ROLES.index(role) for *_, role in rows]]
        trust = 1.5 * _trust([name for name, *_ in rows])
        x = Sparse([seen for _, seen, _ in rows], names)
        weight = fit(x, wanted, trust, penalty=ROLE_PENALTY, rounds=150)
        for one in held:
            if not one.amounts:
                continue
            scores = Sparse([seen for _, seen, _ in one.amounts], names).times(weight)
            for (mention_id, _, (role, said)), row in zip(one.amounts, scores, strict=True):
                sums = dict(zip(_ROLES, map(float, row), strict=True))
                sums[role] += fitted._RULES_WORD * max(0, said)
                one.sums[mention_id] = sums


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate for an amount: its document, its features, whether the reader has it, and how much it counts."""

    document: str
    seen: dict[str, float]
    right: bool
    trust: float


def examples(one: Read) -> Iterator[Example]:
    """Yield the candidates of the document's amounts that may be awards; none that the reader left open.

    Where rules spoke, a part of the weight is on the same amount as it would look if no rule knew its wording. The
    rules' writers have read these documents, so that here silence means mostly that nobody receives; elsewhere it
    means as often that a wording is new.
    """
    names = Names(one.clauses)
    known = _TRUST.get(one.name[0], 1.0)
    for clause in one.clauses:
        for at, mention in clause.money:
            key = mention.mention_id
            if key in one.in_tables or one.margin(key) <= _MARGIN:
                continue
            links = one.every.get(key, ())
            asked = Asked(clause=clause, at=at, mention=mention, links=links, area=one.area)
            for spoken, trust in ((links, 1 - _SILENCED), ((), _SILENCED)) if links else ((links, 1.0),):
                told = replace(asked, links=spoken)
                for candidate in candidates(names, clause, at, spoken, one.area):
                    right = is_right(one, mention, candidate)
                    if right is not None:
                        yield Example(one.name, features(told, candidate, names), right, known * trust)


def is_right(one: Read, mention: MoneyMention, candidate: Candidate) -> bool | None:
    """Say whether the reader has the award of this amount to this candidate; None where it is optional."""
    who = candidate.recipient
    area_id = who.area_id or area_named(who.text, one.document, one.pcc, one.area)
    told = {"area_id": area_id, "recipient": who.text, "amount": mention.amount_low, "programme": None}
    if match_awards("", [award for award in one.gold.awards if not award.get("optional")], [told]).met:
        return True
    optional = match_awards("", [award for award in one.gold.awards if award.get("optional")], [told])
    return False if optional.extra else None


def fitted_weights(documents: Sequence[Read]) -> dict[str, float]:
    """Return the weights by feature, with the bias."""
    found = [example for one in documents for example in examples(one)]
    names = held_by_several((one.document, one.seen) for one in found)
    wanted = np.array([[float(one.right)] for one in found])
    x = Sparse([one.seen for one in found], names)
    trust = np.array([[one.trust] for one in found])
    weight = fit(x, wanted, trust, penalty=PENALTY, rounds=200)
    return dict(zip([*names, "bias"], map(float, weight[:, 0]), strict=True))


def claims(one: Read, weights: Mapping[str, float]) -> tuple[AwardClaim, ...]:
    """Return the document's award claims with these weights, as the pipeline would."""
    judged = one.judged()
    told = claims_of(
        one.clauses, one.every, judged, one.programmes, one.area, without=one.in_tables, weights=weights
    )
    known = identified((*one.rows, *told), one.document, one.pcc, one.area)
    merged = merge(known, {m.mention_id: m for m in one.money})
    return at_exact_figures(merged, judged, best_of(one.every), one.clauses, without=one.in_tables)[0]


def score(one: Read, found: Sequence[AwardClaim]) -> Tally:
    told: list[dict[str, Any]] = [
        {"area_id": c.area_id, "recipient": c.recipient, "amount": c.amount_low, "programme": None}
        for c in found
    ]
    return match_awards(one.name, [{**award, "programme": None} for award in one.gold.awards], told)


def check(documents: Sequence[Read]) -> None:
    """Print precision, recall and F1 of the award claims by the first letter of the documents' names, and of all.

    First those of the rules alone, then those with weights fitted on the other folds.
    """
    rules: dict[str, Tally] = {}
    weighed_: dict[str, Tally] = {}
    for train, held in folds(documents):
        weights = fitted_weights(train)
        for one in held:
            for tallies, table in ((rules, RULES_ALONE), (weighed_, weights)):
                tally = score(one, claims(one, table))
                for group in (one.name[0], "all"):
                    tallies.setdefault(group, Tally()).add(tally)
    for name, tallies in (("rules alone", rules), ("weighed", weighed_)):
        for group, tally in sorted(tallies.items()):
            print(
                f"{name}, documents {group}: P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
                f"  ({tally.met} met, {tally.extra} extra, {tally.missed} missed)"
            )


def write(weights: Mapping[str, float]) -> None:
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", "weight"])
        for name, weight in sorted(weights.items()):
            if name == "bias" or abs(weight) >= _LEAST:
                writer.writerow([name, f"{weight:.3f}"])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.fit_recipients", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="print cross-validated P, R and F1 and write nothing"
    )
    only_check = parser.parse_args().check
    documents = [reading(gold) for gold in golds()]
    hold_out_roles(documents)
    if only_check:
        check(documents)
        return
    weights = fitted_weights(documents)
    write(weights)
    print(f"{TARGET.name}: {len(weights)} features from {len(documents)} documents")


if __name__ == "__main__":
    main()
