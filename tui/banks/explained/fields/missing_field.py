"""A field that is needed is not there.

Why: What the app would have to make up, it does not: a question without its answer, or without the
quote that proves it, can't be asked.

Fails:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        quote: his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF
"""
