from __future__ import annotations

import os
import stat
import struct
import tarfile
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.study.bringing.made import INNER, tar_of, zip_of
from tui.banks.characters import FORBIDDEN
from tui.banks.limits import MAX_BYTES
from tui.study.bringing.archives import open_archive
from tui.study.bringing.errors import BringingError
from tui.study.bringing.limits import MAX_ENTRIES, MAX_UNPACKED, MIB
from tui.study.bringing.tree import Kind

TARS = ("a.tar", "a.tar.gz", "a.tgz", "a.tar.bz2", "a.tar.xz")


def refused(path: Path, reason: str) -> None:
    with pytest.raises(BringingError, match=reason) as raised:
        open_archive(path)
    assert raised.value.advice
    assert all(character.isprintable() for character in str(raised.value))


def special(name: str, of: bytes, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = of, target
    return info


@pytest.mark.parametrize("name", ["a.zip", *TARS])
def test_every_sort_is_read(tmp_path: Path, name: str) -> None:
    make = zip_of if name == "a.zip" else tar_of
    tree = open_archive(make(tmp_path / name, INNER))
    assert tree.listed("") == {"bank.yaml": Kind.FILE, "sources": Kind.FOLDER}
    assert tree.listed("sources") == {"article.txt": Kind.FILE}
    assert {path: tree.read(path) for path in INNER} == INNER
    assert tree.kind("sources/other.txt") is None
    assert tree.kind("nowhere/other.txt") is None


def test_a_zip_without_compression(tmp_path: Path) -> None:
    tree = open_archive(zip_of(tmp_path / "a.zip", INNER, zipfile.ZIP_STORED))
    assert tree.read("bank.yaml") == INNER["bank.yaml"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../bank.yaml", "leads out"),
        ("a/../../bank.yaml", "leads out"),
        ("/etc/cron.d/bank.yaml", "top of a disk"),
        ("C:/bank.yaml", "top of a disk"),
        ("C:\\bank.yaml", "backslash"),
        ("a\\..\\bank.yaml", "backslash"),
        ("bank\x1b[2J.yaml", "ESCAPE"),
        ("bank\u202elmay.yaml", "U\\+202E"),
        ("bank\n.yaml", "U\\+000A"),
    ],
)
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_a_hostile_name(tmp_path: Path, kind: str, name: str, reason: str) -> None:
    make = zip_of if kind == "zip" else tar_of
    refused(make(tmp_path / f"a.{kind}", {"fine.yaml": b"", name: b""}), reason)


