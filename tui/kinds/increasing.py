"""The longest increasing subsequence: what of an order is right."""

from __future__ import annotations


def longest_increasing(numbers: list[int]) -> tuple[int, ...]:
    """The longest of the increasing subsequences of distinct `numbers`.

    Of several as long, the one with the most numbers that stand at their own place, and of those
    the one of the smallest numbers.
    """
    best: list[tuple[int, int, tuple[int, ...]]] = []
    for at, number in enumerate(numbers):
        before = [run for run in best if run[2][-1] < number]
        length, fixed, run = max(before, key=_rank, default=(0, 0, ()))
        best.append((length + 1, fixed + (number == at), (*run, number)))
    return max(best, key=_rank, default=(0, 0, ()))[2]


def _rank(run: tuple[int, int, tuple[int, ...]]) -> tuple[int, int, tuple[int, ...]]:
    return run[0], run[1], tuple(-number for number in run[2])
