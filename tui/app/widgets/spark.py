"""Numbers as small bars, a character each."""

from __future__ import annotations

from collections.abc import Sequence

BARS = "▁▂▃▄▅▆▇█"
NOTHING = "·"
WEEK = 7


def spark(numbers: Sequence[int], group: int = WEEK) -> str:
    """A bar a number, scaled to the largest, a dot for 0; a space after every `group` of them."""
    most = max(numbers, default=0)
    bars = [bar(number, most) for number in numbers]
    return " ".join("".join(bars[i : i + group]) for i in range(0, len(bars), group))


def bar(number: int, most: int) -> str:
    """The bar for `number` where `most` is the full one; anything above 0 has one."""
    if number <= 0 or most <= 0:
        return NOTHING
    # Rounded up: the largest has the full bar, and the smallest has one.
    return BARS[-(-number * len(BARS) // most) - 1]


def share_bar(share: float, width: int) -> tuple[str, str]:
    """A bar of `width` cells in two parts: what is done, and what is left."""
    done = round(width * min(max(share, 0.0), 1.0))
    return "━" * done, "─" * (width - done)
