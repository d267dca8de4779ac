"""An answer, a mistake or a disputed answer is no number.

Why: What the learner types is compared as a number. With a key that is none, nothing typed is
right.

Fails:

    questions:
      - kind: number
        prompt: How many leaders does the article name?
        answer: several
        quote: his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: number
        prompt: How many leaders does the article name?
        answer: 2
        quote: his son, Ahmed Massoud, is leading the NRF
"""
