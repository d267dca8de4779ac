"""Archives as trees of files: nothing is ever unpacked but what is read, into memory, in bounds."""

from __future__ import annotations

import io
import lzma
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from tui.banks.characters import one_line
from tui.banks.limits import MAX_BYTES
from tui.study.bringing.errors import BringingError
from tui.study.bringing.limits import MAX_ENTRIES, MAX_UNPACKED, MIB
from tui.study.bringing.names import HostileNameError, entry_path, same_name_as
from tui.study.bringing.tree import Entry, Kind, PackedTree
from tui.study.bringing.unpacking import UnpackingError, check_size, unpacked

FORMATS = ".zip, .tar, .tar.gz, .tgz, .tar.bz2 or .tar.xz"

_DAMAGED = "it is damaged or not whole"
_CENTRAL = b"PK\x01\x02"
"""What each entry of a zip's directory begins with."""

_ENCRYPTED = 0x1
# Hostile headers bring these out of the standard library, beside its own errors.
_BROKEN = (
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    ArithmeticError,
    LookupError,
    RecursionError,
    NotImplementedError,
)

MAX_SEARCHED = 2**30
"""The sum of the squares of the sizes, in bytes, of headers that say more of the next entry.

A thousand of 1 KiB or one of 32 KiB: a second's work.
"""

_SAYS_MORE = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)

Named = tuple[str, str, Entry]
"""An entry: what it is read by, its name as it stands in the archive, what it is."""


def open_archive(path: Path) -> PackedTree:
    """The files in the archive `path`; a BringingError if it is none, or one not to be trusted."""
    label = one_line(str(path), 300)
    try:
        with path.open("rb") as file:
            packed = file.read(MAX_UNPACKED + 1)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise BringingError(f"{label} can't be read: {reason}.", "Check the path.") from None
    try:
        if len(packed) > MAX_UNPACKED:
            raise UnpackingError(f"it is larger than {MAX_UNPACKED // MIB} MiB")
        if packed.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return _open_zip(label, packed)
        return _open_tar(label, unpacked(packed), len(packed))
    except UnpackingError as error:
        raise _refused(label, str(error)) from None
    except _BROKEN:
        raise _refused(label, _DAMAGED) from None


def _refused(label: str, reason: str) -> BringingError:
    advice = "If you trust it, unpack it yourself, look at it, and add the folder."
    return BringingError(f"Nothing is taken from {label}: {reason}.", advice)


def _tree(label: str, named: Iterator[Named]) -> tuple[dict[str, Entry], dict[str, str]]:
    """The entries by path, and what each is read by."""
    entries: dict[str, Entry] = {}
    keys: dict[str, str] = {}
    seen: set[str] = set()
    for count, (key, name, entry) in enumerate(named):
        if count >= MAX_ENTRIES:
            raise UnpackingError(f"it holds more than {MAX_ENTRIES:,} files and folders")
        try:
            path = entry_path(name)
        except HostileNameError as error:
            raise UnpackingError(f"of the name “{one_line(name)}”, {error}") from None
        if entry.kind is Kind.FOLDER:
            entries.setdefault(path, entry)
            continue
        if not path or same_name_as(path) in seen:
            raise UnpackingError(f"it holds two files named “{one_line(name)}”")
        seen.add(same_name_as(path))
        entries[path], keys[path] = entry, key
    return entries, keys


# Zip


def _open_zip(label: str, packed: bytes) -> PackedTree:
    # Before the directory is read, since that alone can take a gigabyte.
    if packed.count(_CENTRAL) > MAX_ENTRIES:
        raise UnpackingError(f"it holds more than {MAX_ENTRIES:,} files and folders")
    archive = zipfile.ZipFile(io.BytesIO(packed))
    infos = archive.infolist()
    for info in infos:
        if info.flag_bits & _ENCRYPTED:
            raise UnpackingError("it is encrypted")
    check_size(sum(info.file_size for info in infos), len(packed))
    entries, keys = _tree(
        label,
        ((str(number), info.orig_filename, _zip_entry(info)) for number, info in enumerate(infos)),
    )

    def read(path: str) -> bytes:
        info = infos[int(keys[path])]
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _refused(label, f"{one_line(path)} is compressed in an unusual way")
        try:
            with archive.open(info) as file:
                return file.read(MAX_BYTES + 1)
        except _BROKEN:
            raise _refused(label, _DAMAGED) from None

    return PackedTree(label, entries, read)


def _zip_entry(info: zipfile.ZipInfo) -> Entry:
    if info.is_dir():
        return Entry(Kind.FOLDER)
    # The mode of Unix, which other systems leave at 0.
    of = stat.S_IFMT(info.external_attr >> 16)
    if of == stat.S_IFLNK:
        return Entry(Kind.LINK)
    return Entry(Kind.FILE if of in (0, stat.S_IFREG) else Kind.OTHER, info.file_size)


# Tar


def _careful_headers() -> type[tarfile.TarInfo]:
    """The headers of one archive, which may not say too much.

    What a header says of the next entry is searched for patterns by the standard library, in a
    time that grows with the square of its size.
    """
    searched = 0

    class Header(tarfile.TarInfo):
        @classmethod
        def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
            nonlocal searched
            header = super().frombuf(buf, encoding, errors)
            if header.type in _SAYS_MORE:
                searched += header.size**2
                if header.size < 0 or searched > MAX_SEARCHED:
                    raise UnpackingError(_DAMAGED)
            return header

    return Header


def _open_tar(label: str, content: bytes, packed_size: int) -> PackedTree:
    check_size(len(content), packed_size)
    try:
        archive = tarfile.TarFile(
            fileobj=io.BytesIO(content), tarinfo=_careful_headers(), encoding="utf-8"
        )
    except tarfile.ReadError:
        message = f"{label} is no archive that can be read."
        raise BringingError(message, f"Give a bank (.yaml), a folder, {FORMATS}.") from None
    if not content.endswith(bytes(tarfile.BLOCKSIZE)):
        raise UnpackingError(_DAMAGED)
    members: dict[str, tarfile.TarInfo] = {}

    def each() -> Iterator[Named]:
        while (info := archive.next()) is not None:
            key = str(len(members))
            members[key] = info
            yield key, info.name, _tar_entry(info)

    entries, keys = _tree(label, each())

    def read(path: str) -> bytes:
        try:
            member = archive.extractfile(members[keys[path]])
            return b"" if member is None else member.read(MAX_BYTES + 1)
        except _BROKEN:
            raise _refused(label, _DAMAGED) from None

    return PackedTree(label, entries, read)


def _tar_entry(info: tarfile.TarInfo) -> Entry:
    if info.isdir():
        return Entry(Kind.FOLDER)
    if info.issym() or info.islnk():
        return Entry(Kind.LINK)
    return Entry(Kind.FILE if info.isreg() else Kind.OTHER, info.size)
