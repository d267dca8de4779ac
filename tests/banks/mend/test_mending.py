from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.banks.mend.sample import HASH, QUOTE, SOUND, broken, mended
from tests.banks.sample import BANK, checked
from tui.banks.mend.change import Done
from tui.banks.mend.mending import mended_text

ROOT = Path(__file__).parents[3]
PLAIN = "his son,Ahmed Massoud, is leading the NRF"
RIGHT = "his son, Ahmed Massoud, is leading the NRF"

LAYOUTS: dict[str, tuple[str, str]] = {
    "plain, with a comment": (f"quote:   {PLAIN}   # why", f"quote:   {RIGHT}   # why"),
    "single quotes": (f"quote: '{PLAIN}'", f"quote: '{RIGHT}'"),
    "double quotes": (f'quote: "{PLAIN}"', f'quote: "{RIGHT}"'),
    "an escape": (r'quote: "his son,\u200bAhmed"', 'quote: "his son, Ahmed"'),
    "a plain text over lines": (
        "quote: his son,Ahmed\n      Massoud, is leading\n      the NRF",
        "quote: his son, Ahmed\n      Massoud, is leading\n      the NRF",
    ),
    "quotes over lines": (
        "quote: 'his son,Ahmed\n\n         Massoud, is leading'  # why",
        "quote: 'his son, Ahmed\n         Massoud, is leading'  # why",
    ),
    "a literal block": (
        "quote: |-  # why\n      his son,Ahmed\n      Massoud\n\n    # below",
        "quote: |-  # why\n      his son, Ahmed\n      Massoud\n\n    # below",
    ),
    "a folded block": (
        "quote: >\n        his son,Ahmed\n        Massoud\n",
        "quote: >\n        his son, Ahmed\n        Massoud\n",
    ),
    "a list in brackets": (
        "quote: [ 'his son ,Ahmed', is leadingthe NRF ,  is leading ]",
        "quote: [ 'his son, Ahmed', is leading the NRF ,  is leading ]",
    ),
    "a list": (
        f"quote:\n    # first\n    -  {PLAIN}\n    - is leading",
        f"quote:\n    # first\n    -  {RIGHT}\n    - is leading",
    ),
    "a key in quotes": (f'"quote" : {PLAIN}', f'"quote" : {RIGHT}'),
    "a text that comes to need quotes": (
        "quote: Its people say:it’s ours",
        "quote: 'Its people say: it’s ours'",
    ),
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_all_but_the_white_space_in_the_quote_stays(name: str, ending: str, tmp_path: Path) -> None:
    before, after = (
        broken(QUOTE, text).replace("\n", ending).rstrip("\r\n") for text in LAYOUTS[name]
    )
    found = mended(tmp_path, before)
    assert found.text == after
    assert found.done
    assert "quote-not-found" not in {each.code for each in checked(tmp_path, after).findings}


FIRST = "id: leader-today\n    kind: short\n    topic: nrf"
REASON = "A river: A river of that name runs through it."
FIELDS = "  article:\n      title: An article\n      file: sources/article.txt  # its text\n"

UNTOUCHED: dict[str, tuple[str, str]] = {
    "nothing to mend": (QUOTE, QUOTE),
    "other words": (QUOTE, QUOTE.replace("leading", "led by")),
    "a full stop too many": (QUOTE, f"{QUOTE}."),
    "half a word": (QUOTE, "quote: on,Ahmed Massoud"),
    "an anchor": (QUOTE, f"quote: &a {PLAIN}"),
    "an alias": (QUOTE, "quote: *a"),
    "a repeated field that differs": ("title: A sample", "title: A sample\ntitle: Another"),
    "a repeated field with a comment": ("title: A sample", "title: A sample\ntitle: A sample # 2"),
    "a repeated field in braces": ("{title: The NRF}", "{title: The NRF, title: The NRF}"),
    "a misspelt id": ("- id: valley", "- ID: valley"),
    "a misspelt format": ("format: 1", "formatt: 1"),
    "another format": ("format: 1", "format: 2"),
    "an id without a letter": ("id: valley", "id: وادی"),
    "no prompt": (f"{FIRST}\n    prompt: Who leads the NRF?", "kind: short\n    topic: nrf"),
    "a value that holds itself, and a repeated field": (
        f"answer: A valley\n    mistakes:\n      {REASON}\n",
        "answer: &a [*a, *a]\n    mistakes:\n    mistakes: &b {*b: *b, x: *a}\n",
    ),
    "a syntax error": ("title: A sample", "title: A: sample"),
    "a tab in a text": ("A valley", "A\tvalley"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNTOUCHED)
def test_what_is_not_surely_safe_stays(name: str, tmp_path: Path) -> None:
    text = broken(*UNTOUCHED[name])
    found = mended(tmp_path, text)
    assert (found.text, found.done) == (text, ())


CHANGED: dict[str, tuple[str, str, str]] = {
    "an id left empty": ("id: valley", "id:   # to do", "id: panjshir   # to do"),
    "an id in empty quotes": ("id: valley", "id: ''", "id: 'panjshir'"),
    "a comment behind the dash": (
        "- id: valley\n",
        "- # one\n",
        "- # one\n    id: panjshir\n",
    ),
    "a dash far off": (
        "  - id: valley\n    kind: choice\n    topic: nrf\n    prompt: What is Panjshir?\n"
        "    answer: A valley\n    mistakes:\n"
        f"      {REASON}\n    quote: Panjshir is a valley\n",
        "  -    kind: date\n       topic: nrf\n       prompt: When?\n       answer: 1990\n"
        "       quote: It began in 1990\n",
        "  -    id: when\n       kind: date\n       topic: nrf\n       prompt: When?\n"
        "       answer: 1990\n       quote: It began in 1990\n",
    ),
    "a format left empty": ("format: 1", "format:", "format: 1"),
    "a directive": ("format: 1\n", "%YAML 1.1\n---\n", "%YAML 1.1\n---\nformat: 1\n"),
    "a repeated list": (
        "    quote: Panjshir is a valley",
        "    mistakes:\n      A river: A river of that name runs through it.\n"
        "    quote: Panjshir is a valley",
        "    quote: Panjshir is a valley",
    ),
    "a wrong hash": (HASH, "00", HASH),
    "a source over lines": (
        f"  article: {{title: An article, file: sources/article.txt, sha256: {HASH}}}",
        f"{FIELDS}\n  # end",
        f"{FIELDS}      sha256: {HASH}\n\n  # end",
    ),
}


@pytest.mark.parametrize("name", CHANGED)
def test_only_what_is_meant_changes(name: str, tmp_path: Path) -> None:
    sound, bad, good = CHANGED[name]
    found = mended(tmp_path, broken(sound, bad))
    assert found.text == broken(sound, good)
    assert len(found.done) == 1


def test_a_bank_in_json_stays_json(tmp_path: Path) -> None:
    text = (
        '{"bank": "s", "title": "t",\n "sources": {"article": {"title": "a", "file": "sources/'
        'article.txt"}}, "topics": {"nrf": {"title": "n"}},\n "questions": [{"kind": "short", '
        f'"topic": "nrf", "prompt": "Who leads?", "answer": "Massoud", "quote": "{PLAIN}"}}]}}'
    )
    expected = (
        text.replace('{"bank"', '{"format": "1", "bank"')
        .replace('article.txt"', f'article.txt", "sha256": "{HASH}"')
        .replace('{"kind"', '{"id": "leads", "kind"')
        .replace(PLAIN, RIGHT)
    )
    assert mended(tmp_path, text).text == expected


def test_lines_are_those_of_the_mended_bank(tmp_path: Path) -> None:
    text = BANK.replace("format: 1\n", "").replace("- id: leader-today\n    kind", "- kind")
    text = text.replace("id: valley", "id: The Valley").replace("son, Ahmed", "son,Ahmed")
    text = text.replace("article.txt}", "article.txt, sha256: 00}")
    found = mended(tmp_path, text)
    assert found.done == (
        Done(1, "format: 1 added"),
        Done(5, "sha256 of “article” set: all its quotes are found in the text"),
        Done(9, "id leads-nrf made from the prompt"),
        Done(14, f"quote spelled as in the source: “{RIGHT}”"),
        Done(15, "id “The Valley” written the-valley"),
    )
    lines = found.text.splitlines()
    assert (lines[0], lines[8]) == ("format: 1", "  - id: leads-nrf")
    assert lines[14] == "  - id: the-valley"


def test_forbidden_characters_elsewhere_stay_and_do_no_harm(tmp_path: Path) -> None:
    text = broken(QUOTE, f"quote: {PLAIN}").replace("A valley", "A \x07\u202evalley")
    assert mended(tmp_path, text).text == text.replace(PLAIN, RIGHT)


def test_the_shipped_bank_is_as_it_was_once_its_damage_is_mended() -> None:
    folder = ROOT / "question_banks"
    text = (folder / "nrf-afghanistan.yaml").read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    for number, line in enumerate(lines):
        key, colon, quote = line.partition("    quote: ")
        if colon and number % 3:
            lines[number] = f"{key}{colon}{quote.replace(' ', '', 1).replace(',', ' ,', 1)}"
    damaged = "".join(lines).replace("sha256: ", "sha256: 00")
    found = mended_text(damaged, folder, date(2026, 1, 1))
    # A quote gets the source's apostrophes with its spaces.
    assert found.text.replace("’", "'") == text.replace("’", "'")
    assert len(found.done) > 50


def test_repetitions_in_a_repetition_go_with_it(tmp_path: Path) -> None:
    field = f"    mistakes:\n      {REASON}\n"
    twice = f"{field}      {REASON}\n"
    assert mended(tmp_path, broken(field, twice * 2)).text == SOUND
    inner = "    note: !x one\n"
    text = broken(field, f"{inner}{inner}{field}")
    assert mended(tmp_path, text).text == broken(field, f"{inner}{field}")
