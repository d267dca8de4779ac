"""What one version of a bank has that another has not."""

from __future__ import annotations

from dataclasses import dataclass

from tui.banks.bank import Bank
from tui.kinds.question import key_hash


@dataclass(frozen=True, slots=True)
class Differences:
    """Ids of questions, by what becomes of them; of drafts and faulty ones nothing is said.

    renamed: old ids and new ones. answers: those asked again, since their answer is another.
    reworded: those whose answer is the same and something else is not. same: how many stay.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    answers: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    same: int = 0


def differences(old: Bank | None, new: Bank | None) -> Differences:
    """What changes for a learner if `new` takes the place of `old`; None has no questions."""
    before = {each.id: each for each in old.questions} if old is not None else {}
    after = new.questions if new is not None else ()
    kept: set[str] = set()
    added: list[str] = []
    renamed: list[tuple[str, str]] = []
    answers: list[str] = []
    reworded: list[str] = []
    same = 0
    for question in after:
        was = question.id if question.id in before else ""
        if not was:
            was = next((old_id for old_id in question.was if old_id in before), "")
            if was:
                renamed.append((was, question.id))
        if not was:
            added.append(question.id)
            continue
        kept.add(was)
        if key_hash(before[was]) != key_hash(question):
            answers.append(question.id)
        elif was == question.id and before[was] != question:
            reworded.append(question.id)
        elif was == question.id:
            same += 1
    removed = tuple(name for name in before if name not in kept)
    return Differences(tuple(added), removed, tuple(renamed), tuple(answers), tuple(reworded), same)
