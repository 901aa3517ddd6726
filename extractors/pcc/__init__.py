"""Mentions of police areas, their offices, office-holders and forces.

Names are found by spaCy phrase matchers over the registries (:mod:`extractors.pcc.lexicon`), turned into one letter
an item (:mod:`~extractors.pcc.symbols`), and read by a regular grammar (:mod:`~extractors.pcc.grammar`).
"""

from extractors.pcc.find import find_pcc

VERSION = "fundtrail.pcc.v2"

__all__ = ["VERSION", "find_pcc"]
