"""A session: one question after the other, each answer recorded before it is shown.

Everything that a session is lies in progress.db, so that it can be ended at any instruction and
goes on where it was.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.clock import study_day, today
from tui.kinds.question import Answer, Question, key_hash
from tui.kinds.verdict import Variant, Verdict
from tui.log import Amendment, How, Review, Undo
from tui.memory import Grade, Memory
from tui.progress import flags, memories, sessions, variants
from tui.progress import log as progress_log
from tui.progress.sessions import SessionRow
from tui.schedule.grades import grade_for, regrade
from tui.study.changes import look_through
from tui.study.desk import Desk
from tui.study.editing import errors_in
from tui.study.errors import StudyError
from tui.study.planning import planned
from tui.study.states import Asked, Finished, Shown, State
from tui.study.summary import summarise

if TYPE_CHECKING:
    from tui.banks.finding import Finding

WORTH_GOING_ON = 30.0
"""Seconds that must be left for a session whose questions are done to fetch more."""


class Session:
    """The session that is going on; `state` is what its screen shows.

    Each method that changes something has written it when it returns.
    """

    def __init__(self, desk: Desk, row: SessionRow, topic: str | None = None) -> None:
        self._desk = desk
        self._row = row
        self._topic = topic
        self.state: State = self._restored()

    @property
    def seconds(self) -> float:
        """Seconds spent in this session so far."""
        return self._row.seconds

    @property
    def minutes(self) -> int:
        """Minutes that the session was planned for."""
        return self._row.minutes

    def answer(self, answer: Answer, seconds: float) -> State:
        """Grades and records `answer`, which took `seconds`; then shows its verdict."""
        asked = self._asked_now()
        desk, now = self._desk, self._desk.clock.now()
        verdict = asked.question.grade(answer, self._learned(asked.ref))
        review = Review(
            id=desk.new_id(),
            question=asked.ref,
            at=now,
            day=study_day(now, desk.clock.zone()),
            kind=asked.question.kind,
            answer=answer,
            score=verdict.score,
            parts=tuple((p.expected, p.given, p.outcome.value) for p in verdict.parts),
            grade=grade_for(verdict.score),
            seconds=seconds,
            device=desk.progress.device,
            key=key_hash(asked.question),
        )
        with desk.progress.transaction():
            progress_log.append(desk.progress, review)
            memory = self._remember(asked.ref)
            sessions.push_step(desk.progress, self._row.id, asked.ref, review.id)
            self._save(
                shown=review.id,
                draft=(),
                seconds=self._row.seconds + seconds,
                queue=self._queue_after(asked.ref, review.grade),
            )
        return self._show(asked, review, verdict, memory, None)

    def go_on(self) -> State:
        """The next question, or the summary when all are answered or the minutes are spent."""
        if isinstance(self.state, Shown):
            queue, place = self._row.queue, self._row.place + 1
            if place >= len(queue):
                queue = queue + self._more()
            with self._desk.progress.transaction():
                self._save(queue=queue, place=place, shown=None, draft=())
        self.state = self._restored()
        return self.state

    def skip(self) -> State:
        """Puts the question last in this session; the last one is left for another day."""
        asked, place = self._asked_now(), self._row.place
        coming = self._row.queue[place + 1 :]
        queue = self._row.queue[:place] + coming + ((asked.ref,) if coming else ())
        with self._desk.progress.transaction():
            sessions.push_step(self._desk.progress, self._row.id, asked.ref, None)
            self._save(queue=queue, draft=())
        self.state = self._restored()
        return self.state

    def undo(self) -> State | None:
        """Takes the last step back: what was said of an answer, the answer, or a skip.

        None if nothing is left to take back in this session.
        """
        if isinstance(self.state, Shown) and self.state.said is not None:
            return self._say(None)
        db = self._desk.progress
        with db.transaction():
            step = sessions.pop_step(db, self._row.id)
            if step is None:
                return None
            if step.review is None:
                self._unskip(step.question)
            else:
                self._unanswer(step.question, step.review)
        self.state = self._restored()
        return self.state

    def was_right(self, remember: bool) -> State:
        """Counts the answer shown as right; with `remember`, its wording from now on as well."""
        shown = self._shown_now()
        wanted: tuple[Variant, ...] = ()
        if remember:
            learned = self._learned(shown.asked.ref)
            wanted = shown.asked.question.claims(shown.review.answer, learned)
        return self._say(How.RIGHT, wanted)

    def guessed(self) -> State:
        """Counts the answer shown as not recalled; a second time takes that back."""
        return self._say(None if self._shown_now().said is How.GUESSED else How.GUESSED)

    def too_easy(self) -> State:
        """Lets the question wait longer; a second time takes that back."""
        return self._say(None if self._shown_now().said is How.EASY else How.EASY)

    def flag(self) -> State:
        """Flags the question, or takes the flag off."""
        state = self.state
        if isinstance(state, Finished):
            return state
        asked = state if isinstance(state, Asked) else state.asked
        with self._desk.progress.transaction():
            flagged = flags.toggle(self._desk.progress, asked.ref)
        asked = replace(asked, flagged=flagged)
        self.state = asked if isinstance(state, Asked) else replace(state, asked=asked)
        return self.state

    def keep_draft(self, draft: Answer) -> None:
        """Keeps what is typed so far, so that it stands there again after a crash."""
        if isinstance(self.state, Asked) and draft != self._row.draft:
            with self._desk.progress.transaction():
                self._save(draft=draft)

    def file_place(self) -> tuple[Path, int] | None:
        """The file and line at which the question on the screen is written."""
        if isinstance(self.state, Finished):
            return None
        asked = self.state if isinstance(self.state, Asked) else self.state.asked
        return self._desk.index.place(asked.ref)

    def errors_in(self, file: Path) -> tuple[Finding, ...]:
        """What keeps questions of the bank file `file` from being asked, as it was last read."""
        return errors_in(self._desk.index, file)

    def reload(self) -> State:
        """Takes in what has changed in the banks, and stays at the same question."""
        self._desk.index.refresh(today(self._desk.clock))
        look_through(self._desk)
        self.state = self._restored()
        return self.state

    def end(self) -> None:
        """The learner leaves the summary: the next session is a new one."""
        with self._desk.progress.transaction():
            sessions.end(self._desk.progress, self._row.id, self._desk.clock.now())

    # --- what the methods above are made of

    def _asked_now(self) -> Asked:
        if not isinstance(self.state, Asked):
            raise StudyError("No question waits for an answer.", "Press Enter to go on.")
        return self.state

    def _shown_now(self) -> Shown:
        if not isinstance(self.state, Shown):
            raise StudyError("There is no answer to say something of.", "Answer first.")
        return self.state

    def _restored(self) -> State:
        """The state that the saved row describes; questions that left the banks are passed over."""
        while self._row.place < len(self._row.queue) and not self._time_is_up:
            ref = self._desk.index.aliases().get(
                self._row.queue[self._row.place], self._row.queue[self._row.place]
            )
            question = self._desk.index.question(ref)
            if question is not None:
                asked = self._ask(ref, question)
                if self._row.shown is None:
                    return asked
                review = progress_log.review(self._desk.progress, self._row.shown)
                if review is None:
                    self._row = replace(self._row, shown=None)
                    return asked
                verdict = question.grade(review.answer, self._learned(ref))
                amendment = progress_log.amendment_of(self._desk.progress, review.id)
                memory = memories.get(self._desk.progress, ref)
                said = amendment.how if amendment else None
                return self._show(asked, review, verdict, memory, said)
            queue = self._row.queue[: self._row.place] + self._row.queue[self._row.place + 1 :]
            with self._desk.progress.transaction():
                self._save(queue=queue, shown=None, draft=())
        return Finished(summarise(self._desk, self._row, self._topic))

    @property
    def _time_is_up(self) -> bool:
        row = self._row
        return row.shown is None and row.place > 0 and row.seconds >= row.minutes * 60

    def _ask(self, ref: str, question: Question) -> Asked:
        db = self._desk.progress
        # The review whose verdict is on the screen is not yet one of those before it.
        reviews = [
            review
            for review in progress_log.reviews_of(db, self._desk.names(ref))
            if review.id != self._row.shown
        ]
        topic = self._desk.index.topics().get(question.topic)
        return Asked(
            ref=ref,
            question=question,
            topic=topic.title if topic else question.topic,
            turn=len(reviews),
            place=self._row.place + 1,
            of=len(self._row.queue),
            is_new=not reviews,
            answer_changed=bool(reviews) and reviews[-1].key not in {"", *self._key_of(ref)},
            again=any(
                step.question == ref and step.review is not None and step.review != self._row.shown
                for step in sessions.steps(db, self._row.id)
            ),
            draft=self._row.draft,
            flagged=ref in flags.flagged(db),
        )

    def _key_of(self, ref: str) -> list[str]:
        """The hash of the answer key, as compiled: making it anew would import the grading."""
        return [row.key for row in self._desk.index.rows([ref])]

    def _show(
        self,
        asked: Asked,
        review: Review,
        verdict: Verdict,
        memory: Memory | None,
        said: How | None,
    ) -> Shown:
        shown = Shown(
            asked=replace(asked, draft=(), of=len(self._row.queue)),
            review=review,
            verdict=verdict,
            proof=self._desk.index.passages(asked.ref),
            due=memory.due_day if memory else today(self._desk.clock),
            comes_back_today=asked.ref in self._row.queue[self._row.place + 1 :],
            said=said,
            can_remember=said is not How.RIGHT
            and review.score < 1
            and bool(asked.question.claims(review.answer, self._learned(asked.ref))),
        )
        self.state = shown
        return shown

    def _unskip(self, ref: str) -> None:
        queue, place = self._row.queue, self._row.place
        coming = tuple(r for r in queue[place:] if r != ref)
        self._save(queue=(*queue[:place], ref, *coming), draft=())

    def _unanswer(self, ref: str, review_id: str) -> None:
        """Takes an answer back; what was answered stands in the input again."""
        db = self._desk.progress
        review = progress_log.review(db, review_id)
        amendment = progress_log.amendment_of(db, review_id)
        if amendment is not None:
            variants.forget(db, amendment.id)
        progress_log.append(db, self._undo_of(review_id))
        self._remember(ref)
        place = self._row.place if self._row.shown else self._row.place - 1
        queue = self._row.queue
        coming = tuple(r for r in queue[place + 1 :] if r != ref)
        self._save(
            queue=queue[: place + 1] + coming,
            place=place,
            shown=None,
            draft=review.answer if review else (),
            seconds=max(0.0, self._row.seconds - (review.seconds if review else 0.0)),
        )

    def _say(self, how: How | None, remember: tuple[Variant, ...] = ()) -> State:
        """Amends the answer shown, in place of what was said of it before; None takes that back."""
        shown = self._shown_now()
        desk, db = self._desk, self._desk.progress
        review_id = shown.review.id
        with db.transaction():
            before = progress_log.amendment_of(db, review_id)
            if before is not None:
                progress_log.append(db, self._undo_of(before.id))
                variants.forget(db, before.id)
            if how is not None:
                plain = progress_log.review(db, review_id) or shown.review
                score, grade = regrade(how, plain.score)
                amendment = Amendment(
                    id=desk.new_id(),
                    target=review_id,
                    at=desk.clock.now(),
                    how=how,
                    score=score,
                    grade=grade,
                    device=db.device,
                )
                progress_log.append(db, amendment)
                for variant in remember:
                    variants.remember(db, shown.asked.ref, variant, amendment.id)
            review = progress_log.review(db, review_id) or shown.review
            memory = self._remember(shown.asked.ref)
            self._save(queue=self._queue_after(shown.asked.ref, review.grade))
        return self._show(shown.asked, review, shown.verdict, memory, how)

    def _undo_of(self, target: str) -> Undo:
        desk = self._desk
        return Undo(desk.new_id(), target, desk.clock.now(), desk.progress.device)

    def _remember(self, ref: str) -> Memory | None:
        """Derives the memory of `ref` anew from its log, and keeps it."""
        from tui.schedule.fsrs6 import replay

        db = self._desk.progress
        memory = replay(progress_log.reviews_of(db, self._desk.names(ref)))
        memories.put(db, ref, memory)
        return memory

    def _learned(self, ref: str) -> tuple[Variant, ...]:
        return variants.learned(self._desk.progress, self._desk.names(ref))

    def _queue_after(self, ref: str, grade: Grade) -> tuple[str, ...]:
        """The queue with `ref` at its end if it was missed, for the first time in this session."""
        queue, place = self._row.queue, self._row.place
        done, coming = queue[: place + 1], tuple(r for r in queue[place + 1 :] if r != ref)
        again = grade is Grade.AGAIN and ref not in queue[:place]
        return (*done, *coming, ref) if again else done + coming

    def _more(self) -> tuple[str, ...]:
        """What else fits into the minutes that are left once the queue is done."""
        left = self._row.minutes * 60 - self._row.seconds
        if left < WORTH_GOING_ON:
            return ()
        asked = frozenset(self._row.queue)
        return planned(self._desk, left, topic=self._topic, without=asked)

    def _save(self, **changes: object) -> None:
        self._row = replace(self._row, **changes)  # type: ignore[arg-type]
        sessions.save(self._desk.progress, self._row)
