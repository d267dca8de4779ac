"""What is read again of a bank is what reading all of it gives."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.banks.edits import HEADS, banks, edited
from tests.banks.generated import generated_bank
from tui.banks.lines import lines_of
from tui.banks.outline import Outline, outline
from tui.banks.report import Report
from tui.banks.rereading import Change, change_between, changed_question, outline_after


def whole(text: str) -> Outline:
    found = outline(text, Report("bank.yaml"))
    assert found is not None
    return found


@settings(deadline=None)
@given(st.data(), banks())
def test_the_same_as_reading_all(data: st.DataObject, before: str) -> None:
    after = data.draw(edited(before))
    first = outline(before, Report("bank.yaml"))
    if first is None:
        return
    report, reread = Report("bank.yaml"), Report("bank.yaml")
    assert outline_after(first, after, reread) == outline(after, report)
    assert reread.findings() == report.findings()


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_a_change_is_one_block_and_the_rest_is_the_same(old: list[str], new: list[str]) -> None:
    change = change_between(old, new)
    if change is None:
        assert old == new
        return
    assert old[: change.first - 1] == new[: change.first - 1]
    assert old[change.old_last :] == new[change.new_last :]
    assert old[change.first - 1 : change.old_last] != new[change.first - 1 : change.new_last]
    for line in range(1, len(old) + 1):
        moved = change.moved(line)
        assert (moved is None) == (change.first <= line <= change.old_last)
        assert moved is None or new[moved - 1] == old[line - 1]


def test_a_small_change_is_read_alone() -> None:
    text = generated_bank(50)
    # What is not touched is not read again: the outline is that of the text, errors and all.
    other = text.replace("the number 20,", "the number twenty,")
    first = whole(text)
    after = outline_after(first, other, Report("bank.yaml"))
    assert after is not None
    assert after.node is first.node
    assert after == whole(other)


def test_which_question_has_changed() -> None:
    lines = lines_of(generated_bank(3))
    outlined = whole("\n".join(lines))
    start = outlined.stretches[1].first
    assert changed_question(outlined, Change(start + 2, start + 2, start + 2)) == 1
    assert changed_question(outlined, Change(1, 1, 1)) is None


def test_an_empty_line_before_a_new_question_belongs_to_neither() -> None:
    head = HEADS[0]
    one, two = "  - id: one\n    kind: short\n", "  - id: two\n    kind: short\n"
    before, after = whole(head + one), whole(f"{head}{one}\n  # new\n{two}")
    change = change_between(before.lines, after.lines)
    assert change is not None
    assert changed_question(after, change) == 1


def test_places_by_line_and_by_id() -> None:
    outlined = whole(HEADS[0] + "  - id: one\n    kind: short\n  - id: two\n")
    assert outlined.at_line(8) is None
    assert outlined.at_line(9) == 0
    assert outlined.at_line(10) == 0
    assert outlined.at_line(11) == 1
    assert outlined.at_line(99) is None
    assert outlined.named("two") == 1
    assert outlined.named("three") is None
    assert outlined.written(0) == ("  - id: one", "    kind: short")
