"""The write-ahead log beside progress.db as it lies on the disk, read without SQLite.

SQLite takes in the frames up to the first that its chain of checksums does not reach, and drops all
behind it without a word. After a kill or a power cut that is right: the last transaction may be
half written. But each commit waits until its frames are on the disk. So where two transactions that
were ended lie behind the break, or the index beside notes more, what was committed is damaged.
The layout is that of https://www.sqlite.org/fileformat2.html#walformat, and for the index that of
https://www.sqlite.org/walformat.html#the_wal_index_file_format.
"""

from __future__ import annotations

import sys
from array import array
from dataclasses import dataclass
from pathlib import Path

HEADER, FRAME_HEADER = 32, 24
"""Bytes before the first frame, and before the page in each."""
USUAL_SIZE = 4096
"""Bytes of a page, where no header says it."""

_MAGIC = (0x377F0682, 0x377F0683)
_INDEX_HEADER = 48
_WORD = 0xFFFFFFFF

Sums = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """A page as a transaction wrote it.

    size: how many pages the file has once the transaction is taken in, which ends with this frame;
    0 if it does not. is_sound: whether the checksum is that of its bytes.
    """

    page: int
    content: bytes
    size: int
    is_sound: bool


@dataclass(frozen=True, slots=True)
class WriteAheadLog:
    """What a log holds.

    has_header: whether its first bytes are those of a log. frames: those of the newest round, up to
    the last that ends a transaction. accepted: how many of them SQLite takes in.
    """

    has_header: bool
    frames: tuple[Frame, ...]
    accepted: int


@dataclass(frozen=True, slots=True)
class Promised:
    """How many frames are committed, as the index beside the log notes it after each commit."""

    salts: bytes
    frames: int


def beside(path: Path) -> Path:
    """The write-ahead log of the database `path`."""
    return path.with_name(f"{path.name}-wal")


def is_there(path: Path) -> bool:
    """Whether a log that is not empty lies beside the database `path`, which may be missing."""
    try:
        return beside(path).stat().st_size > 0
    except OSError:
        return False


def damage_in_log(path: Path, promised: Promised | None = None) -> str:
    """What is broken in the log beside the database `path`; "" if nothing is, or there is no log.

    promised: what `promised_beside` told before a copy was made, else it is asked now. Takes a stat
    where there is no log, and a fifth of a second for one of 1,000 frames. OSError if it can't be
    read. A log that another process is writing to may seem broken: ask only where there is none.
    """
    if not is_there(path):
        return ""
    promised = promised_beside(path) if promised is None else promised
    try:
        data = beside(path).read_bytes()
    except FileNotFoundError:  # the last who had the file open has left meanwhile
        return ""
    log = read(data)
    if not log.has_header:
        # A log whose header was never written ends there, or holds zeros.
        return "its first bytes are overwritten" if any(data[HEADER:]) else ""
    committed = 0
    if promised is not None and promised.salts == data[16:24]:
        committed = promised.frames
    ended = sum(frame.size > 0 for frame in log.frames[log.accepted :])
    if ended < 2 and committed <= log.accepted:
        return ""
    lost = max(committed, len(log.frames)) - log.accepted
    return f"{lost:,} of its committed pages lie behind one that is damaged"


def promised_beside(path: Path) -> Promised | None:
    """What the index beside the database `path` notes; None if there is none that can be read."""
    try:
        with path.with_name(f"{path.name}-shm").open("rb") as file:
            first, second = file.read(_INDEX_HEADER), file.read(_INDEX_HEADER)
    except OSError:
        return None
    if first != second or len(first) < _INDEX_HEADER:
        return None
    # It is written in the order of bytes of the machine.
    sums = _sums(first[:40], sys.byteorder == "big", (0, 0))
    if sums != tuple(int.from_bytes(first[n : n + 4], sys.byteorder) for n in (40, 44)):
        return None
    return Promised(first[32:40], int.from_bytes(first[16:20], sys.byteorder))


def page_size_in(path: Path) -> int | None:
    """The size of a page by the header of the log beside the database `path`, if there is one."""
    if not is_there(path):
        return None
    with beside(path).open("rb") as file:
        header = file.read(HEADER)
    return _number(header, 8) if _is_header(header) else None


def pages_in(path: Path) -> set[int]:
    """Which pages the log beside the database `path` holds, whether or not they are sound.

    Those of the newest round alone. Takes 30 ms for a log of 25,000 frames; empty if it can't be
    read.
    """
    found: set[int] = set()
    try:
        with beside(path).open("rb") as file:
            header = file.read(HEADER)
            if not _is_header(header):
                return found
            step, place = FRAME_HEADER + _number(header, 8), HEADER
            while len(frame := file.read(FRAME_HEADER)) == FRAME_HEADER:
                if frame[8:16] != header[16:24]:
                    break
                found.add(_number(frame, 0))
                place += step
                file.seek(place)
    except OSError:
        return set()
    return found


def read(data: bytes, size: int = USUAL_SIZE) -> WriteAheadLog:
    """The log that `data` are, with pages of `size` bytes where its header does not say it."""
    has_header = _is_header(data[:HEADER])
    size = _number(data, 8) if has_header else size
    # What was read by the wrong order of bytes has no checksum that is right.
    order = data[3:4] != b"\x82"
    found = _read(data, size, has_header, is_big=order)
    if has_header or any(frame.is_sound for frame in found.frames):
        return found
    return _read(data, size, has_header, is_big=not order)


def _read(data: bytes, size: int, has_header: bool, *, is_big: bool) -> WriteAheadLog:
    salts = data[16:24] if has_header else data[HEADER + 8 : HEADER + 16]
    found: list[Frame] = []
    accepted = ended = 0
    unbroken = has_header
    sums = (_number(data, 24), _number(data, 28))
    step = FRAME_HEADER + size
    for start in range(HEADER, len(data) - step + 1, step):
        head = data[start : start + FRAME_HEADER]
        page = data[start + FRAME_HEADER : start + step]
        written = (_number(head, 16), _number(head, 20))
        # Frames of an earlier round have other salts. Damage seldom hits both halves of one.
        if head[8:12] != salts[:4] and head[12:16] != salts[4:]:
            unbroken, sums = False, written
            continue
        is_sound = _sums(page, is_big, _sums(head[:8], is_big, sums)) == written
        sums = written
        frame = Frame(_number(head, 0), page, _number(head, 4), is_sound)
        unbroken = unbroken and is_sound and head[8:16] == salts and frame.page > 0
        found.append(frame)
        if frame.size:
            ended = len(found)
            accepted = ended if unbroken else accepted
    return WriteAheadLog(has_header, tuple(found[:ended]), accepted)


def _is_header(header: bytes) -> bool:
    if len(header) < HEADER or _number(header, 0) not in _MAGIC:
        return False
    is_big = header[3] == _MAGIC[1] & 255
    size = _number(header, 8)
    return (
        512 <= size <= 65536
        and size & (size - 1) == 0
        and _sums(header[:24], is_big, (0, 0)) == (_number(header, 24), _number(header, 28))
    )


def _sums(data: bytes, is_big: bool, start: Sums) -> Sums:
    """The two sums that go on from `start`; see 'Checksum Algorithm' in the file format."""
    words = array("I", data)
    if is_big != (sys.byteorder == "big"):
        words.byteswap()
    first, second = start
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & _WORD
        second = (second + odd + first) & _WORD
    return first, second


def _number(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 4], "big")
