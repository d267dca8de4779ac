"""A question with options has no wrong one.

Why: With one option there is nothing to choose, and the learner is always right.

Fails:

    questions:
      - kind: choice
        prompt: What is Panjshir?
        answer: A valley
        quote: Panjshir is a valley

Passes:

    questions:
      - kind: choice
        prompt: What is Panjshir?
        answer: A valley
        mistakes:
          A river: A river of that name runs through it.
        quote: Panjshir is a valley
"""
