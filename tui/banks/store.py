"""Keeps compiled banks up to date and answers questions in SQL about them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from threading import RLock
from typing import Any

from tui.banks import cache
from tui.banks.freshness import changes

LARGE = 256 * 1024
"""Bytes of changed bank files from which they are compiled in a process of their own."""


class Store:
    """The compiled banks of `folder`, in the file `path` or, where that can't be, in memory.

    May be used from several threads: calls take turns, but for a `refresh`, during which the
    others go on reading what there was. Several processes may share a file. `before_compiling` is
    called once at most, where opening takes seconds; a `refresh` says nothing.
    """

    def __init__(
        self, folder: Path, path: Path, today: date, before_compiling: Callable[[], None]
    ) -> None:
        self._before_compiling: Callable[[], None] | None = before_compiling
        self.folder = folder
        self.path: Path | None = path
        self._today = today
        self._lock = RLock()
        self._full_text: bool | None = None
        self._connection = self._opened()
        # From here on there may be a screen, which a line on the terminal would spoil.
        self._before_compiling = None

    def refresh(self, today: date | None = None) -> bool:
        """Compiles what has changed since; whether anything had. today: None if the same day.

        Raises BanksError if the folder can't be read any more.
        """
        self._today = today or self._today
        try:
            changed = self._bring_up_to_date(self._connection)
        except sqlite3.Error as error:
            if self.path is None:
                raise
            with self._lock:
                self._start_anew(error)
            return True
        if changed and self.path is not None:
            # What was compiled is not in the file that is open where another process, finding it
            # damaged, has put a new one in its place.
            with self._lock:
                if changes(self._connection, self.folder, self._today).files:
                    self._connection.close()
                    self._connection = self._opened()
        return changed

    def close(self) -> None:
        """Closes the file; harmless when it is closed."""
        with self._lock:
            self._connection.close()

    @property
    def full_text(self) -> bool:
        """Whether words are found by SQLite's full-text search; else by going through them."""
        if self._full_text is None:
            with self._lock:
                self._full_text = cache.has_full_text(self._connection)
        return self._full_text

    def rows(self, sql: str, *values: object) -> list[Any]:
        """The rows that `sql` gives; a file that proves damaged is made anew first."""
        with self._lock:
            try:
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.DatabaseError as error:
                if self.path is None or not cache.is_damaged(error):
                    raise
                self._start_anew(error)
                return self._connection.execute(sql, values).fetchall()

    def _start_anew(self, error: sqlite3.Error) -> None:
        """Opens the cache again after `error`; it is thrown away if it is damaged."""
        self._connection.close()
        if self.path is not None and cache.is_damaged(error):
            cache.throw_away(self.path)
        self._connection = self._opened()

    def _opened(self) -> sqlite3.Connection:
        """An open cache that is up to date: the file if it can be used, else one in memory."""
        if self.path is not None:
            for _ in ("as it is", "made anew"):
                try:
                    return self._open(self.path)
                except OSError:
                    break
                except sqlite3.Error as error:
                    if not cache.is_damaged(error):
                        break
                    cache.throw_away(self.path)
        self.path = None
        return self._open(None)

    def _open(self, path: Path | None) -> sqlite3.Connection:
        connection = cache.open_cache(path)
        try:
            self._bring_up_to_date(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _bring_up_to_date(self, connection: sqlite3.Connection) -> bool:
        with self._lock:
            changed = changes(connection, self.folder, self._today)
        if not changed.files:
            return False
        if changed.size > LARGE:
            if self._before_compiling is not None:
                self._before_compiling()
            if self.path is not None and self._compiled_apart(self.path):
                return True
        from tui.banks.compile import compile_banks

        if self.path is None:
            with self._lock:
                compile_banks(connection, self.folder, self._today)
        else:
            # On a connection of its own: other threads go on reading what there was.
            with closing(cache.open_cache(self.path)) as own:
                compile_banks(own, self.folder, self._today)
        return True

    def _compiled_apart(self, path: Path) -> bool:
        """Compiles in a process of its own; False if that can't be done here."""
        import subprocess
        import sys

        import tui

        if not sys.executable:
            return False
        arguments = [str(path.absolute()), str(self.folder.absolute()), self._today.isoformat()]
        # From the folder of the package, so that nothing in the learner's is taken for a module.
        home = Path(tui.__file__).parent.parent
        with suppress(OSError):
            done = subprocess.run(
                [sys.executable, "-m", "tui.banks.compile", *arguments],
                cwd=home,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
            return done.returncode == 0
        return False
