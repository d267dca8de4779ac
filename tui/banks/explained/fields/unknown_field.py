"""There is no field of this name here.

Why: What stands there would be passed over in silence: the wordings under a misspelt `accept` would
be marked wrong, and the learner would be told so.

Fails:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        acept: [Ahmed Masood]
        quote: his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        accept: [Ahmed Masood]
        quote: his son, Ahmed Massoud, is leading the NRF
"""
