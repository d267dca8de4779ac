"""A second document begins in the file (---).

Why: A file is one bank. What follows is not read, so that questions would be missing without a
word.

Fails:

    title: The NRF
    ---
    title: The valley

Passes:

    title: The NRF and the valley
"""
