"""What a question is and how an answer to it is graded: one file a kind.

Kinds are imported one by one, when first needed, so that showing one question never pays for all.
"""

from __future__ import annotations

from importlib import import_module

from tui.kinds.question import Question

KIND_NAMES = (
    "choice",
    "multiple",
    "truefalse",
    "short",
    "cloze",
    "list",
    "order",
    "match",
    "number",
    "date",
    "outline",
)


def kind_named(name: str) -> type[Question]:
    """The class of questions of the kind `name`; KeyError if there is no such kind."""
    if name not in KIND_NAMES:
        raise KeyError(name)
    module = import_module(f"tui.kinds.{name}")
    found: type[Question] = module.KIND
    return found
