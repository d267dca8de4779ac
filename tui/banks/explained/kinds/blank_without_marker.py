"""A cloze text has no blank.

Why: There is nothing to fill in: the learner would read a sentence and have no way to answer.

Fails:

    questions:
      - kind: cloze
        prompt: Fill in what is missing.
        text: His son is leading the NRF.
        quote: his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: cloze
        prompt: Fill in what is missing.
        text: His {{son}} is leading the NRF.
        quote: his son, Ahmed Massoud, is leading the NRF
"""
