"""A cloze text has braces that don't match.

Why: Where the blank ends can't be told, and the learner would be shown the answer with a stray
brace.

Fails:

    questions:
      - kind: cloze
        prompt: Fill in what is missing.
        text: His {{son} is leading the NRF.
        quote: his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: cloze
        prompt: Fill in what is missing.
        text: His {{son}} is leading the NRF.
        quote: his son, Ahmed Massoud, is leading the NRF
"""
