"""The real app on a disk of a few MB that fills up in mid-session, again and again.

    python -m tests.durability.full_disk --rounds 20

Mounts a small tmpfs, in a user namespace of its own where it is not run by root; so it runs on
Linux, and where that is allowed.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.durability.kills import kept, place_on, wait_for_place
from tests.durability.towns import code, write_towns
from tests.progress.entries import review
from tests.progress.files import fill, open_at
from tests.terminal import CSSPREP, ENTER, Terminal
from tui.progress import log
from tui.progress.copies.backup import is_sound
from tui.progress.database import Database
from tui.progress.errors import NoRoomError
from tui.progress.guards.held_files import handle_of, identity

MEGABYTES = 8
"""More than the write-ahead log grows to before SQLite begins it anew."""
NEW_USER, NEW_MOUNTS = 0x10000000, 0x00020000
TOLD = "There is no room left"
LONGEST_WAIT = 30.0
"""Seconds without another question or verdict after which something is wrong."""


def mount_small(folder: Path) -> None:
    """Mounts a tmpfs of a few MB on `folder`, seen by this process and its children alone."""
    libc = ctypes.CDLL(None, use_errno=True)
    uid, gid = os.getuid(), os.getgid()
    if libc.unshare(NEW_MOUNTS if uid == 0 else NEW_USER | NEW_MOUNTS):
        raise OSError(ctypes.get_errno(), "unshare is not permitted here")
    if uid:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"0 {uid} 1")
        Path("/proc/self/gid_map").write_text(f"0 {gid} 1")
    private = 1 << 18 | 1 << 14
    libc.mount(b"none", b"/", None, private, None)
    options = f"size={MEGABYTES}m".encode()
    if libc.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", 0, options):
        raise OSError(ctypes.get_errno(), "mount is not permitted here")


def fill_up(file: Path) -> None:
    """Writes to `file` until the disk has no byte left."""
    with file.open("wb", buffering=0) as stream:
        for size in (1 << 16, 1 << 12, 1):
            try:
                while True:
                    stream.write(b"x" * size)
            except OSError:
                continue


def run(folder: Path, rounds: int, chance: random.Random) -> tuple[int, int]:
    """Studies on, with the disk full in each round; answers shown, and times that it was told."""
    # A round goes through three of them; at the end of the session there would be none to wait for.
    write_towns(folder, 3 * rounds + 10)
    filler, shown, told = folder / "filler", set(), 0
    with Terminal([CSSPREP, "study", "--minutes", "600"], folder) as terminal:
        place = wait_for_place(terminal, other_than=None)
        for _ in range(rounds):
            is_full_at = chance.randrange(1, 4)
            for step in range(6):
                if step == is_full_at:
                    fill_up(filler)
                if not place.shown and code(place.town) not in terminal.text:
                    terminal.process.send(code(place.town))
                    terminal.wait_for(code(place.town))
                terminal.process.send(ENTER)
                end = time.monotonic() + LONGEST_WAIT
                while (now := place_on(terminal.settle(0.2))) in {None, place}:
                    in_time = time.monotonic() < end
                    assert in_time and terminal.process.isalive(), terminal.text
                    if TOLD not in " ".join(terminal.text.split()):
                        continue
                    # The log has room of its own for some answers; here it was at its end.
                    told += 1
                    filler.unlink(missing_ok=True)
                    terminal.type(ENTER)
                    terminal.settle(0.2)
                    terminal.process.send(ENTER)
                assert now is not None
                place = now
                if place.shown:
                    shown.add(place.town)
            filler.unlink(missing_ok=True)
        terminal.kill()
    found = kept(folder)
    lost = shown - set(found.standing)
    doubled = [town for town, count in found.standing.items() if count > 1]
    assert not lost, f"shown and lost: {lost}"
    assert not doubled, f"doubled: {doubled}"
    return len(shown), told


def bring_in_on_full(folder: Path, answers: int) -> tuple[int, int]:
    """Fills the disk while there is room in the log, and makes room once that is half brought in.

    Answers recorded, and how often one was refused before there was room.
    """
    path, filler = folder / "progress.db", folder / "filler"
    refused = 0
    with open_at(path) as db:
        for number in range(answers):
            if number == answers // 8:
                fill_up(filler)
            try:
                fill(db, [review(f"R{number}")])
            except NoRoomError:
                refused += 1
                filler.unlink()
                fill(db, [review(f"R{number}")])
            if filler.exists() and promised(path, db) > path.stat().st_size:
                filler.unlink()
    with open_at(path) as db:
        assert log.ids(db) == {f"R{number}" for number in range(answers)}
    assert is_sound(path)
    return answers, refused


def promised(path: Path, db: Database) -> int:
    """How many bytes progress.db has by its header, which is brought in first."""
    handle = handle_of(identity(path))
    assert handle is not None
    size: int = db.rows("PRAGMA page_size")[0][0]
    return size * int.from_bytes(os.pread(handle, 4, 28), "big")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        for name in ("CACHE", "CONFIG", "DATA"):
            os.environ[f"XDG_{name}_HOME"] = f"{root}/{name.lower()}"
        disk = Path(root, "disk")
        disk.mkdir()
        mount_small(disk)
        try:
            shown, told = run(disk / "study", arguments.rounds, random.Random(arguments.seed))
            shutil.rmtree(disk / "study")
            recorded, refused = bring_in_on_full(disk, 3000)
        finally:
            ctypes.CDLL(None).umount2(os.fsencode(disk), 2)
    print(
        f"{shown} answers shown on a disk that was full in {arguments.rounds} rounds; "
        f"{told} times the app said so and went on; 0 lost, 0 doubled, the file is sound."
    )
    print(
        f"{recorded:,} answers, the log half brought into a file that had no room to grow; "
        f"{refused} of them refused until there was room; 0 lost, the file is sound."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
