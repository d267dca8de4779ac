"""Unpacks compressed bytes as far as they may go, and no further."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable
from typing import Protocol

from tui.study.bringing.limits import MAX_RATIO, MAX_UNPACKED, MIB, SMALL, UNPACKING_MEMORY

_CHUNK = MIB
_MAX_STREAMS = 100


class UnpackingError(ValueError):
    """Says why the bytes are not unpacked: "it is damaged or not whole"."""


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


class _Gzip:
    """zlib's decompressor with the manners of the others."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


def _xz() -> _Decompressor:
    return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=UNPACKING_MEMORY)


_BY_MAGIC: tuple[tuple[bytes, Callable[[], _Decompressor]], ...] = (
    (b"\x1f\x8b", _Gzip),
    (b"BZh", bz2.BZ2Decompressor),
    (b"\xfd7zXZ\x00", _xz),
)


def unpacked(packed: bytes) -> bytes:
    """`packed` unpacked if it is gzip, bzip2 or xz, else as it is.

    Raises UnpackingError if it is damaged, or if more comes out than an archive may hold.
    """
    for magic, make in _BY_MAGIC:
        if packed.startswith(magic):
            try:
                return _unpacked(packed, magic, make)
            except UnpackingError:
                raise
            except (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError) as error:
                if "memory" in str(error).lower():
                    raise UnpackingError("unpacking it takes too much memory") from None
                raise UnpackingError("it is damaged or not whole") from None
    check_size(len(packed), len(packed))
    return packed


def check_size(unpacked_size: int, packed_size: int) -> None:
    """Raises UnpackingError if what an archive unpacks to is too much."""
    if unpacked_size > MAX_UNPACKED:
        raise UnpackingError(f"it unpacks to more than {MAX_UNPACKED // MIB} MiB")
    if unpacked_size > SMALL and unpacked_size > MAX_RATIO * packed_size:
        raise UnpackingError(f"it unpacks to more than {MAX_RATIO} times its size")


def _unpacked(packed: bytes, magic: bytes, make: Callable[[], _Decompressor]) -> bytes:
    """All streams in `packed`, one after the other; what follows them is left."""
    out = bytearray()
    rest = packed
    for _ in range(_MAX_STREAMS):
        stream = make()
        while not stream.eof:
            before = len(out)
            out += stream.decompress(rest, _CHUNK)
            rest = b""
            if len(out) == before and stream.needs_input and not stream.eof:
                raise UnpackingError("it is damaged or not whole")
            check_size(len(out), len(packed))
        rest = stream.unused_data
        if not rest.startswith(magic):
            return bytes(out)
    raise UnpackingError("it is packed in too many parts")
