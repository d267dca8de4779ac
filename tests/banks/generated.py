"""Banks of any size, of three kinds of question."""

from __future__ import annotations

HEAD = """\
format: 1
bank: generated
title: A generated bank
sources:
  text: {title: A generated text, file: sources/generated.txt}
topics:
  one: {title: The first topic}
  two: {title: The second topic}
questions:
"""
BODIES = (
    """\
    kind: short
    prompt: Who leads the group that has the number {0}, after all that has been?
    answer: Leader of the group number {0}
    mistakes:
      Father {0}: That is his father.
""",
    """\
    kind: choice
    prompt: Which of these people did the thing that has the number {0}?
    answer: Person number {1}{0}
    mistakes:
      Person number {2}{0}: He was the enemy that he fought.
      Person number {3}{0}: He came too late.
      Person number {4}{0}: He came too early.
""",
    """\
    kind: number
    prompt: How many of these things were counted in the year that has the number {0}?
    answer: 1{0}
    explain: They were counted one by one.
""",
)


def generated_bank(count: int) -> str:
    """A bank of `count` questions, question-0 and so on."""
    parts = [HEAD]
    for number in range(count):
        # In turn, so that the answer is neither the least nor the middle nor the greatest.
        figures = [1 + (number // 3 + more) % 4 for more in range(4)]
        parts.append(f"  - id: question-{number}\n    topic: {('one', 'two')[number % 2]}\n")
        parts.append(BODIES[number % 3].format(number, *figures))
        parts.append(f"    quote: the sentence number {number} proves it\n")
        parts.append("    note: He was killed on 9 September 2001, two days before the attacks.\n")
    return "".join(parts)


def generated_source(count: int) -> str:
    """The text that it quotes."""
    sentences = (f"Here the sentence number {n} proves it, with more words." for n in range(count))
    return "\n".join(sentences) + "\n"
