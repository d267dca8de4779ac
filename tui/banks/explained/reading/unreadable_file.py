"""The file can't be opened, or is not a file.

Why: Nothing of it can be checked. Learners keep the questions that it had when it was last read,
and none that were written since.

Fails: a folder has the name of a bank, `nrf.yaml`.

Passes: `nrf.yaml` is a file that you may read.
"""
