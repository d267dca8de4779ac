"""The rules about what a bank says: what each finds, and what it lets pass."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.banks.sample import TODAY, write
from tui.banks.check import check_file
from tui.banks.finding import Finding

Fields = dict[str, Any]

SON: Fields = {
    "kind": "short",
    "prompt": "Who leads the NRF?",
    "answer": "Ahmad Massoud",
    "quote": "his son, Ahmed Massoud, is leading the NRF",
}
VALLEY: Fields = {
    "kind": "choice",
    "prompt": "What is Panjshir?",
    "answer": "A valley",
    "mistakes": {"A river": "A river of that name runs through it."},
    "quote": "Panjshir is a valley",
}
START: Fields = {
    "kind": "date",
    "prompt": "When did it begin?",
    "answer": "1990",
    "quote": "It began in 1990",
}
TRUE: Fields = {"kind": "truefalse", "answer": "true", "quote": "It began in 1990"}


def found(folder: Path, *questions: Fields, **fields: Any) -> list[Finding]:
    """What is found in a bank of `questions`; `fields` are the bank's own."""
    topics = {str(question.get("topic", "nrf")): {"title": "A topic"} for question in questions}
    bank = {
        "format": "1",
        "bank": "sample",
        "title": "A sample",
        **fields,
        "sources": {
            "article": {
                "title": "An article",
                "author": "Jan Achakzai",
                "file": "sources/article.txt",
            }
        },
        "topics": fields.get("topics", topics),
        "questions": [
            {"id": f"question-{number}", "topic": "nrf", **question}
            for number, question in enumerate(questions)
        ],
    }
    path = write(folder, yaml.safe_dump(bank, sort_keys=False))
    return list(check_file(path, TODAY).findings)


def codes(folder: Path, *questions: Fields, **fields: Any) -> list[str]:
    return [each.code for each in found(folder, *questions, **fields)]


@pytest.mark.parametrize(
    "option",
    ["All of these", "none of the above", "Both of them", "All the above", "Neither of these",
     "Any of the others", "both a and c", "None of these options"],
)  # fmt: skip
def test_options_about_options(option: str, tmp_path: Path) -> None:
    (finding,) = found(tmp_path, VALLEY | {"mistakes": {option: "No."}})
    assert finding.code == "all-of-these"
    assert option in finding.source
    assert "all-of-these" in codes(tmp_path, VALLEY | {"answer": option})


@pytest.mark.parametrize(
    "option", ["All of Kabul", "None of the Taliban's enemies", "Both rivers", "Some of it"]
)
def test_options_that_only_begin_like_that(option: str, tmp_path: Path) -> None:
    assert codes(tmp_path, VALLEY | {"mistakes": {option: "No."}}) == []


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (SON | {"prompt": "Whom does the NRF of Ahmad Massoud's follow?"}, True),
        (SON | {"accept": ["Massoud junior"], "prompt": "What does Massoud Junior lead?"}, True),
        (SON | {"hint": "It is AHMAD MASSOUD."}, True),
        (VALLEY | {"prompt": "Which of the valleys is Panjshir?"}, True),
        (VALLEY | {"hint": "A valley"}, True),
        (START | {"prompt": "What began in 1990?"}, True),
        (SON | {"prompt": "Which Massoud leads the NRF?"}, False),
        (VALLEY | {"prompt": "Is Panjshir a valley or a river?"}, False),
        (SON | {"hint": "The son of Ahmad Shah Massoud."}, False),
    ],
)
def test_answers_in_prompts(question: Fields, told: bool, tmp_path: Path) -> None:
    assert codes(tmp_path, question) == (["answer-in-prompt"] if told else [])


LED = {"prompt": "When did Ahmad Massoud begin to lead the NRF?"}


def test_a_blank_answer_tells_nothing(tmp_path: Path) -> None:
    assert "answer-told-elsewhere" not in codes(tmp_path, SON | {"answer": " "}, VALLEY)


