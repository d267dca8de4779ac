"""Lists and mappings are nested more than 16 deep.

Why: A bank needs no more than 7, so it is a bracket too many, or a file made to wear the reader
out. Nothing of the file can be used.

Fails:

    title: [[[[[[[[[[[[[[[[[The NRF]]]]]]]]]]]]]]]]]

Passes:

    title: The NRF
"""
