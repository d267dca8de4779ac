"""What all questions have in common, whatever their kind."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from tui.kinds.bounds import at_least, at_most, more_than, size_at_least
from tui.kinds.verdict import Variant, Verdict

Answer = tuple[str, ...]
"""An answer as it is logged: texts, as the question's kind encodes them (see each kind)."""

Text = Annotated[str, size_at_least(1)]
"""A text that may not be empty."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a well-formed question says and may not: where in it, and what to do."""

    path: tuple[str | int, ...]
    code: str
    message: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as its author wrote it: the fields are those of the bank format.

    quote: one or more passages of the source that prove the answer, word for word.
    mistakes: wrong answers, each with why it is wrong.
    draft: whether its author has not finished it: it is checked, but never asked.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    id: Text
    kind: str
    topic: Text
    prompt: Text
    quote: Text | Annotated[tuple[Text, ...], size_at_least(1)]
    source: str = ""
    mistakes: dict[str, str] = field(default_factory=dict)
    note: str = ""
    hint: str = ""
    explain: str = ""
    difficulty: Annotated[int, at_least(1), at_most(5)] | None = None
    marks: Annotated[float, more_than(0)] | None = None
    tags: tuple[Text, ...] = ()
    as_of: str = ""
    expires: str = ""
    was: tuple[Text, ...] = ()
    draft: bool = False

    @property
    def quotes(self) -> tuple[str, ...]:
        """The passages that prove the answer."""
        return (self.quote,) if isinstance(self.quote, str) else self.quote

    def grade(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> Verdict:
        """Grades `answer`; `learned` are wordings that the learner had accepted before."""
        raise NotImplementedError

    def key(self) -> tuple[str, ...]:
        """The texts that make the answer right; where they change, the answer has changed."""
        raise NotImplementedError

    def right_answer(self) -> str:
        """The right answer, as one line to be read."""
        raise NotImplementedError

    def options(self, turn: int) -> tuple[str, ...]:
        """What there is to choose from, in the order shown at the `turn`-th asking (from 0)."""
        return ()

    @property
    def guess_rate(self) -> float:
        """The chance that a blind guess is right; 0 where the answer is typed."""
        return 0.0

    def claims(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> tuple[Variant, ...]:
        """What "I was right, remember this" would remember of `answer`; () if nothing can be.

        What is right already, a known mistake and a disputed answer are not remembered.
        """
        return ()

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this question that the types of its fields can't say."""
        for mistake, reason in self.mistakes.items():
            if not reason.strip():
                yield Problem(
                    ("mistakes", mistake),
                    "mistake-without-reason",
                    f"The mistake “{mistake}” has no reason.",
                    "Write after the colon why it is wrong, in a sentence for the learner.",
                )

    def plain_lines(self, turn: int) -> tuple[str, ...]:
        """The lines shown under the prompt where there is no screen, how to answer last."""
        raise NotImplementedError

    @property
    def plain_answers(self) -> int:
        """How many lines of input an answer takes at most where there is no screen."""
        return 1

    def from_plain(self, lines: tuple[str, ...], turn: int) -> Answer:
        """The answer that `lines` of input give; ValueError with a sentence if they give none."""
        raise NotImplementedError


# Punctuation that makes another number: 3.5 is not 35, -5 is not 5, 1 200 may be 1200 or two.
_TELLING = re.compile(r"[^\W_]|(?<=\d)[.,:/](?=\d)|(?<!\w)[-−](?=\d)|[%+<>=€$£°]")


def key_hash(question: Question) -> str:
    """A short hash of the answer key, blind to case, white space and most punctuation.

    It stays the same for as long as the key does: reviews are told apart by it.
    """
    folded = "\x1f".join("".join(_TELLING.findall(text.casefold())) for text in question.key())
    return hashlib.sha256(f"{question.kind}\x1e{folded}".encode()).hexdigest()[:12]


def shuffled(texts: tuple[str, ...], seed: str, turn: int) -> tuple[str, ...]:
    """`texts` in an order that depends on `seed` and `turn` alone."""
    return tuple(
        sorted(
            texts, key=lambda text: hashlib.sha256(f"{seed}\x1f{turn}\x1f{text}".encode()).digest()
        )
    )
