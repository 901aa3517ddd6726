"""Amounts that nobody receives, whoever is named beside them: cuts, costs, what was seized, the whole of a part."""

from __future__ import annotations

from extractors.relate.clauses import Clause, pattern

# How far before and behind an amount such words may stand, in characters.
_BACK, _ON = 90, 60
_LOST = pattern(
    r"\b(?:(?:cut|cuts|cutting|reducing|slashing)(?: (?:the|its|their))? (?:funding|grants?|budgets?|money|resources)"
    r"|cut|cuts|reduction|reductions|shortfall|loss|losses|lost|losing|saving|savings|drop|fall|deficit"
    r"|debts?|fines?|forfeitures?|(?:forfeiture|confiscation|compensation|court) orders?|turnover|damage|thefts?"
    r"|fraud|takings|proceeds)(?: (?:in|of|to) (?:the |its |their )?[^#;:,.]{1,40}?)?"
    r" (?:of|worth|totalling|by) <3>@"
)
_WHOLE = pattern(
    r"(?<!'s )\bpart of (?!(?:it|this|that|the money|the funding)\b)(?:the |a |an |its |their |this "
    r"|(?:the )?[^#;:,.@]{2,40}'s? )?<3>@(?! (?:award|grant)\b)"
)
_SOURCE = pattern(
    r"\b(?:from|out of) (?:a|an|the|its|his|her|their|our) (?:[a-z]+ )?<2>@ (?:[a-z]+ )?(?:pot|fund|package"
    r"|programme|round|scheme|budget|settlement)\b"
)
_WORTH = pattern(r"\bworth (?:well )?<4>@(?: (?:a|per|every) year),? to\b")
_BEHIND = pattern(
    r"@(?: [a-z-]+)? (?:shortfall|deficit|fines?|cuts?|reduction|loss|losses|black hole|overspend|underspend"
    r"|hole|funding gap|gap)\b"
    r"|@ (?:in|of) (?:\w+ )?(?:proceeds|fines|savings|losses|damage|debts?|unpaid|drugs|criminal (?:cash|assets"
    r"|money)|stolen|counterfeit|illegal)\b"
    r"|@ (?:in|of|for) every (?:#|[\d£])|@(?: \w+)? (?:was|were) (?:seized|stolen|confiscated|recovered|lost)\b"
)


def nobody_gets(clause: Clause, at: int) -> bool:
    """Say whether the words right around an amount make it no gift to anybody.

    Positive: "a cut of £10m to Kent Police", "Kent's grant is part of £11.3m", "£681,000 in proceeds of crime".
    Negative: "£681,000 from the proceeds of crime went to Refuge", "Kent got part of the money, £5,000".
    """
    aimed = clause.aimed(at)
    first, last = max(0, at - _BACK), at + _ON
    return bool(_BEHIND.match(aimed, at, last)) or any(
        m.end() > at for rule in (_LOST, _WHOLE, _SOURCE, _WORTH) for m in rule.finditer(aimed, first, last)
    )
