"""An answer, a mistake or a disputed answer is no date.

Why: What the learner types is compared as a date. With a key that is none, nothing typed is right.

Fails:

    questions:
      - kind: date
        prompt: When did the NRF begin?
        answer: early on
        quote: It began in 1990

Passes:

    questions:
      - kind: date
        prompt: When did the NRF begin?
        answer: 1990
        quote: It began in 1990
"""
