"""The tolerance is neither an amount nor a share.

Why: How far off the learner may be can't be told, so answers that were to count would be marked
wrong.

Fails:

    questions:
      - kind: number
        prompt: How many leaders does the article name?
        answer: 2
        tolerance: a little
        quote: his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: number
        prompt: How many leaders does the article name?
        answer: 2
        tolerance: 1
        quote: his son, Ahmed Massoud, is leading the NRF
        explain: The other is Ahmed Shah Massoud, his father.
"""
