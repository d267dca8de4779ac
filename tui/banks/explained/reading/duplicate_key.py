"""A mapping has the same key twice.

Why: Only one of the two can count. YAML keeps the last and says nothing, so that a question would
lose its answer or a mistake its reason unnoticed.

Fails:

    title: The NRF
    title: The NRF and its leaders

Passes:

    title: The NRF and its leaders
"""
