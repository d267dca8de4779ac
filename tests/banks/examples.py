"""The examples of codes as whole banks: what goes without saying in them is added."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from tests.banks.sample import checked
from tui.banks.codes import READING
from tui.banks.explain import Example, Explanation, explanation
from tui.banks.finding import Finding

QUESTION = {"kind": "date", "topic": "nrf"}
QUOTE = {"quote": "is leading the NRF"}
EXPLAINED = {"explain": "The article says more elsewhere."}
"""Why a question's answer is right that has no quote of its own, or no answer."""
AS_WRITTEN = frozenset({*READING, "cut-by-comment"})
"""Codes whose examples are completed as texts: as trees, they would lose what they are about."""
ASKED = (
    {"prompt": "When did the NRF begin?", "answer": "1990"},
    {"prompt": "Since when has the son led it?", "answer": "2019"},
    {"prompt": "When was the lion killed?", "answer": "2001"},
)
"""What the questions of an example ask, where it does not say so, in turn."""
BOOK = """\
Panjshir is a valley. The river in it has the name of the valley, and flows to the south-west, where
it meets the Ghorband and goes on to the Kabul River. Those who live there grow wheat, mulberries
and walnuts on narrow terraces, and dig for emeralds in the mountains above them. A road leads along
the river up to the Anjuman Pass, which is closed by snow from the late autumn to the spring.
"""
TAKEN = {"other": "other.yaml"}

FIELDS = {
    "format": "format: 1\n",
    "bank": "bank: sample\n",
    "title": "title: A sample\n",
    "sources": "sources:\n  article: {title: An article, file: sources/article.txt}\n",
    "topics": "topics:\n  nrf: {title: The NRF}\n",
    "questions": """\
questions:
  - id: beginning
    kind: date
    topic: nrf
    prompt: When did the NRF begin?
    answer: 1990
    quote: It began in 1990
""",
}
"""What a whole bank has, as text."""


def explained(code: str) -> Explanation:
    """What is said of `code`."""
    found = explanation(code)
    assert found is not None
    return found


def findings(code: str, example: Example, folder: Path) -> list[Finding]:
    """What a check finds in an example of `code`, written into `folder`."""
    assert not example.in_words, f"{code} has a test of its own"
    (folder / "sources").mkdir()
    (folder / "sources" / "book.txt").write_text(BOOK)
    if example.when == "as the whole file":
        text = example.text
    else:
        # What the YAML parser refuses can't be taken apart to be completed.
        text = (completed_text if code in AS_WRITTEN else completed)(example.text)
    return list(checked(folder, text, TAKEN).findings)


def completed(example: str) -> str:
    """`example` with what a whole bank needs besides, in its questions, too."""
    given = yaml.load(example, Loader=yaml.BaseLoader)
    bank = {
        "format": "1",
        "bank": "sample",
        "title": "A sample",
        "sources": {"article": {"title": "An article", "file": "sources/article.txt"}},
        **given,
    }
    questions = [
        {
            "id": f"question-{number}",
            **QUESTION,
            **_proof(question),
            **_asked(number, question),
            **question,
        }
        for number, question in enumerate(bank.get("questions", [{}]))
    ]
    used = {str(question["topic"]): {"title": "A topic"} for question in questions}
    return yaml.safe_dump({"topics": used, **bank, "questions": questions}, sort_keys=False)


def completed_text(example: str) -> str:
    """`example` after the fields of a whole bank that it does not have itself."""
    return (
        "".join(
            text
            for name, text in FIELDS.items()
            if not re.search(rf"^{name}:", example, re.MULTILINE)
        )
        + example
    )


def _proof(question: dict[str, object]) -> dict[str, str]:
    return QUOTE if {"quote", "answer"} <= question.keys() else {**QUOTE, **EXPLAINED}


def _asked(number: int, question: dict[str, object]) -> dict[str, str]:
    """What a question asks that does not say so; one that names its kind says it all."""
    return {} if "kind" in question else ASKED[number % len(ASKED)]
