"""A mistake of a true-or-false question is neither.

Why: The learner can answer true or false and nothing else, so that the reason is never read.

Fails:

    questions:
      - kind: truefalse
        prompt: The NRF began in 1990.
        answer: true
        mistakes:
          maybe: The article gives the year.
        quote: It began in 1990

Passes:

    questions:
      - kind: truefalse
        prompt: The NRF began in 1990.
        answer: true
        mistakes:
          "false": The article gives the year.
        quote: It began in 1990
"""
