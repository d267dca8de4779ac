"""The file is not well-formed YAML from here on.

Why: Where a text ends and the next field begins can't be told, so nothing of the file can be used.
Learners keep the questions that it had when it was last read.

Fails:

    title: The NRF: who leads it

Passes:

    title: "The NRF: who leads it"
"""
