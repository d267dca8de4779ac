"""What a preview shows: one question of a bank that is being written, and what was tried of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tui.banks.finding import Finding
from tui.banks.following import FollowedBank
from tui.banks.rereading import Change
from tui.banks.single import SingleQuestion
from tui.clock import Clock
from tui.kinds.question import Answer
from tui.study.previewing import asked, tried
from tui.study.states import Asked, Shown


class Preview:
    """One question of `bank` on the screen; nothing of it is recorded.

    at: its place, from 0. single: the question as the file has it; None where there is none.
    state: how it is shown, None where it can't be. standing: the question that `state` was made of,
    an older one where the file has a fault. findings: what the last check of the whole bank found,
    on the lines that it stands on now. is_checked: whether that was a check of the text as it is.
    """

    def __init__(self, bank: FollowedBank, shown: str, clock: Clock) -> None:
        self.bank = bank
        self.shown = shown
        self.at = 0
        self.single: SingleQuestion | None = None
        self.standing: SingleQuestion | None = None
        self.state: Asked | Shown | None = None
        self.findings: tuple[Finding, ...] = ()
        self.is_checked = False
        self._clock = clock
        self._look_at(0, ())

    # --- which question

    def turn_by(self, step: int) -> None:
        """Shows the question so many places on; behind the last comes the first."""
        if self.bank.count:
            self._look_at((self.at + step) % self.bank.count, ())

    def turn_to_line(self, line: int) -> bool:
        """Shows the question that is written at `line`; False if none is."""
        outline = self.bank.outline
        place = outline.at_line(line) if outline is not None else None
        if place is not None and place != self.at:
            self._look_at(place, ())
        return place is not None

    def turn_to_id(self, name: str) -> bool:
        """Shows the question with the id `name`; False if there is none."""
        outline = self.bank.outline
        place = outline.named(name) if outline is not None else None
        if place is not None:
            self._look_at(place, ())
        return place is not None

    @property
    def line(self) -> int:
        """The line of the file at which the question, or what is wrong with the file, stands."""
        if self.bank.trouble:
            return self.bank.trouble[0].line
        return self.single.stretch.first if self.single is not None else 1

    # --- what is tried

    def answer(self, answer: Answer) -> None:
        """Shows what a learner is told who gives `answer`."""
        if isinstance(self.state, Asked):
            self._try(self.state, answer)

    def again(self) -> None:
        """Puts the question anew, its options in another order."""
        if isinstance(self.state, Shown):
            put = self.state.asked
            self.state = replace(put, turn=put.turn + 1, draft=())

    def _try(self, put: Asked, answer: Answer) -> None:
        if self.standing is not None:
            now, zone = self._clock.now(), self._clock.zone()
            self.state = tried(put, answer, self.standing, now, zone)

    # --- what changes

    def take_in(self, bank: FollowedBank, draft: Answer) -> None:
        """Takes in another reading of the file; `draft`: what is typed so far, which is kept.

        Goes to the question in which the text has changed, if one has.
        """
        before, self.bank = self.bank, bank
        self.is_checked = False
        if before.trouble:
            # What was found in a broken file stands on that one's lines.
            self.findings = ()
        elif bank.change is not None:
            self.findings = moved(self.findings, bank.change)
        if bank.trouble:
            return
        place = bank.changed if bank.changed is not None else self._moved(bank)
        self._look_at(place, draft)
        if self.state is None and self.single is not None:
            self._stand_on(before, self.single.stretch.id)

    def take_check(self, number: int, findings: tuple[Finding, ...]) -> None:
        """Takes in what the check begun for the reading `number` found, if that is still the one.

        A later check is on its way otherwise.
        """
        if number == self.bank.number:
            self.findings, self.is_checked = findings, True

    def _moved(self, bank: FollowedBank) -> int:
        """Where the question on the screen is in `bank`, in which it has not changed."""
        if bank.outline is None or bank.change is None or self.single is None:
            return self.at
        # By its line: its id may be another question's as well, for the moment.
        line = bank.change.moved(self.single.stretch.first)
        place = bank.outline.at_line(line) if line is not None else None
        return self.at if place is None else place

    def _stand_on(self, before: FollowedBank, name: str) -> None:
        """Shows the question `name` as it was in an earlier reading: it can't be asked now."""
        place = before.outline.named(name) if before.outline is not None and name else None
        if place is not None:
            single = before.question(place, self.shown)
            self.state = asked(before, single, place)
            self.standing = single if self.state is not None else None

    def _look_at(self, place: int, draft: Answer) -> None:
        if not self.bank.count:
            self.at, self.single, self.standing, self.state = 0, None, None, None
            return
        self.at = max(0, min(place, self.bank.count - 1))
        self.single = self.bank.question(self.at, self.shown)
        before, state = self.standing, self.state
        put = asked(self.bank, self.single, self.at)
        if before is None or state is None or before.stretch.id != self.single.stretch.id:
            self.standing = self.single if put is not None else None
            self.state = put
            return
        if put is None:
            # The question as it last could be asked stays.
            return
        self.standing = self.single
        was = state if isinstance(state, Asked) else state.asked
        put = replace(put, turn=was.turn)
        if was.question.kind != put.question.kind:
            self.state = put
        elif isinstance(state, Shown):
            self._try(put, state.review.answer)
        else:
            self.state = replace(put, draft=draft)

    # --- what is wrong

    @property
    def is_stale(self) -> bool:
        """Whether what is shown is as of an earlier save."""
        return self.state is not None and (bool(self.bank.trouble) or self.is_faulty)

    @property
    def is_faulty(self) -> bool:
        """Whether the question can't be asked as it is written."""
        return self.single is not None and self.single.question is None

    @property
    def here(self) -> tuple[Finding, ...]:
        """What is wrong with the question, in the order of the file."""
        if self.single is None or self.bank.trouble:
            return ()
        own, stretch = self.single.findings, self.single.stretch
        known = set(own)
        more = (f for f in self.findings if stretch.first <= f.line <= stretch.last)
        found = [*own, *(finding for finding in more if finding not in known)]
        return tuple(sorted(found, key=lambda f: (f.line, f.column, f.code, f.message)))

    @property
    def others(self) -> tuple[Finding, ...]:
        """What else is wrong with the file, in the order of the file."""
        known = {*self.here, *self.bank.trouble}
        return tuple(finding for finding in self.findings if finding not in known)

    @property
    def every(self) -> tuple[Finding, ...]:
        """All that is wrong with the file: what keeps it from being read first."""
        return (*self.bank.trouble, *self.here, *self.others)


def moved(findings: Iterable[Finding], change: Change) -> tuple[Finding, ...]:
    """`findings` on the lines they stand on after `change`; those in changed lines are left out."""
    lines = ((finding, change.moved(finding.line)) for finding in findings)
    return tuple(replace(finding, line=line) for finding, line in lines if line is not None)


def looks_alike(before: Asked | Shown | None, after: Asked | Shown | None) -> bool:
    """Whether two states look the same but for what is typed and where in the file it is."""
    if isinstance(before, Asked) and isinstance(after, Asked):
        return before.question == after.question and before.topic == after.topic
    if isinstance(before, Shown) and isinstance(after, Shown):
        return before.verdict == after.verdict and looks_alike(before.asked, after.asked)
    return before is None and after is None
