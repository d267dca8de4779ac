"""Lines of an exported log and of a synced file, and mutations of them."""

from __future__ import annotations

import json
import re
import sys
from datetime import UTC, timedelta
from functools import cache
from random import Random
from typing import Any

from tests.conftest import MORNING
from tests.fuzz.pieces import DATES, LONG, NUMBERS, TEXTS
from tests.fuzz.running import TOGETHER
from tests.fuzz.texts import AS_BYTES, AS_LINES, mutated
from tests.fuzz.trees import mutate_tree, other_value
from tests.independent.made import made as made_log
from tests.progress.entries import amendment, review, undo
from tui.log import Entry
from tui.progress.columns import moment_text
from tui.progress.joining.mark_lines import Head, head_line, mark_line, wording_line
from tui.progress.lines import to_line
from tui.progress.marks import FLAG, PARKED, SETTING, Mark
from tui.progress.variants import Taught
from tui.schedule.weights import DEFAULT, written

FIELDS = (
    "id", "question", "at", "day", "kind", "answer", "score", "parts", "grade", "seconds", "device",
    "key", "practice", "event", "target", "how", "name", "value", "note", "off", "expected", "text",
    "amendment", "lines", "newest", "beside", "body",
)  # fmt: skip
AT = moment_text(MORNING)
MOMENTS = (
    "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2099-12-31T23:59:59.999999Z",
    "0001-01-01T00:00Z",
    "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "2025-11-22T18:36:00",
    "2025-11-22T18:36:00+99:00", "20251122T183600Z", "2025-11-22", "2025-02-30T00:00:00Z",
    "2026-11-02T24:00:00Z", "2100-01-01T00:00:00+14:00", "1970-01-01T00:00:00+14:00", "٢٠٢٥-11-22",
)  # fmt: skip
EDGES: dict[str, tuple[object, ...]] = {
    "at": MOMENTS,
    "day": MOMENTS,
    "seconds": (0, 1e308, 1e308, 604_800, 604_801, 1e15, 5e-324, 86_400, 10**300, 1e-9, -0.0),
    "score": (0, 1, 5e-324, 0.9999999999999999, 0.5, -0.0, True),
    "grade": (1, 2, 3, 4, 4.0, "1", 5),
    "lines": (0, 1, 10**9, 10**9 + 1, 10**4299, -1, True),
}
"""Values at the ends of what may be."""
HALVES = ("\ud800", "\udfff", "\udc00\ud800", "😀\ud83d")
"""Halves of characters, which JSON can name and no file can hold."""
SETTINGS = {
    "exam_day": "2027-02-10",
    "minutes": "20",
    "minutes_set_on": "2026-11-02",
    "minutes_by_weekday": "30,30,30,30,0,90,30",
    "paper_marks": "essay=100.0\npakistan-affairs=0.0",
    "topic_factors": "water=2.0\nwater.river=0.5",
    "memory-weights": written(DEFAULT),
    "memory-fit": '{"day": "2026-11-01", "answers": 100, "tests": 50, "default": 0.4,'
    ' "fitted": 0.35, "taken": true}',
    "theme": "nord",
}
"""By name a value; the last is of the device, and not shared."""
EXTREMES = (
    "nan", "inf", "-inf", "1e308", "5e-324", "-1", "0", "0.0", "1e-320", "1" * 400, "9" * 400,
    "9" * 5000, "9999-12-31", "2031-11-05", "[" * 200_000, "1440", "1441", "240", "NaN", "1e999",
)  # fmt: skip
"""What numbers and days of a setting may be, as others write them."""
PIECE = re.compile(r"[^\s,=:\"{}\\]+")
"""What stands for one thing in the value of a setting."""
ASKED = ("indus/broker", "indus/length", "indus/tributaries")


@cache
def seeds() -> tuple[str, ...]:
    """The lines of a log of some weeks as it is exported, and of each sort of entry."""
    entries: list[Entry] = [review("R1"), amendment("A1", "R1"), review("R2"), undo("U1", "R2")]
    entries += made_log(3, MORNING, UTC, days=20, a_day=10)
    entries += [review(f"I{n}", question) for n, question in enumerate(ASKED)]
    return tuple(map(to_line, entries))


