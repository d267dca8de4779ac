from __future__ import annotations

from tests.app.driving import session_at
from tui.app.lines import ends
from tui.app.widgets.study_words import place_words, where_words
from tui.study.desk import Desk
from tui.study.states import Asked


def header(desk: Desk, name: str, kind: str, width: int) -> str:
    asked = session_at(desk, name).state
    assert isinstance(asked, Asked)
    return ends(where_words(asked, kind), place_words(asked, 0.0, 20, short=True), width).plain


def test_the_kind_stays_where_it_tells_what_an_answer_is(desk: Desk) -> None:
    kind = "choose all that apply"
    assert header(desk, "signers", kind, 80).startswith("The treaty · choose all")
    assert header(desk, "signers", kind, 40).startswith(kind)
    assert header(desk, "broker", "choice", 30).startswith("The treaty ")
