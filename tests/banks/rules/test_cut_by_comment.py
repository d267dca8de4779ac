"""A comment that cuts a text short is told from one that was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.banks.sample import BANK, TODAY, checked, write
from tui.banks.finding import Finding
from tui.banks.following import Following

PROMPT = "prompt: Who leads the NRF?"


def cut(folder: Path, old: str, new: str) -> list[Finding]:
    assert old in BANK
    found = checked(folder, BANK.replace(old, new)).findings
    return [each for each in found if each.code == "cut-by-comment"]


def test_what_is_left_is_told_and_how_to_keep_the_rest(tmp_path: Path) -> None:
    (finding,) = cut(tmp_path, PROMPT, "prompt: By paragraph #2, who leads the NRF?")
    assert "“By paragraph” is what is read" in finding.message
    assert '"By paragraph #2, who leads the NRF?"' in finding.help
    assert (finding.line, finding.column) == (12, 13)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PROMPT, "prompt: Who leads,\n      by paragraph #2, the NRF?"),
        ("A river: A river", "A river: It is #2 of them: a river"),
        (
            "quote: Panjshir is a valley",
            "quote: [Panjshir is a valley] \n    tags: [a\t#b\n      ]",
        ),
        ("answer: A valley", 'answer: A valley #1 with "quotes"'),
    ],
)
def test_texts_of_every_shape_are_looked_at(old: str, new: str, tmp_path: Path) -> None:
    assert len(cut(tmp_path, old, new)) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PROMPT, f"{PROMPT} # a comment"),
        (PROMPT, f"{PROMPT} ## a comment"),
        (PROMPT, f"{PROMPT}\n    #answer: Somebody else"),
        (PROMPT, 'prompt: "Who leads #1?" #really'),
        (PROMPT, "prompt: Who leads C#1, or no#2?"),
        (PROMPT, "prompt: >\n      Who leads #1?"),
        (PROMPT, "prompt: |\n      Who leads #1?\n      And who leads #2?"),
        ("quote: Panjshir is a valley", 'quote: [Panjshir is a valley, "northeast #1"]'),
    ],
)
def test_comments_and_quoted_texts_are_let_alone(old: str, new: str, tmp_path: Path) -> None:
    assert cut(tmp_path, old, new) == []


def test_it_is_told_while_the_bank_is_written(tmp_path: Path) -> None:
    path = write(tmp_path, BANK.replace(PROMPT, "prompt: By paragraph #2, who leads the NRF?"))
    question = Following(path, TODAY).read().question(0, "sample.yaml")
    assert "cut-by-comment" in [each.code for each in question.findings]