@cache
def beside() -> tuple[str, ...]:
    """A line of each sort of what lies beside the log, and of each setting that is shared."""
    marks = [Mark(FLAG, "bank/a", AT, "why"), Mark(PARKED, "bank/a", AT, "")]
    marks += [Mark(what, "indus/length", AT, None) for what in (FLAG, PARKED)]
    marks += [Mark(SETTING, name, AT, value) for name, value in SETTINGS.items()]
    taught = [Taught("bank/a", "right", "also right", AT, "device", "A1")]
    taught.append(Taught("indus/length", "3180", "three thousand", AT, "device", None))
    head = head_line(Head("device", 250, "R1", "0" * 64))
    return (*map(mark_line, marks), *map(wording_line, taught), head)


def made(seed: int, number: int) -> bytes:
    """The line of a case, or what is left of it."""
    chance = Random(f"line {seed} {number}")
    line = chance.choice(chance.choice((seeds(), beside(), beside())))
    way = 4 if '"value"' in line and chance.random() < 0.5 else chance.randrange(6)
    if way == 0:
        return mutated(chance, line.encode(), AS_BYTES)
    if way == 1:
        return mutated(chance, line.encode(), AS_LINES)
    fields: dict[str, Any] = json.loads(line)
    if "event" in fields and "at" in fields:
        # The newest stands: each is seen before another takes its place.
        fields["at"] = moment_text(MORNING + timedelta(seconds=number % TOGETHER - TOGETHER))
    _change(chance, fields, way)
    return _written(chance, fields)


def _change(chance: Random, fields: dict[str, Any], way: int) -> None:
    if way == 2:
        fields[chance.choice(FIELDS)] = other_value(chance)
        texts = sorted(name for name, value in fields.items() if isinstance(value, str))
        if texts and chance.random() < 0.5:
            fields[chance.choice(texts)] += chance.choice(HALVES)
    elif way == 3:
        for name, values in EDGES.items():
            if chance.random() < 0.4:
                fields[name] = chance.choice(values)
        if "id" in fields:
            fields["id"] = f"{chance.getrandbits(60)}"
    elif way == 4 and isinstance(fields.get("value"), str):
        fields["value"] = _other_setting(chance, fields["value"])
        if chance.random() < 0.3:
            fields["name"] = chance.choice(tuple(SETTINGS))
    else:
        for _ in range(chance.choice((1, 2, 4))):
            mutate_tree(chance, fields, FIELDS)


def _other_setting(chance: Random, value: str) -> str:
    """The value with other pieces in some places, as `1=2` has two of them."""
    pool = chance.choice((EXTREMES, EXTREMES, NUMBERS, DATES, TEXTS, LONG))
    pieces = list(PIECE.finditer(value))
    count = chance.choice((1, 1, 1, 2, len(pieces)))
    for piece in sorted(chance.sample(pieces, min(count, len(pieces))), key=lambda one: -one.end()):
        value = value[: piece.start()] + chance.choice(pool) + value[piece.end() :]
    return chance.choice((value, value, value, value, value * 2, chance.choice(pool)))


def _written(chance: Random, fields: dict[str, Any]) -> bytes:
    sys.set_int_max_str_digits(0)
    try:
        text = json.dumps(fields, ensure_ascii=chance.random() < 0.5)
    finally:
        sys.set_int_max_str_digits(sys.int_info.default_max_str_digits)
    if chance.random() < 0.1:
        # A name twice, which no writer of JSON makes.
        text = text[:-1] + f', "{chance.choice(FIELDS)}": {chance.choice(("1", "null", text))}}}'
    if chance.random() < 0.05:
        deep, name = chance.choice((100, 2_000, 200_000)), chance.choice(("deep", *FIELDS))
        text = text[:-1] + f', "{name}": {"[" * deep}{"]" * deep}}}'
    if chance.random() < 0.5:
        # As we write it: only so a line beside the log is known for one.
        text = text.replace('": ', '":').replace(', "', ',"')
    return text.encode("utf-8", "surrogatepass")
