"""Mends bank files: what the fixes in `tui.banks.fixes` change, and nothing else, to the byte.

No tree is written back as a whole: that would move comments, blank lines and line ends. A change is
found in the text by the marks of the parser that the check uses, so that both read it the same way,
and spliced in; ruamel only says how a text has to be written in the style of the one before it.
"""
