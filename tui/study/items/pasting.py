"""Recurring wrong answers as YAML to be pasted into the bank."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from textwrap import wrap

from tui.banks.characters import FORBIDDEN, one_line
from tui.kinds.cloze import Cloze
from tui.kinds.date import Date
from tui.kinds.list import Item, ListQuestion
from tui.kinds.number import Number
from tui.kinds.question import Question
from tui.kinds.short import Short
from tui.study.items.analysis import BankItems
from tui.study.items.recurring import Recurring

WHY = "Why it is wrong: …"
"""The reason that is left to write."""
SO = "What is so, and what the source says instead: …"

HEAD = (
    "# Each field takes the place of the one in the bank: it holds what that holds,",
    "# and what is new below a comment. Take over what is right; write the reasons.",
)
"""What stands above the candidates."""

MOST = 12
"""Candidates of one question; who looks at more of them looks at none."""

WIDTH = 80
"""Columns of a comment."""

LONGEST = 200
"""Characters of a candidate; a longer one is an essay and no wording."""

_PLAIN = re.compile(r"[^\W_](?:[\w '’“”().;/–-]*[\w)”.])?")


@dataclass(slots=True)
class _Edit:
    """A question with candidates taken in. notes: what is said of each, by field and text."""

    question: Question
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)

    def take(self, changed: Question, name: str, found: Recurring) -> None:
        """Takes `changed` for the question, unless it is not well-formed."""
        before = {(problem.path, problem.code) for problem in self.question.problems()}
        fault = next((p for p in changed.problems() if (p.path, p.code) not in before), None)
        if fault is not None:
            self.leave(found, fault.message)
        else:
            self.question = changed
            self.notes[name, found.text] = _counts(found)

    def leave(self, found: Recurring, why: str) -> None:
        """Says of a candidate why it can't be taken in."""
        self.left.append(f"“{one_line(found.text)}”: {_counts(found)}. {one_line(why, 120)}")


def yaml_lines(items: BankItems, path: str) -> Iterator[str]:
    """The candidates of a bank as lines of YAML: a list of questions, by id, with whole fields.

    Each field holds what it holds in the bank, and what is new behind a comment with its counts, so
    that it can take the place of the one in the bank. path: how the bank's file is to be called.
    """
    questions = {question.id: question for question in items.bank.questions}
    for item in items.by_need():
        if not item.recurring:
            continue
        edit = _Edit(questions[item.id])
        for found in item.recurring[:MOST]:
            _take(edit, found)
        if len(item.recurring) > MOST:
            edit.left.append(f"{len(item.recurring) - MOST} that were given less often")
        yield from _comment(f"{path}, line {item.line}: {one_line(item.prompt)}")
        for told in edit.left:
            yield from _comment(f"left out: {told}")
        if edit.notes:
            yield f"  - id: {item.id}"
            yield from _fields(edit)


def _comment(text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent="  # ", subsequent_indent="  #   ")


def _take(edit: _Edit, found: Recurring) -> None:
    """Takes `found` in where it belongs."""
    question = edit.question
    if FORBIDDEN.search(found.text) or len(found.text) > LONGEST:
        edit.leave(found, "It can't be written into a bank.")
    elif not found.mostly_claimed:
        mistakes = {**question.mistakes, found.text: WHY}
        edit.take(replace(question, mistakes=mistakes), "mistakes", found)
    elif isinstance(question, Short):
        edit.take(replace(question, accept=(*question.accept, found.text)), "accept", found)
    elif isinstance(question, Number | Date):
        disputed = {**question.disputed, found.text: SO}
        edit.take(replace(question, disputed=disputed), "disputed", found)
    elif isinstance(question, Cloze):
        _take_into_blank(edit, question, found)
    elif isinstance(question, ListQuestion) and found.expected:
        changed = tuple(
            replace(each, accept=(*each.accept, found.text))
            if each.answer == found.expected
            else each
            for each in question.items
        )
        edit.take(replace(question, items=changed), "items", found)
    else:
        edit.leave(found, "Add it to “accept” of the item that it is.")


def _take_into_blank(edit: _Edit, question: Cloze, found: Recurring) -> None:
    if set(found.text) & set("{}|"):
        edit.leave(found, "A blank can't hold braces or a stroke.")
        return
    text = re.sub(
        r"\{\{([^{}]*)\}\}",
        lambda blank: (
            f"{{{{{blank[1]}|{found.text}}}}}"
            if blank[1].split("|")[0].strip() == found.expected
            else blank[0]
        ),
        question.text,
    )
    edit.take(replace(question, text=text), "text", found)


def _fields(edit: _Edit) -> Iterator[str]:
    """The fields of the question that hold something new."""
    question = edit.question
    changed = {name for name, _ in edit.notes}
    if "text" in changed and isinstance(question, Cloze):
        for (name, text), note in edit.notes.items():
            if name == "text":
                yield f"    # “{one_line(text)}”: {note}"
        yield f"    text: {scalar(question.text)}"
    if "items" in changed and isinstance(question, ListQuestion):
        yield "    items:"
        for item in question.items:
            yield from _item_lines(item, edit.notes)
    if "accept" in changed and isinstance(question, Short):
        yield "    accept:"
        for text in question.accept:
            yield from _noted(edit.notes, "accept", text, "      ")
            yield f"      - {scalar(text)}"
    for name in ("mistakes", "disputed"):
        if name in changed:
            yield f"    {name}:"
            for text, reason in getattr(question, name).items():
                yield from _noted(edit.notes, name, text, "      ")
                yield f"      {scalar(text)}: {scalar(reason)}"


def _item_lines(item: Item, notes: dict[tuple[str, str], str]) -> Iterator[str]:
    yield f"      - answer: {scalar(item.answer)}"
    if item.accept:
        yield "        accept:"
        for text in item.accept:
            yield from _noted(notes, "items", text, "          ")
            yield f"          - {scalar(text)}"
    if item.keywords:
        groups = (f"[{', '.join(scalar(word) for word in group)}]" for group in item.keywords)
        yield f"        keywords: [{', '.join(groups)}]"


def _noted(notes: dict[tuple[str, str], str], name: str, text: str, indent: str) -> Iterator[str]:
    if (name, text) in notes:
        yield f"{indent}# {notes[name, text]}"


def _counts(found: Recurring) -> str:
    answers = f"{found.times} answer{'' if found.times == 1 else 's'}"
    by = f"{found.learners} learner{'' if found.learners == 1 else 's'}"
    return f"{answers} by {by}, {found.claims} counted as right by the learner"


def scalar(text: str) -> str:
    """`text` as YAML: as it is where nothing in it has a meaning there, else in double quotes.

    In JSON's quotes, which are YAML's as well; `text` may hold no control characters.
    """
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