def test_an_answer_told_by_another_prompt_is_found_wherever_it_stands(tmp_path: Path) -> None:
    asked = SON | {"prompt": "Who has begun to lead the NRF?"}
    for questions in ((asked, START | LED), (START | LED, asked)):
        (finding,) = found(tmp_path, *questions)
        assert finding.code == "answer-told-elsewhere"
        assert "“Ahmad Massoud”" in finding.message
        assert LED["prompt"] in finding.source


def test_an_answer_in_a_prompt_about_something_else_is_none_of_its_business(
    tmp_path: Path,
) -> None:
    killed = START | {"prompt": "When was Ahmad Massoud born?"}
    assert codes(tmp_path, SON, killed) == []
    assert codes(tmp_path, SON, START | LED | {"topic": "other"}) == []
    plain = VALLEY | {"prompt": "What is the home of the NRF in the north?"}
    other = START | {"prompt": "When did the valley in the north become the home of the NRF?"}
    assert codes(tmp_path, plain, other) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("When did the old resistance begin?", "In which year did the old resistance begin?", True),
        ("When did the old resistance begin?", "When has the old resistance begun?", False),
        ("When did it begin?", "When, according to the article, did it begin?", True),
        ("When did the resistance of Herat begin?", "When did the resistance of Takhar begin?",
         False),
        ("When did the second of 3 phases begin?", "When did the second of 4 phases begin?", False),
    ],
)  # fmt: skip
def test_questions_that_are_one(one: str, other: str, same: bool, tmp_path: Path) -> None:
    questions = (START | {"prompt": one}, START | {"prompt": other})
    assert codes(tmp_path, *questions) == (["same-question"] if same else [])
    questions = (
        START | {"prompt": one},
        START | {"prompt": other, "answer": "1991", "explain": "So."},
    )
    assert codes(tmp_path, *questions) == []


def test_a_mistake_that_another_question_calls_right(tmp_path: Path) -> None:
    one = SON | {"prompt": "Who is the leader?", "mistakes": {"The Lion of Panjshir": "Dead."}}
    father = SON | {"answer": "Ahmad Shah Massoud", "accept": ["Lion of Panjshir"]}
    same = father | {"prompt": "Who was the leader?"}
    (finding,) = found(tmp_path, one, same)
    assert finding.code == "mistake-right-elsewhere"
    assert finding.source.strip().startswith("The Lion of Panjshir")
    assert codes(tmp_path, one, father | {"prompt": "Whose son took over?"}) == []
    assert codes(tmp_path, one, same | {"topic": "other"}) == []


def test_a_quote_off_its_answer(tmp_path: Path) -> None:
    assert codes(tmp_path, SON | {"quote": "Panjshir is a valley"}) == ["quote-off-answer"]
    quotes = ["Panjshir is a valley", "his son, Ahmed Massoud, is leading the NRF"]
    assert codes(tmp_path, SON | {"quote": quotes}) == []
    lead = SON | {"prompt": "What is he doing?", "answer": "Leads it", "quote": "leading the NRF"}
    assert codes(tmp_path, lead) == []
    short = SON | {"prompt": "Who?", "answer": "N. R. F.", "quote": "leading the NRF"}
    assert codes(tmp_path, short) == []


@pytest.mark.parametrize(
    ("prompt", "mine"),
    [
        ("The NRF should be supported.", True),
        ("The NRF must not be armed.", True),
        ("Arming the NRF would be a mistake.", True),
        ("According to the article, the NRF should be supported.", False),
        ("The optimists say that it would pay.", False),
        ("In Achakzai's words, the line should be recognised.", False),
        ("The author would arm it.", False),
        ("It is mustard that grows there.", False),
    ],
)
def test_opinions(prompt: str, mine: bool, tmp_path: Path) -> None:
    assert codes(tmp_path, TRUE | {"prompt": prompt}) == (["unattributed-opinion"] if mine else [])


