"""A mistake is listed as disputed.

Why: The learner would be told that it is wrong and asked to decide whether it is right.

Fails:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        disputed:
          A council: Others say so; the article names the son.
        mistakes:
          A council: It is led by one man.
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
