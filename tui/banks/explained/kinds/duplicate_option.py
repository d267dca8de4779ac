"""Two options read the same.

Why: The learner can't tell them apart. And where two options are the same, neither can be the right
one: that gives the answer away.

Fails:

    questions:
      - kind: choice
        prompt: What is Panjshir?
        answer: A valley
        mistakes:
          A river: A river of that name runs through it.
          a river.: It is no water.
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
