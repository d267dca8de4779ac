"""The answer is listed as a mistake.

Why: The learner who is right would be told that it is wrong, and why.

Fails:

    questions:
      - kind: choice
        prompt: What is Panjshir?
        answer: A valley
        mistakes:
          A Valley: It is a river.
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