def test_a_name_cut_by_nul(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", {"bank.yaml_.exe": b"x"})
    path.write_bytes(path.read_bytes().replace(b"bank.yaml_.exe", b"bank.yaml\0.exe"))
    refused(path, "NUL")


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_two_files_of_one_name(tmp_path: Path, kind: str) -> None:
    make = zip_of if kind == "zip" else tar_of
    for other in ("./bank.yaml", "BANK.yaml"):
        refused(make(tmp_path / f"a.{kind}", {"bank.yaml": b"1", other: b"2"}), "two files named")


def test_a_file_that_is_also_a_folder(tmp_path: Path) -> None:
    for names in (("a", "a/b"), ("a/b", "a")):
        refused(zip_of(tmp_path / "a.zip", dict.fromkeys(names, b"")), "both as a file and as")


@pytest.mark.parametrize("of", [tarfile.SYMTYPE, tarfile.LNKTYPE])
def test_links_are_not_followed(tmp_path: Path, of: bytes) -> None:
    tree = open_archive(tar_of(tmp_path / "a.tar", INNER, special("link.yaml", of, "/etc/passwd")))
    assert tree.kind("link.yaml") is Kind.LINK
    path = tar_of(tmp_path / "b.tar", {"sources/a.txt": b""}, special("sources", of, "/etc"))
    refused(path, "both as a file and as a folder")


@pytest.mark.parametrize("of", [tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE])
def test_devices_and_pipes_are_no_files(tmp_path: Path, of: bytes) -> None:
    tree = open_archive(tar_of(tmp_path / "a.tar", INNER, special("tty.yaml", of)))
    assert tree.kind("tty.yaml") is Kind.OTHER


@pytest.mark.parametrize(
    ("mode", "kind"), [(stat.S_IFLNK, Kind.LINK), (stat.S_IFCHR, Kind.OTHER), (0, Kind.FILE)]
)
def test_links_and_devices_in_a_zip(tmp_path: Path, mode: int, kind: Kind) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        info = zipfile.ZipInfo("bank.yaml")
        info.external_attr = (mode | 0o777 if mode else 0) << 16
        archive.writestr(info, "/etc/passwd")
    assert open_archive(tmp_path / "a.zip").kind("bank.yaml") is kind


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_too_many_entries(tmp_path: Path, kind: str) -> None:
    make = zip_of if kind == "zip" else tar_of
    names = [f"{number}.yaml" for number in range(MAX_ENTRIES)]
    open_archive(make(tmp_path / f"a.{kind}", dict.fromkeys(names, b"")))
    path = make(tmp_path / f"b.{kind}", dict.fromkeys([*names, "one-more"], b""))
    refused(path, "more than 1,000 files")


def test_a_zip_bomb(tmp_path: Path) -> None:
    refused(zip_of(tmp_path / "a.zip", {"bank.yaml": bytes(20 * MIB)}), "200 times its size")
    noise = os.urandom(600_000)
    many = {f"{number}.yaml": noise + bytes(15 * MIB) for number in range(5)}
    refused(zip_of(tmp_path / "b.zip", many), f"more than {MAX_UNPACKED // MIB} MiB")


def test_a_zip_that_lies_about_its_sizes(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", {"bank.yaml": bytes(5 * MIB)})
    true, lie = struct.pack("<I", 5 * MIB), struct.pack("<I", 1000)
    path.write_bytes(path.read_bytes().replace(true, lie))
    tree = open_archive(path)
    with pytest.raises(BringingError, match="damaged"):
        tree.read("bank.yaml")


def test_a_tar_bomb(tmp_path: Path) -> None:
    refused(tar_of(tmp_path / "a.tar.gz", {"bank.yaml": bytes(20 * MIB)}), "200 times its size")


def test_a_tar_that_says_it_holds_a_gigabyte(tmp_path: Path) -> None:
    info = tarfile.TarInfo("bank.yaml")
    info.size = 1024 * MIB
    (tmp_path / "a.tar").write_bytes(info.tobuf() + bytes(2048))
    refused(tmp_path / "a.tar", "damaged")


def test_a_sparse_file_of_a_gigabyte(tmp_path: Path) -> None:
    info = tarfile.TarInfo("bank.yaml")
    info.pax_headers = {
        "GNU.sparse.major": "0",
        "GNU.sparse.minor": "1",
        "GNU.sparse.map": "0,0",
        "GNU.sparse.size": str(1024 * MIB),
    }
    with tarfile.open(tmp_path / "a.tar", "w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(info)
    tree = open_archive(tmp_path / "a.tar")
    with pytest.raises(BringingError, match="larger than 16 MiB"):
        tree.read("bank.yaml")


def test_a_chain_of_long_names(tmp_path: Path) -> None:
    link = tarfile.TarInfo("././@LongLink")
    link.type, link.size = tarfile.GNUTYPE_LONGNAME, 4
    chain = (link.tobuf(tarfile.GNU_FORMAT) + b"name" + bytes(508)) * 5_000
    (tmp_path / "a.tar").write_bytes(chain + bytes(1024))
    refused(tmp_path / "a.tar", "damaged")


@pytest.mark.parametrize("of", [tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME])
def test_a_header_that_takes_for_ever_to_search(tmp_path: Path, of: bytes) -> None:
    for size, count in ((32 * MIB, 1), (8192, 900)):
        content = bytearray()
        for number in range(count):
            header, entry = tarfile.TarInfo("more"), tarfile.TarInfo(f"{number}.txt")
            header.type, header.size = of, size
            content += header.tobuf(tarfile.GNU_FORMAT) + b"1" * size
            content += entry.tobuf(tarfile.GNU_FORMAT)
        (tmp_path / "a.tar").write_bytes(content + bytes(1024))
        # A name of 8 KiB is refused for that.
        refused(tmp_path / "a.tar", "damaged|too long")


def test_a_long_name_is_read(tmp_path: Path) -> None:
    for form in (tarfile.PAX_FORMAT, tarfile.GNU_FORMAT):
        with tarfile.open(tmp_path / "a.tar", "w", format=form) as archive:
            archive.addfile(tarfile.TarInfo(f"{'long' * 30}/{'a' * 150} ü.yaml"))
        tree = open_archive(tmp_path / "a.tar")
        assert tree.listed("long" * 30) == {"a" * 150 + " ü.yaml": Kind.FILE}


def test_a_member_that_is_larger_than_a_bank_may_be(tmp_path: Path) -> None:
    content = os.urandom(MAX_BYTES + 1)
    for path in (
        zip_of(tmp_path / "a.zip", {"bank.yaml": content}),
        tar_of(tmp_path / "a.tar", {"bank.yaml": content}),
    ):
        with pytest.raises(BringingError, match="larger than 16 MiB"):
            open_archive(path).read("bank.yaml")


def test_an_archive_that_is_larger_than_what_may_come_out(tmp_path: Path) -> None:
    with (tmp_path / "a.zip").open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(MAX_UNPACKED + 1)
    refused(tmp_path / "a.zip", "larger than 64 MiB")


def test_an_encrypted_zip(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", INNER)
    content = bytearray(path.read_bytes())
    for magic, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(magic)
        while start >= 0:
            content[start + flags] |= 1
            start = content.find(magic, start + 1)
    path.write_bytes(content)
    refused(path, "encrypted")


def test_a_zip_compressed_in_an_unusual_way(tmp_path: Path) -> None:
    tree = open_archive(zip_of(tmp_path / "a.zip", INNER, zipfile.ZIP_LZMA))
    with pytest.raises(BringingError, match="unusual way"):
        tree.read("bank.yaml")


@pytest.mark.parametrize("name", ["a.zip", *TARS])
def test_an_archive_cut_off_anywhere(tmp_path: Path, name: str) -> None:
    make = zip_of if name == "a.zip" else tar_of
    whole = make(tmp_path / name, {**INNER, "noise": os.urandom(30_000)}).read_bytes()
    end = len(whole.rstrip(bytes(1)))  # a tar is padded with zeros
    for length in (*range(30, end, end // 23), end - 1):
        (tmp_path / name).write_bytes(whole[:length])
        refused(tmp_path / name, "damaged|no archive")


def test_a_byte_changed_within(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", {"bank.yaml": os.urandom(5000)})
    content = bytearray(path.read_bytes())
    content[2000] ^= 1
    path.write_bytes(content)
    with pytest.raises(BringingError, match="damaged"):
        open_archive(path).read("bank.yaml")


@pytest.mark.parametrize("content", [b"", b"a bank", b"\x89PNG\r\n", b"PK\x03\x04", b"7z\xbc"])
def test_what_is_no_archive(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.bin").write_bytes(content)
    refused(tmp_path / "a.bin", "no archive|damaged")


def test_one_that_is_not_there(tmp_path: Path) -> None:
    refused(tmp_path / "a.zip", "can't be read: no such file")


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_is_changed_within_one_sentence_is_said(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as made:
        name = data.draw(st.sampled_from(["a.zip", "a.tar", "a.tar.gz", "a.tar.xz"]))
        make = zip_of if name == "a.zip" else tar_of
        path = make(Path(made) / name, INNER)
        content = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 8))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        path.write_bytes(content)
        try:
            tree = open_archive(path)
            for folder in ("", "sources"):
                for inner, kind in tree.listed(folder).items():
                    if kind is Kind.FILE:
                        tree.read(f"{folder}/{inner}" if folder else inner)
        except BringingError as error:
            assert not FORBIDDEN.search(str(error))
            assert "\n" not in str(error)
