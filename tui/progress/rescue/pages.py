"""Rows as they lie on the pages of an SQLite file, read without SQLite.

SQLite finds a page by going down a tree, so one damaged page hides all below it, and a damaged
first page everything. Here each page is looked at by itself. The layout is that of
https://www.sqlite.org/fileformat2.html: sections 1.6 (b-tree pages), 2.1 (records). Texts are taken
to be UTF-8, as this program writes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tui.progress.guards.wal import USUAL_SIZE, Frame, beside, page_size_in, read

Value = int | float | str | bytes | None

MOST_COLUMNS = 64
"""Of a table or an index of ours; more is a page misread."""
LONGEST_PAYLOAD = 16_000_000
"""Bytes of a row; a length beyond it is a page misread."""
LARGEST = 1_000_000_000
"""Bytes of a file that is pieced together from its log alone."""

_TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR = 0x0D, 0x0A, 0x02
_FILE_HEADER = 100
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Misread(Exception):
    """The bytes are no row."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row of a table, or an entry of an index, where rowid is None."""

    rowid: int | None
    values: tuple[Value, ...]


class Pages:
    """The pages of the database `path`, and those that lie in the log beside it.

    All is read at once: SQLite may change the files once it has opened them. Either may be missing.
    """

    def __init__(self, path: Path, size: int) -> None:
        self.main = path.read_bytes() if path.exists() else b""
        self.size = size
        log = beside(path)
        frames = read(log.read_bytes(), size).frames if log.exists() else ()
        self._frames = [frame for frame in frames if len(frame.content) == size]
        # What lies in the write-ahead log is newer, and the last there is the newest.
        self._newest: dict[int, Frame] = {}
        for frame in self._frames:
            if frame.is_sound:
                # In the order of writing, so that the last tells the size of the file.
                self._newest.pop(frame.page, None)
                self._newest[frame.page] = frame
        self._in_file = -(-len(self.main) // size)

    def __len__(self) -> int:
        """How many pages there are, those in the write-ahead log counted by themselves."""
        return self._in_file + len(self._frames)

    @property
    def have_log(self) -> bool:
        """Whether any of them lies in the write-ahead log."""
        return bool(self._frames)

    def places(self) -> Iterator[int]:
        """The places of all pages, those first whose rows are to be believed before others'."""
        places = range(len(self), self._in_file, -1)
        yield from (place for place in places if self._frame(place).is_sound)
        yield from range(1, self._in_file + 1)
        yield from (place for place in places if not self._frame(place).is_sound)

    def rows_on(self, place: int) -> Iterator[RawRow]:
        """The rows that can be read on the page at `place`, from 1 to the number of pages."""
        if place <= self._in_file:
            return self._rows_on(self._page(place), _FILE_HEADER if place == 1 else 0)
        frame = self._frame(place)
        return self._rows_on(frame.content, _FILE_HEADER if frame.page == 1 else 0)

    def pieced(self) -> bytes:
        """The file as it is once the log is taken in, but for the frames that are damaged."""
        size = len(self.main)
        for frame in self._newest.values():
            size = frame.size * self.size or size
        size = min(size, max(len(self.main), LARGEST))
        content = bytearray(self.main[:size].ljust(size, b"\0"))
        for number, frame in self._newest.items():
            start = (number - 1) * self.size
            if 0 <= start < len(content):
                content[start : start + self.size] = frame.content
        return bytes(content)

    def _frame(self, place: int) -> Frame:
        return self._frames[place - self._in_file - 1]

    def _page(self, number: int) -> bytes:
        return self.main[(number - 1) * self.size : number * self.size]

    def _rows_on(self, page: bytes, start: int) -> Iterator[RawRow]:
        if len(page) < start + 12:
            return
        sort = page[start]
        if sort not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR):
            return
        pointers = start + (12 if sort == _INDEX_INTERIOR else 8)
        cells = int.from_bytes(page[start + 3 : start + 5], "big")
        for n in range(min(cells, (self.size - pointers) // 2)):
            place = int.from_bytes(page[pointers + 2 * n : pointers + 2 * n + 2], "big")
            try:
                yield self._cell(page, sort, place)
            except (Misread, IndexError, ValueError, OverflowError):
                continue

    def _cell(self, page: bytes, sort: int, place: int) -> RawRow:
        if sort == _INDEX_INTERIOR:
            place += 4
        length, place = varint(page, place)
        rowid = None
        if sort == _TABLE_LEAF:
            rowid, place = varint(page, place)
        if length > LONGEST_PAYLOAD:
            raise Misread
        here = self._local(length, is_table=sort == _TABLE_LEAF)
        payload = page[place : place + here]
        if len(payload) < here:
            raise Misread
        if here < length:
            following = int.from_bytes(page[place + here : place + here + 4], "big")
            payload += self._overflow(following, length - here)
        return RawRow(rowid, record(payload))

    def _local(self, length: int, *, is_table: bool) -> int:
        """How much of a payload of `length` bytes lies on the page itself."""
        most = self.size - 35 if is_table else (self.size - 12) * 64 // 255 - 23
        if length <= most:
            return length
        least = (self.size - 12) * 32 // 255 - 23
        here = least + (length - least) % (self.size - 4)
        return here if here <= most else least

    def _overflow(self, number: int, length: int) -> bytes:
        parts: list[bytes] = []
        while length > 0:
            newer = self._newest.get(number)
            page = self._page(number) if newer is None else newer.content
            part = page[4 : 4 + min(length, self.size - 4)]
            if not number or not part:
                raise Misread
            parts.append(part)
            length -= len(part)
            number = int.from_bytes(page[:4], "big")
        return b"".join(parts)


def page_size(path: Path) -> int:
    """The size of a page by the header of the file, else of its log, else the usual one."""
    header = b""
    if path.exists():
        with path.open("rb") as file:
            header = file.read(_FILE_HEADER)
    size = int.from_bytes(header[16:18], "big")
    size = 65536 if size == 1 else size
    if size >= 512 and size & (size - 1) == 0:
        return size
    return page_size_in(path) or USUAL_SIZE


def varint(data: bytes, place: int) -> tuple[int, int]:
    """The variable-length integer at `place`, and the place after it."""
    if data[place] < 0x80:
        return data[place], place + 1
    value = 0
    for n in range(8):
        byte = data[place + n]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + n + 1
    value = value << 8 | data[place + 8]
    return (value - (1 << 64) if value >= 1 << 63 else value), place + 9


def record(payload: bytes) -> tuple[Value, ...]:
    """The values of a record; Misread if `payload` is none, or goes on after its last value."""
    head, place = varint(payload, 0)
    if not 0 < head <= len(payload):
        raise Misread
    sorts: list[int] = []
    while place < head:
        sort, place = varint(payload, place)
        sorts.append(sort)
        if len(sorts) > MOST_COLUMNS:
            raise Misread
    place = head
    values: list[Value] = []
    for sort in sorts:
        value, place = _value(payload, sort, place)
        values.append(value)
    if place != len(payload):
        raise Misread
    return tuple(values)


def _value(payload: bytes, sort: int, place: int) -> tuple[Value, int]:
    if sort in (0, 8, 9):
        return (None if sort == 0 else sort - 8), place
    if sort in _INTEGERS:
        end = place + _INTEGERS[sort]
        return int.from_bytes(payload[place:end], "big", signed=True), end
    if sort == 7 and place + 8 <= len(payload):
        from struct import unpack_from

        (real,) = unpack_from(">d", payload, place)
        return float(real), place + 8
    if sort < 12:
        raise Misread
    end = place + (sort - 12) // 2
    found = payload[place:end]
    return (found if sort % 2 == 0 else found.decode()), end
