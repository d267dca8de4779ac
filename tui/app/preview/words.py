"""What the preview says around a question."""

from __future__ import annotations

from textual.content import Content

from tui.app.answers import input_for
from tui.app.clean import clean_line
from tui.app.lines import NARROWEST, hanging
from tui.app.marks import QUIET, RIGHT, UNSURE, WRONG
from tui.app.preview.complaint_lines import (
    BLANK,
    all_lines,
    by_weight,
    rule_words,
    tally,
    written_lines,
)
from tui.app.widgets.whole_question import question_lines
from tui.study.preview import Preview
from tui.study.states import Asked

UNREADABLE = "The file can't be read as it is now."
FAULTY = "This question can't be asked as it is written now."
STALE = "As of the last good save."
EMPTY = "The bank has no question yet. What you write is shown here at each save."


def asked_of(preview: Preview) -> Asked | None:
    """The question that is shown, if one is."""
    state = preview.state
    return state if isinstance(state, Asked) or state is None else state.asked


def where_words(preview: Preview, file: str) -> tuple[Content, ...]:
    """The file, the topic and the kind; less of it, for where there is no room."""
    name = Content.styled(clean_line(file), "bold")
    put = asked_of(preview)
    if put is None:
        return (name,)
    kind = input_for(put.question.kind).WORDS
    topic = clean_line(put.topic)
    return (
        Content.assemble(name, (f"  {topic} · {kind}", QUIET)),
        Content.assemble(name, (f"  {kind}", QUIET)),
        Content.styled(kind, "bold"),
    )


def place_words(preview: Preview, width: int) -> Content:
    """Whether it is a draft, its id, its line and its place in the file, for a line of `width`.

    Where there is no room for all, the line goes, and the id is cut: the kind stays beside them.
    """
    single = preview.single
    if single is None:
        return Content("")
    put = asked_of(preview)
    kind = input_for(put.question.kind).WORDS if put is not None else ""
    room = width - len(kind) - 1
    is_draft = single.question is not None and single.question.draft
    draft = Content.styled("draft  " if is_draft else "", UNSURE)
    name = Content(clean_line(single.stretch.id) or "(no id)")
    line = Content.styled(f"  line {single.stretch.first}", QUIET)
    place = Content(f"  {preview.at + 1} of {preview.bank.count}")
    whole = Content.assemble(draft, name, line, place)
    if whole.cell_length <= room:
        return whole
    left = max(NARROWEST, room - draft.cell_length - place.cell_length)
    return Content.assemble(draft, name.truncate(left, ellipsis=True), place)


def status_words(preview: Preview) -> Content:
    """What stands in the rule above the keys."""
    if preview.bank.trouble or preview.is_stale:
        words = STALE if preview.state is not None else UNREADABLE
        return Content.styled(f"✗ {words}", WRONG)
    if preview.single is None:
        return Content("")
    return rule_words(preview.here, preview.others, checking=not preview.is_checked)


def above_lines(preview: Preview, width: int) -> list[Content]:
    """What keeps the question from being shown as it is written; nothing if nothing does."""
    if preview.bank.trouble:
        said, findings = UNREADABLE, preview.bank.trouble
    elif preview.is_faulty:
        said, findings = FAULTY, tuple(by_weight(preview.here))
    else:
        return []
    below = f" Below: {STALE[0].lower()}{STALE[1:]}" if preview.is_stale else ""
    head = hanging(Content.assemble((said, WRONG), (below, UNSURE)), width, "")
    return [*head, BLANK, *all_lines(findings, width)]


def beside_lines(preview: Preview, width: int, list_key: str) -> list[Content]:
    """The complaints about the question, then how many there are about the rest of the file.

    list_key: the key that lists all; '' where there is no room for more than what has to be said.
    """
    lines = [] if preview.is_faulty else all_lines(by_weight(preview.here), width)
    if not list_key:
        return lines
    if others := preview.others:
        words = f"{tally(others)} elsewhere in the file; {list_key} lists them."
        lines += [BLANK] if lines else []
        lines += hanging(Content.styled(words, QUIET), width, "")
    if lines or preview.bank.trouble or preview.is_faulty:
        return lines
    if not preview.is_checked:
        return [Content.styled("Checking the bank …", QUIET)]
    return [Content.styled("✓ Nothing to complain of", RIGHT)]


def whole_lines(preview: Preview, width: int) -> list[Content]:
    """The question with its answer; as it is written, where it can't be read."""
    put, standing, single = asked_of(preview), preview.standing, preview.single
    if put is not None and standing is not None:
        return question_lines(put.question, put.topic, put.ref, standing.proof, width)
    if single is None:
        return [] if preview.bank.trouble else hanging(Content.styled(EMPTY, QUIET), width, "")
    written = single.written
    while written and not written[-1].strip():
        written = written[:-1]
    return written_lines(written, single.stretch.first, preview.here, width)
