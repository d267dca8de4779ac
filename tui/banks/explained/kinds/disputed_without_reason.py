"""A disputed answer tells the learner nothing.

Why: The learner decides whether a disputed answer counts, and for that has to know what is so and
what the source says.

Fails:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        disputed:
          A council:
        quote: his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        disputed:
          A council: Others say so; the article names the son.
        quote: his son, Ahmed Massoud, is leading the NRF
"""
