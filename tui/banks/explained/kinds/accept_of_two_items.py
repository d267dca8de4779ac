"""A wording is accepted for two items of a list.

Why: Typed once, it can't be told which item the learner meant; typed for both, one thing known
counts for two.

Fails:

    questions:
      - kind: list
        prompt: What does the article say of Panjshir?
        items:
          - answer: It is a valley
            accept: [Where it lies]
          - answer: It lies northeast of Kabul
            accept: [Where it lies]
        quote: Panjshir is a valley, northeast of Kabul

Passes:

    questions:
      - kind: list
        prompt: What does the article say of Panjshir?
        items:
          - answer: It is a valley
          - answer: It lies northeast of Kabul
            accept: [Where it lies]
        quote: Panjshir is a valley, northeast of Kabul
"""
