"""A text is given a tag (!name).

Why: Tags turn a text into something else. In a bank everything stays what was typed, so that the
learner reads what the instructor wrote. Mostly the ! was meant as a letter.

Fails:

    title: !important The NRF

Passes:

    title: "!important: the NRF"
"""
