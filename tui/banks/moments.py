"""The moments at which files may have changed, told as soon as the system tells of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from threading import Event

LOOK_EVERY = 500
"""Milliseconds after which to look even if the system tells of nothing: some network folders never
tell, and a folder may have been put in another's place."""
QUIET = 10
"""Milliseconds without a change after which one is told of."""

Folders = Mapping[tuple[int, int], Path]
"""Folders by device and inode: another one in the place of one is another one."""


def folders_with(paths: Iterable[Path]) -> Folders:
    """The folders `paths`, as far as they are there, each once."""
    found: dict[tuple[int, int], Path] = {}
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        found.setdefault((status.st_dev, status.st_ino), path)
    return found


def moments(folders: Callable[[], Folders], longest: int, stop: Event) -> Iterator[None]:
    """The moments at which something in `folders()` may have changed, until `stop` is set.

    Editors save by writing another file and giving it the name of the old one: so folders are
    watched, not files. longest: milliseconds that a change waits at most for the ones after it.
    """
    from watchfiles import watch

    while not stop.is_set():
        yield
        watched = folders()
        if not watched:
            stop.wait(LOOK_EVERY / 1000)
            continue
        try:
            for _ in watch(
                *watched.values(),
                watch_filter=None,
                debounce=longest,
                step=QUIET,
                stop_event=stop,
                rust_timeout=LOOK_EVERY,
                yield_on_timeout=True,
                recursive=False,
            ):
                yield
                if folders().keys() != watched.keys():
                    break
        except OSError:
            # A folder went while it was being looked for, or a system watches no more.
            stop.wait(LOOK_EVERY / 1000)
