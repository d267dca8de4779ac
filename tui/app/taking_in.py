"""Opens a question in the learner's editor, and takes in what was changed there."""

from __future__ import annotations

from datetime import date

from textual.app import App

from tui.app.editor import edit
from tui.banks.index import Index
from tui.study.editing import broken, errors_in


def edit_question(app: App[object], index: Index, ref: str, day: date) -> None:
    """Edits the question `ref` and reads the banks anew; tells of an error that came in.

    Raises a Fault if no editor can be opened.
    """
    place = index.place(ref)
    before = errors_in(index, place[0]) if place is not None else ()
    edit(app, place)
    index.refresh(day)
    said = broken(before, errors_in(index, place[0])) if place is not None else ""
    if said:
        app.notify(said, severity="warning", timeout=10, markup=False)
