"""A list, a mapping, a number or a text stands where another is wanted.

Why: Whether a comma divides two wordings or belongs to one can't be told from a text, so nothing is
turned into anything else by guessing.

Fails:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        accept: Ahmed Masood
        quote: his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        accept: [Ahmed Masood]
        quote: his son, Ahmed Massoud, is leading the NRF
"""
