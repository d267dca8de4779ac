"""What lies beside the log as lines of JSON: flags, parked questions, settings, wordings.

They stand in the files of `cssprep sync`, after a first line that says how many follow. Each has an
`event` first, which entries of the log don't have, or of another name.
"""

from __future__ import annotations

import re

from tui.progress.columns import json_text, moment_text
from tui.progress.fields import Fields, Refused, object_of
from tui.progress.marks import FLAG, PARKED, SETTING, Mark
from tui.progress.variants import Taught

WORDING, SYNC = "wording", "sync"

BESIDE = (FLAG, PARKED, SETTING, WORDING, SYNC)
"""Events of the lines of this module."""

_EVENT = re.compile(rf'\{{"event":"({"|".join(BESIDE)})"')


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
    fields = _fields(line)
    what = fields.name("event")
    name = fields.name("name" if what == SETTING else "question")
    at = moment_text(fields.moment("at"))
    if fields.yes("off"):
        return Mark(what, name, at, None)
    if what == PARKED:
        return Mark(what, name, at, "")
    value = fields.text("value") if what == SETTING else fields.text("note", "")
    return Mark(what, name, at, value)


def wording_line(taught: Taught) -> str:
    """`taught` on one line, without its end."""
    fields: dict[str, object] = {"event": WORDING, **taught._asdict()}
    if taught.amendment is None:
        del fields["amendment"]
    return json_text(fields)


def wording_from(line: str) -> Taught:
    """The wording that `line` describes; Refused if it does not describe one."""
    fields = _fields(line)
    return Taught(
        question=fields.name("question"),
        expected=fields.text("expected"),
        text=fields.text("text"),
        at=moment_text(fields.moment("at")),
        device=fields.name("device", ""),
        amendment=fields.name("amendment", "") or None,
    )


def head_line(device: str, lines: int, newest: str, beside: str) -> str:
    """The first line of a synced file: whose it is, how many lines follow, and what is in them.

    newest: id of the entry written last. beside: a hash of all that lies beside the log. The same
    line twice says that nothing has changed between.
    """
    fields = {"event": SYNC, "device": device, "lines": lines, "newest": newest, "beside": beside}
    return json_text(fields)


def lines_promised(line: str) -> int:
    """How many lines follow this first one; Refused if it does not say that."""
    lines = object_of(line).get("lines")
    if isinstance(lines, bool) or not isinstance(lines, int) or lines < 0:
        raise Refused("`lines` must be a whole number.")
    return lines


def _fields(line: str) -> Fields:
    try:
        return Fields(object_of(line))
    except RecursionError:
        raise Refused("Brackets lie in brackets too deep for this program to read.") from None
