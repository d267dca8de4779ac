"""What lies beside the log as lines of JSON: flags, parked questions, settings, wordings.

They stand in the files of `cssprep sync`, after a first line that says how many follow. Each has an
`event` first, which entries of the log don't have, or of another name.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

from tui.progress.columns import json_text, moment_text
from tui.progress.fields import SHORT_LINE, Fields, Refused, check_length, object_of, shown
from tui.progress.marks import FLAG, LATEST, PARKED, SETTING, SORTS, Mark
from tui.progress.variants import Taught

WORDING, SYNC = "wording", "sync"

BESIDE = (FLAG, PARKED, SETTING, WORDING, SYNC)
"""Events of the lines of this module."""

HEAD_START = f'{{"event":"{SYNC}"'
"""How the first line of a synced file begins."""

MOST_LINES = 1_000_000_000
"""Lines of a file; far more than anybody answers in a life."""

NOT_HASHED = "0" * 64

_EVENT = re.compile(rf'\{{"event":"({"|".join(BESIDE)})"')


@dataclass(frozen=True, slots=True)
class Head:
    """The first line of a synced file: whose it is, how many lines follow, and what is in them.

    newest: id of the entry written last. beside: a hash of all that lies beside the log. body:
    SHA-256 of the lines that follow. The same head but for the body says that nothing has changed.
    """

    device: str
    lines: int
    newest: str
    beside: str
    body: str = NOT_HASHED


def event_of(line: str) -> str | None:
    """Which of the events of this module `line` is; None where it is none of them."""
    found = _EVENT.match(line)
    return found[1] if found else None


def mark_line(mark: Mark) -> str:
    """`mark` on one line, without its end."""
    name = "name" if mark.what == SETTING else "question"
    fields: dict[str, object] = {"event": mark.what, name: mark.name, "at": mark.at}
    if mark.value is None:
        fields["off"] = True
    elif mark.what == FLAG:
        fields["note"] = mark.value
    elif mark.what == SETTING:
        fields["value"] = mark.value
    return json_text(fields)


def mark_from(line: str) -> Mark:
    """The mark that `line` describes; Refused if it does not describe one."""
    fields = Fields(object_of(line))
    what = fields.name("event")
    if what not in SORTS:
        raise Refused(f"`event` must be one of {', '.join(SORTS)}, not {shown(what)}.")
    name = fields.name("name" if what == SETTING else "question")
    at = moment_text(fields.moment("at"))
    if at > LATEST:
        raise Refused(f"`at` must be in a year up to {LATEST[:4]}, not {shown(at)}.")
    if fields.yes("off"):
        return Mark(what, name, at, None)
    if what == PARKED:
        return Mark(what, name, at, "")
    value = fields.text("value") if what == SETTING else fields.text("note", "")
    mark = Mark(what, name, at, value)
    if len(line) > SHORT_LINE:
        check_length(mark_line(mark))
    return mark


def wording_line(taught: Taught) -> str:
    """`taught` on one line, without its end."""
    fields: dict[str, object] = {"event": WORDING, **taught._asdict()}
    if taught.amendment is None:
        del fields["amendment"]
    return json_text(fields)


def wording_from(line: str) -> Taught:
    """The wording that `line` describes; Refused if it does not describe one."""
    fields = Fields(object_of(line))
    taught = Taught(
        question=fields.name("question"),
        expected=fields.text("expected"),
        text=fields.text("text"),
        at=moment_text(fields.moment("at")),
        device=fields.name("device", ""),
        amendment=fields.name("amendment", "") or None,
    )
    if len(line) > SHORT_LINE:
        check_length(wording_line(taught))
    return taught


def head_line(head: Head) -> str:
    """`head` on one line, without its end; as long whatever its body is."""
    return json_text({"event": SYNC, **asdict(head)})


def head_from(line: str) -> Head:
    """The head that `line` describes; Refused if it does not describe one."""
    fields = Fields(object_of(line))
    return Head(
        device=fields.name("device", ""),
        lines=fields.count("lines", MOST_LINES),
        newest=fields.name("newest", ""),
        beside=fields.name("beside", ""),
        body=fields.name("body", ""),
    )
