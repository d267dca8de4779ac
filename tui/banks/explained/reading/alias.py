"""A text is repeated by an alias (*name).

Why: The line does not say what it stands for: that is written elsewhere, and changes when that is
changed. Mostly the * was meant as a letter.

Fails:

    licence: *ours

Passes:

    licence: CC0-1.0
"""
