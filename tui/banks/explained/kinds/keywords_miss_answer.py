"""The keywords of an item don't match its own answer.

Why: What would not find the answer itself will not find what learners write for it: lines that are
right would be marked wrong.

Fails:

    questions:
      - kind: list
        prompt: What does the article say of Panjshir?
        items:
          - answer: It is a valley
            keywords: [[river]]
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
