"""Takes the last step of a session back. Each function needs an open transaction."""

from __future__ import annotations

from tui.progress.sessions import Step
from tui.study import queued, recording
from tui.study.desk import Desk
from tui.study.parking import set_parked
from tui.study.queued import Stage, ref_of, stage_of
from tui.study.saved_row import SavedRow


def step(desk: Desk, saved: SavedRow, last: Step) -> None:
    """Takes `last` back, which is off the list of steps already."""
    if last.review is None:
        _unstep(desk, saved, last.question)
    else:
        _unanswer(desk, saved, last.question, last.review)


def _unstep(desk: Desk, saved: SavedRow, text: str) -> None:
    """Takes back what was done without an answer: a skip, a passage read, a parking."""
    queue, place = saved.row.queue, saved.row.place
    if place and stage_of(text) in {Stage.READ, Stage.EASIER} and queue[place - 1] == text:
        saved.change(place=place - 1, shown=None, draft=())
        return
    ref = ref_of(text)
    if text.endswith(f" {queued.PARKED}"):
        set_parked(desk, ref, False)
    # One whose passage was to be read is given its stages anew.
    back = text if stage_of(text) is Stage.FULL else ref
    saved.change(queue=queued.unskipped(queue, place, back), draft=())


def _unanswer(desk: Desk, saved: SavedRow, ref: str, review_id: str) -> None:
    """Takes an answer back; what was answered stands in the input again."""
    review = recording.take_back(desk, review_id)
    recording.derive(desk, ref)
    row = saved.row
    place = row.place if row.shown else row.place - 1
    queue = row.queue
    if stage_of(queue[place]) is not Stage.EASIER:
        queue = queue[: place + 1] + queued.coming(queue, place, ref)
    saved.change(
        queue=queue,
        place=place,
        shown=None,
        draft=review.answer if review else (),
        seconds=max(0.0, row.seconds - (review.seconds if review else 0.0)),
    )
