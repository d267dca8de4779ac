from __future__ import annotations

from tui.kinds.statements import statements


def test_lines_and_sentences_without_bullets() -> None:
    text = "1. The dilemma\n\n- Both camps; the third way\n  a) No arms. Quiet talks!\n"
    assert statements(text) == (
        "The dilemma",
        "Both camps;",
        "the third way",
        "No arms.",
        "Quiet talks!",
    )
    assert statements(" \n ") == ()
