"""What a prompt calls its source: by its title, so that the prompt stands alone."""

from __future__ import annotations

import re

from tui.banks.drafting.wording import LITTLE, UNTITLED

_LONGEST = 70
"""Characters of a title that a prompt has room for."""
_FEWEST = 3
"""Words that the part of a title before a colon must have to be told by them."""


def named(title: str) -> str:
    """`title`, shortened if it is long, in quotation marks; of no title, what stands for one."""
    plain = " ".join(title.split()).strip(" .")
    return quoted(shortened(plain)) if plain else UNTITLED


def quoted(text: str) -> str:
    """`text` in quotation marks, its own made single."""
    inner = re.sub(r'"([^"]*)"', r"‘\1’", text).translate(str.maketrans("“”", "‘’"))
    return f"“{inner.replace(chr(34), '')}”"


def shortened(title: str) -> str:
    """`title` without its subtitle, or its first words, if it is long."""
    if len(title) <= _LONGEST:
        return title
    main = re.split(r": | [—–|-] ", title, maxsplit=1)[0].strip()
    if len(main.split()) >= _FEWEST and len(main) <= _LONGEST:
        return main
    words = title[: _LONGEST - 1].rsplit(" ", 1)[0].split()
    while len(words) > 1 and words[-1].lower() in LITTLE:
        words.pop()
    return f"{' '.join(words).rstrip(',;:—–-')} …"
