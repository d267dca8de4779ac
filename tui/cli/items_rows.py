"""An item analysis as it goes out as JSON: shares from 0 to 1, lines from 1."""

from __future__ import annotations

from collections.abc import Iterable

from tui.study.items.analysis import BankItems, Item
from tui.study.items.discrimination import Correlation
from tui.study.items.distractors import Option
from tui.study.items.facility import Facility

Row = dict[str, object]


def as_rows(bank: BankItems, path: str) -> Row:
    """`bank` and its questions, those first that need a look most."""
    return {
        "bank": bank.bank.id,
        "path": path,
        "learners": bank.learners,
        "answers": bank.asked,
        "answers_to_changed_keys": bank.changed,
        "answers_to_questions_gone": bank.gone,
        "questions": [_item(item) for item in bank.by_need()],
    }


def _item(item: Item) -> Row:
    return {
        "question": item.id,
        "kind": item.kind,
        "line": item.line,
        "asked": item.asked,
        "learners": item.learners,
        "few": item.is_few,
        "answers_to_changed_keys": item.changed,
        "facility": _facility(item.first),
        "facility_with_claims": _facility(item.claimed),
        "right_of_all_answers": _rounded(item.ever),
        "learners_compared": item.compared,
        "discrimination": _correlation(item.discrimination),
        "options": _options(item.options),
        "strong_and_weak_share": item.strong_share,
        "seconds": None
        if item.seconds is None
        else {
            "lower_quartile": _rounded(item.seconds.lower),
            "median": _rounded(item.seconds.median),
            "upper_quartile": _rounded(item.seconds.upper),
            "answers": item.seconds.of,
        },
        "suspicions": [
            {"sort": each.sort.value, "option": each.option, "corrected_p": each.p}
            for each in item.suspicions
        ],
        "recurring": [
            {
                "text": each.text,
                "expected": each.expected,
                "answers": each.times,
                "learners": each.learners,
                "claims": each.claims,
                "learners_who_claimed": each.claimants,
                "candidate_for": "accept" if each.mostly_claimed else "mistakes",
            }
            for each in item.recurring
        ],
    }


def _facility(found: Facility | None) -> Row | None:
    if found is None:
        return None
    return {
        "right": found.right,
        "of": found.of,
        "share": _rounded(found.share),
        "low": _rounded(found.low),
        "high": _rounded(found.high),
        "mean_score": _rounded(found.mean),
    }


def _correlation(found: Correlation | None) -> Row | None:
    if found is None:
        return None
    return {
        "value": _rounded(found.value),
        "low": _rounded(found.low),
        "high": _rounded(found.high),
        "learners": found.of,
    }


def _options(found: Iterable[Option]) -> list[Row]:
    return [
        {
            "option": each.text,
            "right": each.right,
            "taken": each.taken,
            "share": _rounded(each.share),
            "low": _rounded(each.low),
            "high": _rounded(each.high),
            "taken_in_all_answers": each.ever,
            "strong": _rounded(each.strong),
            "weak": _rounded(each.weak),
            "correlation": _correlation(each.draws),
        }
        for each in found
    ]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
