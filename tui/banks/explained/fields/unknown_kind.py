"""There is no such kind of question.

Why: The kind says how a question is put and graded. Without it the question can't be asked, and its
other fields can't be checked.

Fails:

    questions:
      - kind: shrot
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF
"""
