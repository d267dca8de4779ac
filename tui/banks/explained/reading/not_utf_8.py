"""The line holds bytes that are not UTF-8.

Why: Which letters they stand for can only be guessed, and a name guessed wrongly would be taught.

Fails: the file was saved as Windows-1252, so that the “é” of “café” is the one byte 0xE9.

Passes: the same file is saved as UTF-8.
"""
