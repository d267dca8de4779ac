"""What is said of fields, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.banks.sample import BANK, checked

IN_QUOTES = "If the brackets, the braces or the colon belong to the text, put it in quotes."
ANSWER = "    answer: Ahmad Massoud\n"
LIST = """\
  - id: three
    kind: list
    topic: nrf
    prompt: Name them.
    quote: Panjshir is a valley
"""

SAID = {
    ANSWER: ("", "`answer` is missing.", "Add `answer:` to a question of the kind short."),
    "    topic: nrf\n    prompt: Who": (
        "    topic:\n    prompt: Who",
        "`topic` is empty.",
        "Write a text there.",
    ),
    "answer: Ahmad": (
        "awnser: Ahmad",
        "There is no field `awnser` in a question of the kind short.",
        "Did you mean `answer`?",
    ),
    "title: A sample": (
        "titel: A sample",
        "There is no field `titel` in a bank.",
        "Did you mean `title`?",
    ),
    "{title: The NRF}": (
        "{title: The NRF, colour: x}",
        "There is no field `colour` in a topic.",
        "The fields are title, papers and weight.",
    ),
    "kind: short": (
        "kind: shrot",
        "There is no kind of question “shrot”.",
        "Did you mean short? The kinds are choice, multiple, truefalse, short, cloze, list, order, "
        "match, number, date and outline.",
    ),
    "    kind: short": (
        "    knid: short",
        "`kind` is missing.",
        "Is it `knid` that you meant for it?",
    ),
    "  - id: valley\n": (
        f"{LIST}    items:\n      - {{answer: x, acept: y}}\n      - answer: y\n  - id: valley\n",
        "There is no field `acept` in an entry of `items`.",
        "Did you mean `accept`?",
    ),
    "    kind: choice\n": (
        "    kind: choice\n    unit: km\n",
        "There is no field `unit` in a question of the kind choice.",
        "Questions of the kind number have it.",
    ),
    "A valley": ("[A valley]", "`answer` has to be a text, and is a list.", IN_QUOTES),
    "quote: Panjshir is a valley": (
        "quote: {Panjshir: valley}",
        "`quote` has to be a text, and is a mapping.",
        IN_QUOTES,
    ),
    "    prompt: What": (
        "    difficulty: 0\n    prompt: What",
        "`difficulty` is 0 and has to be at least 1.",
        "Write 1 or more, or take the line out.",
    ),
    "    prompt: Who": (
        "    difficulty: 2.5\n    prompt: Who",
        "`difficulty` has to be a whole number, and is “2.5”.",
        "Write a whole number in figures, such as 3.",
    ),
}


@pytest.mark.parametrize("old", SAID)
def test_complaints_about_fields_say_what_to_write(old: str, tmp_path: Path) -> None:
    new, message, advice = SAID[old]
    (finding,) = checked(tmp_path, BANK.replace(old, new)).findings
    assert (finding.message, finding.help) == (message, advice)


def test_too_few_entries_are_counted_before_faulty_ones_are_left_out(tmp_path: Path) -> None:
    items = "    items:\n      - {answer: x, acept: y}\n      - y\n"
    codes = [f.code for f in checked(tmp_path, BANK + LIST + items).findings]
    assert codes == ["unknown-field", "wrong-type"]
    codes = [
        f.code for f in checked(tmp_path, BANK + LIST + "    items:\n      - answer: x\n").findings
    ]
    assert codes == ["too-few"]


def test_a_key_that_reads_like_a_type_is_still_the_authors(tmp_path: Path) -> None:
    text = BANK.replace("      A river: A river of that name runs through it.", "      str: [x]")
    assert [f.code for f in checked(tmp_path, text).findings] == ["wrong-type"]


@pytest.mark.parametrize(
    ("old", "new", "advice"),
    [
        (
            "mistakes:",
            "options:",
            "The wrong options go under `mistakes`: one `wrong answer: why it is wrong` a line.",
        ),
        (
            "      A river:",
            "    A river:",
            "If it belongs under `mistakes`, indent it by two more spaces.",
        ),
        ("format: 1\n", "", "Add `format: 1`."),
        ("kind: choice", "kind: multiple-choice", "Did you mean choice?"),
    ],
)
def test_what_was_probably_meant_is_said(tmp_path: Path, old: str, new: str, advice: str) -> None:
    assert any(
        f.help.startswith(advice) for f in checked(tmp_path, BANK.replace(old, new)).findings
    )


def test_a_multiple_choice_with_answers_is_a_multiple(tmp_path: Path) -> None:
    text = BANK.replace("kind: choice", "kind: multiple-choice").replace(
        "answer: A valley", "answers: [A valley]"
    )
    (found,) = checked(tmp_path, text).findings
    assert found.help.startswith("Did you mean multiple?")


def test_a_format_without_a_colon_is_told_so(tmp_path: Path) -> None:
    (found,) = checked(tmp_path, BANK.replace("format: 1", "format 1")).findings
    assert (found.code, found.line, found.help) == ("syntax", 1, "Write `format: 1`.")


def test_a_list_of_quotes_is_checked_entry_by_entry(tmp_path: Path) -> None:
    text = BANK.replace(
        "quote: Panjshir is a valley", "quote:\n      - Panjshir is a valley\n      - ''"
    )
    (finding,) = checked(tmp_path, text).findings
    assert (finding.code, finding.line, finding.message) == (
        "empty-text",
        24,
        "Entry 2 of `quote` is empty.",
    )
