"""Sound banks to break, and what they are after mending."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.banks.sample import BANK, SOURCE, TODAY, write
from tui.banks.mend.mending import MendedText, mended_text

HASH = hashlib.sha256(SOURCE.encode()).hexdigest()
SOUND = BANK.replace("article.txt}", f"article.txt, sha256: {HASH}}}")
"""A bank that there is nothing to mend in."""

QUOTE = "quote: his son, Ahmed Massoud, is leading the NRF"


def broken(old: str, new: str, bank: str = SOUND) -> str:
    """The sound bank with `new` in place of `old`."""
    assert bank.count(old) == 1
    return bank.replace(old, new)


def mended(folder: Path, text: str) -> MendedText:
    """The bank `text`, mended in `folder`, where the source is that it quotes."""
    write(folder, text)
    return mended_text(text, folder, TODAY)
