from __future__ import annotations

import bz2
import gzip
import lzma
import os
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.study.bringing.limits import MAX_RATIO, MAX_UNPACKED, MIB
from tui.study.bringing.unpacking import UnpackingError, unpacked

PACKERS: list[Callable[[bytes], bytes]] = [gzip.compress, bz2.compress, lzma.compress]


@pytest.mark.parametrize("pack", PACKERS)
@given(parts=st.lists(st.binary(min_size=1), min_size=1, max_size=3))
def test_what_was_packed_comes_out(pack: Callable[[bytes], bytes], parts: list[bytes]) -> None:
    assert unpacked(b"".join(map(pack, parts))) == b"".join(parts)


@pytest.mark.parametrize("pack", PACKERS)
def test_more_than_one_chunk(pack: Callable[[bytes], bytes]) -> None:
    content = os.urandom(MIB // 2) * 5
    assert unpacked(pack(content)) == content


def test_what_is_not_packed_stays() -> None:
    assert unpacked(b"some text") == b"some text"


@pytest.mark.parametrize("pack", PACKERS)
def test_a_damaged_or_cut_one(pack: Callable[[bytes], bytes]) -> None:
    packed = pack(os.urandom(10_000))
    for broken in (packed[: len(packed) // 2], packed[:-1], packed[:200] + bytes(100)):
        with pytest.raises(UnpackingError, match="damaged"):
            unpacked(broken)


@pytest.mark.parametrize("pack", PACKERS)
def test_a_bomb_is_not_unpacked(pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(UnpackingError, match=f"more than {MAX_RATIO} times its size"):
        unpacked(pack(bytes(10 * MIB)))


def test_a_large_one_is_not_unpacked() -> None:
    part = gzip.compress(os.urandom(100_000) + bytes(8 * MIB))
    with pytest.raises(UnpackingError, match=f"more than {MAX_UNPACKED // MIB} MiB"):
        unpacked(part * 10)


def test_many_small_parts() -> None:
    with pytest.raises(UnpackingError, match="too many parts"):
        unpacked(gzip.compress(b"a") * 101)


def test_one_that_asks_for_much_memory() -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": 1024 * MIB}]
    header_of_large = lzma.compress(b"a" * 100, filters=filters)
    with pytest.raises(UnpackingError, match="too much memory"):
        unpacked(header_of_large)


def test_bytes_after_the_end_do_not_count() -> None:
    assert unpacked(gzip.compress(b"text") + bytes(512)) == b"text"
