"""A text is given an anchor (&name).

Why: Anchors make one part of a file stand for another. A line would then no longer say what it
says, and a few lines can stand for millions. Mostly the & was meant as a letter.

Fails:

    title: &nrf The NRF

Passes:

    title: The NRF & its leaders
"""
