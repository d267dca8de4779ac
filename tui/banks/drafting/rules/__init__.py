"""The rules that find what may be asked: one a file, each with `find(source)`."""

from __future__ import annotations

from tui.banks.drafting.candidate import Rule
from tui.banks.drafting.rules import (
    abbreviations,
    agents,
    claims,
    dates,
    definitions,
    duties,
    labels,
    lists,
    names,
    quantities,
    roles,
    series,
    superlatives,
    terms,
)

RULES: dict[str, Rule] = {
    "abbreviation": abbreviations.find,
    "agent": agents.find,
    "claim": claims.find,
    "date": dates.find,
    "definition": definitions.find,
    "duty": duties.find,
    "label": labels.find,
    "list": lists.find,
    "name": names.find,
    "quantity": quantities.find,
    "role": roles.find,
    "series": series.find,
    "superlative": superlatives.find,
    "term": terms.find,
}
"""By the name that a draft's comment gives."""
