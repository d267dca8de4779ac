"""What a session shows, as its row says: after a step, at a start, and beside another window.

The row is changed on the way where what it says can't be asked as it is; whoever asks for the
state keeps the two together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tui.kinds.question import Question
from tui.progress import log as progress_log
from tui.progress import memories
from tui.study import queued
from tui.study.asking import ask, in_easier_form, learned, show
from tui.study.desk import Desk
from tui.study.easier import easier, has_easier_form
from tui.study.parking import parked_refs
from tui.study.queued import Queue, Stage, ref_of, stage_of
from tui.study.saved_row import SavedRow
from tui.study.states import Finished, Reading, State
from tui.study.summary import summarise
from tui.study.wish import Wish


@dataclass(frozen=True, slots=True)
class Restoring:
    """Makes the state of the session `saved`; `more` gives what else fits into its minutes."""

    desk: Desk
    saved: SavedRow
    wish: Wish
    more: Callable[[], Queue]

    def state(self) -> State:
        """The state that the row describes.

        Questions that left the banks or are parked are passed over; one that keeps slipping is
        given its stages.
        """
        parked = parked_refs(self.desk)
        while self.saved.row.place < len(self.saved.row.queue) and self._has_time():
            row = self.saved.row
            text = row.queue[row.place]
            ref = self.desk.index.aliases().get(ref_of(text), ref_of(text))
            question = self.desk.index.question(ref)
            if question is not None and (row.shown is not None or ref not in parked):
                state = self._state_of(ref, question, stage_of(text))
                if state is not None:
                    return state
                continue
            self._drop()
        return Finished(summarise(self.desk, self.saved.row, self.wish))

    def _state_of(self, ref: str, question: Question, stage: Stage | None) -> State | None:
        """The state of the entry at hand; None where the queue has become another instead."""
        row, db, practice = self.saved.row, self.desk.progress, self.wish.practice
        asked = ask(self.desk, row, ref, question, practice=practice)
        if stage is Stage.READ:
            passages = self.desk.index.passages(ref)
            return Reading(asked, passages, has_easier_form(question))
        if stage is Stage.EASIER:
            form = easier(question)
            if form is None:
                self._drop()
                return None
            asked = in_easier_form(asked, form)
        elif stage is None and asked.leech.needs_help and not practice and not row.shown:
            self._give_stages(question)
            return None
        if row.shown is None:
            return asked
        review = progress_log.review(db, row.shown)
        if review is None:
            self.saved.change(shown=None)
            return None
        said = progress_log.amendment_of(db, review.id)
        # What was said of the verdict that is shown has taught its wording only afterwards.
        known = learned(self.desk, ref, said.id if said else "")
        verdict = asked.question.grade(review.answer, known)
        memory = memories.get(db, ref)
        args = asked, review, verdict, memory, said.how if said else None
        return show(self.desk, row, *args)

    def _give_stages(self, question: Question) -> None:
        row = self.saved.row
        few = len(row.queue) - row.place - 1 < queued.BETWEEN
        queue = queued.longer(row.queue, self.more() if few else ())
        stages = queued.with_help(queue, row.place, easier=has_easier_form(question))
        self.saved.change(queue=stages, draft=())

    def _drop(self) -> None:
        """Leaves the entry at hand out of the queue."""
        queue, place = self.saved.row.queue, self.saved.row.place
        self.saved.change(queue=queue[:place] + queue[place + 1 :], shown=None, draft=())

    def _has_time(self) -> bool:
        """Whether something is still to be asked; what is owed is put next once time is up."""
        row = self.saved.row
        if self.wish.practice or not queued.time_is_up(row):
            return True
        at = queued.owed(row)
        if at is not None and at > row.place:
            self.saved.change(queue=queued.put_next(row.queue, row.place, at))
        return at is not None
