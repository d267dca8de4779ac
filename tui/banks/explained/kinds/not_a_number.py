"""An answer, a mistake or a disputed answer is no number, or there are words beside the answer.

“1.9 billion”, “more than 600” and “45%” are numbers; a unit has a field of its own, and so has how
far off an answer may be.

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
        explain: The other is Ahmed Shah Massoud, his father.
"""
