"""Takes the picture in the README: the real app, on the shipped bank, at 100 by 30.

.venv/bin/python docs/take_picture.py
"""

from __future__ import annotations

import asyncio
import itertools
import re
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tui.app.app import CssprepApp
from tui.clock import FixedClock
from tui.study.desk import open_desk
from tui.study.folder import StudyFolder, shipped_banks
from tui.study.opening import open_session
from tui.study.states import Asked
from tui.study.wish import Wish

QUESTION = "nrf-afghanistan/leader-today"
TYPED = "Ahmad Shah Masood"
PICTURE = Path(__file__).parent / "study.svg"


async def take(folder: StudyFolder) -> str:
    """The screen after a wrong answer to `QUESTION`, as SVG."""
    numbers = itertools.count()
    clock = FixedClock(datetime(2026, 11, 22, 7, 0, tzinfo=UTC))
    with open_desk(folder, clock, lambda: f"{next(numbers):026}") as desk:
        question = desk.index.question(QUESTION)
        assert question is not None
        session = open_session(desk, 20, Wish(question.topic))
        while isinstance(session.state, Asked) and session.state.ref != QUESTION:
            session.skip()
        app = CssprepApp(desk, 20, session)
        async with app.run_test(size=(90, 26)) as pilot:
            await pilot.pause()
            for key in (*TYPED, "enter"):
                await pilot.press("space" if key == " " else key)
            await pilot.pause()
            return app.export_screenshot(title="cssprep")


def main() -> None:
    """Writes the picture beside this file."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        shutil.copytree(shipped_banks(), root / "question_banks")
        banks = root / "question_banks"
        folder = StudyFolder(root, banks, root / "progress.db", root / "cache")
        picture = asyncio.run(take(folder))
    # Textual numbers its pictures by chance; a fixed name keeps the file the same in each run.
    picture = re.sub(r"terminal-\d+-", "terminal-", picture)
    # Whoever looks at it need not fetch a font from elsewhere.
    picture = re.sub(r"@font-face\s*{[^}]*}|<!--.*?-->", "", picture, flags=re.DOTALL)
    PICTURE.write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
