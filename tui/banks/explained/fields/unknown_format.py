"""The bank is written in a format that this version can't read.

Why: Its fields may mean something else there. To guess would be to teach what the instructor did
not write.

Fails:

    format: 2

Passes:

    format: 1
"""
