"""A blank of a cloze text holds no answer.

Why: Whatever the learner types there is wrong. Mostly the braces were to be filled in later.

Fails:

    questions:
      - kind: cloze
        prompt: Fill in what is missing.
        text: His {{son}} is leading the {{}}.
        quote: his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: cloze
        prompt: Fill in what is missing.
        text: His {{son}} is leading the {{NRF}}.
        quote: his son, Ahmed Massoud, is leading the NRF
"""
