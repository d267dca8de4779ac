"""How questions are answered on the screen: one input a kind, imported when first needed.

The file `<kind>.py` holds the input of the kind, as `INPUT`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.answers.answer_input import AnswerInput


def input_for(kind: str) -> type[AnswerInput]:
    """The input in which questions of `kind` are answered; ImportError if the kind has none."""
    found: type[AnswerInput] = import_module(f"tui.app.answers.{kind}").INPUT
    return found
