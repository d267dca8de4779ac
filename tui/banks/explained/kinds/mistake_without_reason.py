"""A mistake has no reason.

Why: The reason is what the learner learns from the mistake: without it there is only a red mark.

Fails:

    questions:
      - kind: choice
        prompt: What is Panjshir?
        answer: A valley
        mistakes:
          A river:
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
