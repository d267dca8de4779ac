from __future__ import annotations

from tui.banks.guess.statements import STATEMENTS


def test_what_is_called_of_a_statement() -> None:
    assert STATEMENTS["always true"]("It is so.", 9) is True
    assert STATEMENTS["always false"]("It is so.", 9) is False
    assert STATEMENTS["absolute statement is false"]("It is never so.", 9) is False
    assert STATEMENTS["absolute statement is false"]("It is so.", 9) is None
    assert STATEMENTS["hedged statement is true"]("It is often so.", 9) is True
    assert STATEMENTS["hedged statement is true"]("It is so.", 9) is None


def test_a_statement_longer_than_usual_is_called_true() -> None:
    call = STATEMENTS["longer statement is true"]
    assert [call("12345", usual) for usual in (4, 5, 6)] == [True, None, False]


def test_a_statement_full_of_details_is_called_true() -> None:
    call = STATEMENTS["detailed statement is true"]
    assert call("On 19 September 1960 the treaty was signed in Karachi.", 9) is True
    assert call("It was signed in Karachi.", 9) is None
