"""A keyword matches nothing, or nearly everything.

Why: An item whose keyword never matches is never found in the learner's line; one that always
matches is found in a wrong one.

Fails:

    questions:
      - kind: list
        prompt: What does the article say of Panjshir?
        items:
          - answer: It is a valley
            keywords: [[va*]]
          - answer: It lies northeast of Kabul
        quote: Panjshir is a valley, northeast of Kabul

Passes:

    questions:
      - kind: list
        prompt: What does the article say of Panjshir?
        items:
          - answer: It is a valley
            keywords: [[valley*]]
          - answer: It lies northeast of Kabul
        quote: Panjshir is a valley, northeast of Kabul
"""
