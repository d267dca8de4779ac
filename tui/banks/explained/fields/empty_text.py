"""A text that has to say something is empty.

Why: The learner would be shown nothing where the question or the answer was to stand. Mostly it was
to be filled in later.

Fails:

    questions:
      - kind: short
        prompt:
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF
"""
