"""A session: one question after the other, each answer recorded before it is shown.

Everything that a session is lies in progress.db, so that it can be ended at any instruction and
goes on where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.clock import today
from tui.kinds.question import Answer
from tui.kinds.verdict import Variant
from tui.log import How, Review
from tui.memory import Grade
from tui.progress import sessions
from tui.progress.sessions import SessionRow
from tui.study import queued, recording, taking_back
from tui.study.asking import learned, show
from tui.study.changes import look_through
from tui.study.desk import Desk
from tui.study.editing import errors_in
from tui.study.errors import StudyError
from tui.study.flagging import set_flagged
from tui.study.parking import set_parked
from tui.study.planning import planned
from tui.study.queued import Queue, Stage, stage_of
from tui.study.restored import Restoring
from tui.study.saved_row import MovedOnError, SavedRow
from tui.study.states import Asked, Finished, Reading, Shown, State, with_asked
from tui.study.wish import DAILY, Wish

if TYPE_CHECKING:
    from tui.banks.finding import Finding

MOMENT = 0.1
"""Seconds for which a screen may stand still."""

LONGEST_ANSWER = 20_000
"""Characters, as many as a text of a bank may have."""

WORTH_GOING_ON = 30.0
"""Seconds that must be left for a session whose questions are done to fetch more."""


class Session:
    """The session that is going on; `state` is what its screen shows.

    A method that changes something has written it when it returns. Where it raises, nothing is
    written, and `state` is as before; after a MovedOnError it is where another window went on to.
    more_comes: only the first questions are chosen yet; `take_in` what `plan_rest` gives.
    """

    def __init__(self, desk: Desk, row: SessionRow, wish: Wish = DAILY) -> None:
        self._desk = desk
        self._saved = SavedRow(desk.progress, row)
        self._wish = wish
        self.more_comes = False
        self._restoring = Restoring(desk, self._saved, wish, self._more)
        self.state: State = self._restoring.state()
        if self._row != row:
            # It is written only where it must be: a start waits for no other program.
            self._saved.row = row
            self._catch_up()

    @property
    def wish(self) -> Wish:
        """What this session is about."""
        return self._wish

    @property
    def seconds(self) -> float:
        """Seconds spent in this session so far."""
        return self._row.seconds

    @property
    def minutes(self) -> int:
        """Minutes that the session was planned for."""
        return self._row.minutes

    @property
    def _row(self) -> SessionRow:
        return self._saved.row

    def answer(self, answer: Answer, seconds: float) -> State:
        """Grades and records `answer`, which took `seconds`; then shows its verdict.

        StudyError if it is longer than anybody's answer: no other device would take it in.
        """
        asked, desk = self._asked_now(), self._desk
        length = sum(map(len, answer))
        if length > LONGEST_ANSWER:
            raise StudyError(
                f"This answer has {length:,} characters; an answer has {LONGEST_ANSWER:,} at most.",
                "Shorten it.",
            )
        verdict = asked.question.grade(answer, learned(desk, asked.ref))
        with self._writing():
            review = recording.record(desk, asked, answer, verdict, seconds)
            memory = recording.derive(desk, asked.ref)
            sessions.push_step(desk.progress, self._row.id, asked.ref, review.id)
            self._change(
                shown=review.id,
                draft=(),
                seconds=self._row.seconds + seconds,
                queue=self._queue_after(review),
            )
            state = show(desk, self._row, asked, review, verdict, memory, None)
        self.state = state
        return state

    def go_on(self) -> State:
        """The next question, or the summary when all are answered or the minutes are spent.

        Where a passage was to be read, it has been.
        """
        if isinstance(self.state, Shown):
            self._leave_verdict()
        elif isinstance(self.state, Reading):
            self._pass_by()
        else:
            self._catch_up()
        return self.state

    def skip(self) -> State:
        """Puts the question last in this session; the last one is left for another day.

        An easier form is passed by: the question itself comes later.
        """
        if not isinstance(self.state, Reading):
            self._asked_now()
        if stage_of(self._row.queue[self._row.place]) is Stage.EASIER:
            self._pass_by()
        else:
            with self._writing():
                queue, place = self._row.queue, self._row.place
                out = not self._wish.practice and queued.time_is_up(self._row)
                self._push_step(queue[place])
                self._change(queue=queued.skipped(queue, place, out=out), draft=())
                state = self._restoring.state()
            self.state = state
        return self.state

    def undo(self) -> State | None:
        """Takes the last step back: what was said of an answer, the answer, a skip, a passage read.

        None if nothing is left to take back in this session. One that was ended is open again.
        """
        if isinstance(self.state, Shown) and self.state.said is not None:
            return self._say(None)
        with self._writing():
            step = sessions.pop_step(self._desk.progress, self._row.id)
            if step is None:
                return None
            taking_back.step(self._desk, self._saved, step)
            self._change(ended_at=None)
            state = self._restoring.state()
        self.state = state
        return state

    def was_right(self, remember: bool) -> State:
        """Counts the answer shown as right; with `remember`, its wording from now on as well."""
        shown = self._shown_now()
        wanted: tuple[Variant, ...] = ()
        if remember:
            known = learned(self._desk, shown.asked.ref)
            wanted = shown.asked.question.claims(shown.review.answer, known)
        return self._say(How.RIGHT, wanted)

    def guessed(self) -> State:
        """Counts the answer shown as not recalled; a second time takes that back."""
        return self._say(None if self._shown_now().said is How.GUESSED else How.GUESSED)

    def too_easy(self) -> State:
        """Lets the question wait longer; a second time takes that back."""
        return self._say(None if self._shown_now().said is How.EASY else How.EASY)

    def count(self) -> State:
        """Lets the practice answer shown count for the schedule; a second time takes that back."""
        shown = self._shown_now()
        if not shown.asked.practice or shown.asked.stage is not None:
            raise StudyError("This answer can't be made to count.", "Press Enter to go on.")
        with self._writing():
            review = recording.let_count(self._desk, shown.review)
            memory = recording.derive(self._desk, shown.asked.ref)
            args = shown.asked, review, shown.verdict, memory, shown.said
            now = show(self._desk, self._row, *args)
        self.state = now
        return now

    def park(self) -> State:
        """Parks the question, which is not asked any more then, or takes it out again.

        Where its passage is to be read, the next question is shown.
        """
        state = self.state
        if isinstance(state, Finished):
            return state
        asked = state if isinstance(state, Asked) else state.asked
        parked = not asked.parked
        with self._writing():
            set_parked(self._desk, asked.ref, parked)
            if isinstance(state, Shown):
                state = replace(state, asked=replace(asked, parked=parked))
            else:
                self._push_step(f"{asked.ref} {queued.PARKED}")
                state = self._restoring.state()
        self.state = state
        return state

    def flag(self) -> State:
        """Flags the question, or takes the flag off."""
        state = self.state
        if isinstance(state, Finished):
            return state
        asked = state if isinstance(state, Asked) else state.asked
        with self._writing():
            set_flagged(self._desk, asked.ref, not asked.flagged)
        self.state = with_asked(state, replace(asked, flagged=not asked.flagged))
        return self.state

    def in_haste(self) -> AbstractContextManager[None]:
        """Inside, a step waits a moment at most for another program's: BusyError then."""
        return self._desk.progress.waiting(MOMENT)

    def keep_draft(self, draft: Answer) -> None:
        """Keeps what is typed so far, so that it stands there again after a crash."""
        if isinstance(self.state, Asked) and draft != self._row.draft:
            with self._writing():
                self._change(draft=draft)

    def file_place(self) -> tuple[Path, int] | None:
        """The file and line at which the question on the screen is written."""
        if isinstance(self.state, Finished):
            return None
        asked = self.state if isinstance(self.state, Asked) else self.state.asked
        return self._desk.index.place(asked.ref)

    def errors_in(self, file: Path) -> tuple[Finding, ...]:
        """What keeps questions of the bank file `file` from being asked, as it was last read."""
        return errors_in(self._desk.index, file)

    def plan_rest(self) -> Queue:
        """All that is worth asking in this session; for a worker, as it reads on another desk."""
        with self._desk.another() as desk:
            return planned(desk, self.minutes * 60 - self.seconds, self._wish)

    def take_in(self, more: Queue) -> State:
        """Puts the questions `more` at the end; those that are in the session stay where they are.

        Does nothing if they were chosen meanwhile, or the session has ended.
        """
        if self.more_comes and not isinstance(self.state, Finished):
            with self._writing():
                self._change(queue=queued.longer(self._row.queue, more))
            self.more_comes = False
            asked = self.state if isinstance(self.state, Asked) else self.state.asked
            self.state = with_asked(self.state, replace(asked, of=len(self._row.queue)))
        return self.state

    def reload(self) -> State:
        """Takes in what has changed in the banks, and stays at the same question."""
        self._desk.index.refresh(today(self._desk.clock))
        look_through(self._desk)
        self._catch_up()
        return self.state

    def end(self) -> None:
        """The learner leaves the summary: the next session is a new one."""
        with self._writing():
            sessions.end(self._desk.progress, self._row.id, self._desk.clock.now())

    def _asked_now(self) -> Asked:
        if not isinstance(self.state, Asked):
            raise StudyError("No question waits for an answer.", "Press Enter to go on.")
        return self.state

    def _shown_now(self) -> Shown:
        if not isinstance(self.state, Shown):
            raise StudyError("There is no answer to say something of.", "Answer first.")
        return self.state

    def _catch_up(self) -> None:
        """Goes to where the session stands in the file."""
        with self._saved.writing(wherever=True):
            state = self._restoring.state()
        self.state = state

    def _leave_verdict(self) -> None:
        more = self._more() if self._row.place + 1 >= len(self._row.queue) else ()
        try:
            with self._writing():
                queue, place = queued.longer(self._row.queue, more), self._row.place + 1
                self._change(queue=queue, place=place, shown=None, draft=())
                state = self._restoring.state()
        except MovedOnError:
            # Another window has gone on already: nothing that was done here is lost.
            return
        self.state = state

    def _pass_by(self) -> None:
        """Goes on to the next entry without an answer."""
        with self._writing():
            row = self._row
            self._push_step(row.queue[row.place])
            self._change(place=row.place + 1, draft=())
            state = self._restoring.state()
        self.state = state

    def _push_step(self, text: str) -> None:
        sessions.push_step(self._desk.progress, self._row.id, text, None)

    def _say(self, how: How | None, remember: tuple[Variant, ...] = ()) -> State:
        """Amends the answer shown, in place of what was said of it before; None takes that back."""
        shown = self._shown_now()
        with self._writing():
            review = recording.say(self._desk, shown.review, how, remember)
            memory = recording.derive(self._desk, shown.asked.ref)
            self._change(queue=self._queue_after(review))
            now = show(self._desk, self._row, shown.asked, review, shown.verdict, memory, how)
        self.state = now
        return now

    def _queue_after(self, review: Review) -> Queue:
        """The queue with a question at its end that was missed for the first time.

        What was only practised changes nothing in it.
        """
        queue, place = self._row.queue, self._row.place
        if review.practice or self._wish.practice:
            return queue
        return queued.answered(queue, place, again=review.grade is Grade.AGAIN)

    def _more(self) -> Queue:
        """What else fits into the minutes that are left once the queue is done."""
        left = self._row.minutes * 60 - self._row.seconds
        if left < WORTH_GOING_ON or self._wish.practice:
            return ()
        self.more_comes = False
        asked = queued.refs_in(self._row.queue)
        return planned(self._desk, left, self._wish, without=asked)

    def _change(self, **changes: object) -> None:
        self._saved.change(**changes)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """`SavedRow.writing`; where another window has moved on, `state` is what stands then.

        What is to be shown after a step is made inside: so both fail, or neither.
        """
        try:
            with self._saved.writing():
                yield
        except MovedOnError:
            self._catch_up()
            raise
