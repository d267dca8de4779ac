"""A list or a mapping has fewer entries than are needed.

Why: A list of one is a short answer, and an order of two is a guess: what the kind asks of the
learner needs so many.

Fails:

    questions:
      - kind: list
        prompt: What does the article say of Panjshir?
        items:
          - answer: It is a valley
        quote: Panjshir is a valley, northeast of Kabul

Passes:

    questions:
      - kind: list
        prompt: What does the article say of Panjshir?
        items:
          - answer: It is a valley
          - answer: It lies northeast of Kabul
        quote: Panjshir is a valley, northeast of Kabul
"""