@pytest.mark.parametrize(
    ("prompt", "undated", "with_as_of"),
    [
        ("It has recently begun.", True, False),
        ("It goes on today.", True, False),
        ("It is currently going on.", True, False),
        ("It began this year.", True, True),
        ("It began last month.", True, True),
        ("It goes on now, in 2025.", False, False),
        ("It began this year, 1990.", False, False),
        ("It is what the article calls “last month”.", False, False),
        ("It is known.", False, False),
    ],
)
def test_time(prompt: str, undated: bool, with_as_of: bool, tmp_path: Path) -> None:
    question = TRUE | {"prompt": prompt}
    expected = ["undated"] if with_as_of else []
    assert codes(tmp_path, question) == (["undated"] if undated else [])
    assert codes(tmp_path, question, as_of="2025-11") == expected
    assert codes(tmp_path, question | {"as_of": "2025-11"}) == expected


def test_a_faulty_question_is_not_weighed(tmp_path: Path) -> None:
    question = TRUE | {"prompt": "It should begin last month.", "difficulty": "9"}
    assert codes(tmp_path, question) == ["out-of-range"]


@pytest.mark.parametrize(
    ("asked", "other", "told"),
    [
        ("Which valley is the home?", "How high is the home valley, Panjshir?", True),
        ("Which valley is the home?", "Who was the Lion of Panjshir at home?", False),
        ("Which valley is the home?", "How high is the home valley, panjshir?", False),
    ],
)
def test_a_name_of_one_word_needs_more(asked: str, other: str, told: bool, tmp_path: Path) -> None:
    panjshir = SON | {"prompt": asked, "answer": "Panjshir", "quote": "Panjshir is a valley"}
    expected = ["answer-told-elsewhere"] if told else []
    assert codes(tmp_path, panjshir, START | {"prompt": other}) == expected


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (START | {"answer": "1909"}, True),
        (START | {"kind": "number", "answer": "1991"}, True),
        (START | {"kind": "number", "answer": "1991", "tolerance": "1"}, False),
        (START | {"answer": "1991", "explain": "A year after it began."}, False),
        (START | {"kind": "number", "answer": "1,990"}, False),
        (START | {"quote": ["Panjshir is a valley", "It began in 1990"]}, False),
    ],
)
def test_a_figure_that_no_quote_has(question: Fields, told: bool, tmp_path: Path) -> None:
    assert ("figure-not-quoted" in codes(tmp_path, question)) is told


def test_the_figures_of_the_quote_are_named(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, START | {"answer": "1909"})
    assert finding.message == "1909 stands in no quote."
    assert finding.help.startswith("The quote has 1990: mend the answer")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It {began} in {{1990}}", True),
        ("It { began in} {{1990}} {today}", True),
        ("{{It}} began in {{1990|that year}}", False),
        ("{{It}}{{began}} in 1990", False),
    ],
)
def test_single_braces_beside_blanks(text: str, told: bool, tmp_path: Path) -> None:
    cloze = {"kind": "cloze", "prompt": "Fill in.", "text": text, "quote": "It began in 1990"}
    assert ("single-brace" in codes(tmp_path, cloze)) is told


def test_a_topic_may_wait_for_its_drafts(tmp_path: Path) -> None:
    def unused(*questions: Fields) -> bool:
        topics = {"nrf": {"title": "A topic"}, "later": {"title": "Another"}}
        return "unused-topic" in codes(tmp_path, *questions, topics=topics)

    assert unused(START)
    assert not unused(START, SON | {"draft": "true"})
    assert unused(START, SON | {"draft": "false"})


@pytest.mark.parametrize(
    ("asked", "told"),
    [("What does “AM” stand for?", True), ("What is the full form of AM?", True),
     ("Who is the lion’s son?", False)],
)  # fmt: skip
def test_the_long_form_of_an_abbreviation_is_told_by_any_prompt(
    asked: str, told: bool, tmp_path: Path
) -> None:
    other = START | {"prompt": "When did Ahmad Massoud begin?"}
    expected = ["answer-told-elsewhere"] if told else []
    assert codes(tmp_path, SON | {"prompt": asked}, other) == expected
