from __future__ import annotations

from pathlib import Path

import pytest

from tests.banks.mend.sample import SOUND, broken, mended
from tui.banks.fixes.id_from_prompt import slug_of
from tui.banks.mend.change import NotMended


@pytest.mark.parametrize(
    ("prompt", "slug"),
    [
        ("According to the article, who killed Ahmed Shah Massoud?", "killed-ahmed-shah-massoud"),
        ("What are Pakistan's options?", "pakistan-options"),
        ("Where does the Élysée’s guest live?", "elysee-guest-live"),
        ("Who is he?", "who-is-he"),
        ("The counter-terrorism-and-information-desk", "counter-terrorism-information-desk"),
        ("کون؟", ""),
        ("a" * 90, "a" * 40),
    ],
)  # fmt: skip
def test_an_id_is_the_first_words_that_say_something(prompt: str, slug: str) -> None:
    assert slug_of(prompt) == slug


def without_ids(*more: str) -> str:
    text = SOUND.replace("- id: leader-today\n    kind", "- kind")
    return text.replace("- id: valley\n    kind", "- kind") + "".join(more)


def test_two_questions_that_ask_the_same_get_two_ids(tmp_path: Path) -> None:
    text = without_ids().replace("What is Panjshir?", "Who leads the NRF?")
    lines = mended(tmp_path, text).text.splitlines()
    assert [line for line in lines if "id:" in line] == ["  - id: leads-nrf", "  - id: leads-nrf-2"]


@pytest.mark.parametrize(
    "taken",
    [
        "retired: [panjshir]\n",
        "  - id: panjshir\n    kind: short\n",
        "  - id: another\n    was: [panjshir]\n",
        "  - id: Panjshir\n    kind: short\n",
    ],
)
def test_an_id_that_is_or_was_used_is_not_used_again(taken: str, tmp_path: Path) -> None:
    text = without_ids(taken)
    assert "  - id: panjshir-2\n    kind: choice\n" in mended(tmp_path, text).text


def test_a_prompt_without_latin_letters_gets_a_number(tmp_path: Path) -> None:
    text = without_ids().replace("What is Panjshir?", "پنجشیر کیا ہے؟")
    assert "  - id: question-1\n" in mended(tmp_path, text).text


@pytest.mark.parametrize(
    ("name", "where"),
    [("Leader Today", ""), ("Leader One", "retired: [leader-one]\n")],
)
def test_an_id_whose_slug_is_taken_stays_and_is_told(name: str, where: str, tmp_path: Path) -> None:
    text = broken("id: valley", f"id: {name}") + where
    found = mended(tmp_path, text)
    slug = name.lower().replace(" ", "-")
    said = f"id “{name}” stays: {slug} is the name of another question"
    assert (found.text, found.left) == (text, (NotMended(15, said),))


def test_of_two_ids_with_one_slug_the_first_gets_it(tmp_path: Path) -> None:
    text = SOUND.replace("id: leader-today", "id: The Front").replace("id: valley", "id: THE FRONT")
    found = mended(tmp_path, text)
    assert "id: the-front" in found.text
    assert "id: THE FRONT" in found.text


def test_an_id_is_mended_where_its_findings_are_silenced_as_well(tmp_path: Path) -> None:
    silenced = (
        "silenced:\n  - {code: guessable, why: Few}\n"
        "  - code: undated\n    why: It holds.\n    questions: [leader-today, The Valley]\n"
    )
    text = broken("id: valley", "id: The Valley") + silenced
    assert mended(tmp_path, text).text == text.replace("The Valley", "the-valley")
