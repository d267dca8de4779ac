"""Two left sides of a matching question read the same.

Why: The learner sees the same thing twice with two partners, and can only guess which is wanted
where.

Fails:

    questions:
      - kind: match
        prompt: What is what?
        pairs:
          Panjshir: A valley
          panjshir: A place northeast of Kabul
        quote: Panjshir is a valley, northeast of Kabul

Passes:

    questions:
      - kind: match
        prompt: What is what?
        pairs:
          Panjshir: A valley
          The NRF: A front
        quote: Panjshir is a valley, northeast of Kabul
"""
