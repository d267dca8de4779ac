from __future__ import annotations

import pytest

from tests.banks.mend.sample import SOUND
from tui.banks.mend.agreement import MendingFault, make_sure
from tui.banks.mend.change import Change, SetText


def test_a_text_that_would_say_something_else_is_refused() -> None:
    changes: list[Change] = [SetText(("questions", 1, "id"), "the-valley", "")]
    good = SOUND.replace("id: valley", "id: the-valley")
    make_sure(SOUND, good, changes)
    for bad in (
        SOUND,
        good.replace("A sample", "A  sample"),
        good.replace("short", "list"),
        good.replace("title: The", "title: &a The"),
        good.replace("the-valley", "the-valleys"),
        good + "  - id: more\n",
        good.replace("topics:", "topics"),
        good[: good.index("  - id: the-valley")],
    ):
        with pytest.raises(MendingFault, match="something else"):
            make_sure(SOUND, bad, changes)
