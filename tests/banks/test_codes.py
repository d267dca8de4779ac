from __future__ import annotations

import pytest

from tui.banks.codes import ABOUT_THE_BANK, UNUSED_SILENCE, can_be_silenced, severities
from tui.banks.finding import Severity


@pytest.mark.parametrize("code", ["syntax", "missing-field", "no-mistakes", "quote-not-found"])
def test_an_error_can_not_be_silenced(code: str) -> None:
    assert severities()[code] is Severity.ERROR
    assert not can_be_silenced(code)


@pytest.mark.parametrize(
    ("code", "severity"), [("expired", Severity.WARNING), ("source-absent", Severity.NOTE)]
)
def test_a_warning_and_a_note_can_be_silenced(code: str, severity: Severity) -> None:
    assert severities()[code] is severity
    assert can_be_silenced(code)


@pytest.mark.parametrize("code", [UNUSED_SILENCE, "expird", ""])
def test_what_silences_nothing_and_what_there_is_not_can_not_be_silenced(code: str) -> None:
    assert not can_be_silenced(code)


def test_what_is_about_the_bank_can_be_silenced_there() -> None:
    assert all(map(can_be_silenced, ABOUT_THE_BANK))
