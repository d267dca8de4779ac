"""The answer is listed as disputed.

Why: A disputed answer is one that the source does not give. The learner who gives the source's own
would be asked to decide whether it counts.

Fails:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        disputed:
          Ahmad Massoud: Others name a council.
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
