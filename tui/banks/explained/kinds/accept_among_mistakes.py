"""A wording is accepted and listed as a mistake.

Why: Who types it is right and wrong at once. Which of the two the learner is told should not be
left to chance.

Fails:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        accept: [The son of the lion]
        mistakes:
          The son of the lion: Say his name.
        quote: his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        accept: [The son of the lion]
        quote: his son, Ahmed Massoud, is leading the NRF
"""
