"""Rows as they lie on the pages of an SQLite file, read without SQLite.

SQLite finds a page by going down a tree, so one damaged page hides all below it, and a damaged
first page everything. Here each page is looked at by itself. The layout is that of
https://www.sqlite.org/fileformat2.html: sections 1.6 (b-tree pages), 2.1 (records), 4.1 (the
write-ahead log). Texts are taken to be UTF-8, as this program writes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Value = int | float | str | bytes | None

USUAL_SIZE = 4096
"""Bytes of a page, where the file does not say it."""
MOST_COLUMNS = 64
"""Of a table or an index of ours; more is a page misread."""
LONGEST_PAYLOAD = 16_000_000
"""Bytes of a row; a length beyond it is a page misread."""

_TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR = 0x0D, 0x0A, 0x02
_FILE_HEADER = 100
_WAL_HEADER, _FRAME_HEADER = 32, 24
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Misread(Exception):
    """The bytes are no row."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row of a table, or an entry of an index, where rowid is None."""

    rowid: int | None
    values: tuple[Value, ...]


class Pages:
    """The pages of the database `path`, and those that lie in the log beside it."""

    def __init__(self, path: Path, size: int) -> None:
        self._content = path.read_bytes()
        self.size = size
        wal = path.with_name(path.name + "-wal")
        self._frames = _frames(wal.read_bytes(), size) if wal.exists() else []
        self._in_file = -(-len(self._content) // size)

    def __len__(self) -> int:
        """How many pages there are, those in the write-ahead log counted by themselves."""
        return self._in_file + len(self._frames)

    def rows_on(self, place: int) -> Iterator[RawRow]:
        """The rows that can be read on the page at `place`, from 1 to the number of pages."""
        if place <= self._in_file:
            number, page = place, self._page(place)
        else:
            number, page = self._frames[place - self._in_file - 1]
        return self._rows_on(page, _FILE_HEADER if number == 1 else 0)

    def _page(self, number: int) -> bytes:
        return self._content[(number - 1) * self.size : number * self.size]

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
            # What lies in the write-ahead log is newer.
            page = next((p for n, p in reversed(self._frames) if n == number), self._page(number))
            part = page[4 : 4 + min(length, self.size - 4)]
            if not number or not part:
                raise Misread
            parts.append(part)
            length -= len(part)
            number = int.from_bytes(page[:4], "big")
        return b"".join(parts)


def page_size(path: Path) -> int:
    """The size of a page by the header of the file; the usual one where that can't be."""
    with path.open("rb") as file:
        header = file.read(_FILE_HEADER)
    size = int.from_bytes(header[16:18], "big")
    size = 65536 if size == 1 else size
    return size if size >= 512 and size & (size - 1) == 0 else USUAL_SIZE


def varint(data: bytes, place: int) -> tuple[int, int]:
    """The variable-length integer at `place`, and the place after it."""
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


def _frames(wal: bytes, size: int) -> list[tuple[int, bytes]]:
    """Number and content of each page in a write-ahead log, as far as transactions were ended."""
    found: list[tuple[int, bytes]] = []
    ended = 0
    salts = wal[16:24]
    step = _FRAME_HEADER + size
    for start in range(_WAL_HEADER, len(wal) - step + 1, step):
        # Frames of another round through the file have other salts.
        if wal[start + 8 : start + 16] != salts:
            break
        number = int.from_bytes(wal[start : start + 4], "big")
        found.append((number, wal[start + _FRAME_HEADER : start + step]))
        if wal[start + 4 : start + 8] != b"\0\0\0\0":
            ended = len(found)
    return found[:ended]
