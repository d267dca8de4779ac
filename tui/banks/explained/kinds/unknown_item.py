"""A mistake in an ordering question is none of its items.

Why: The reason is told where that item is out of place. For a thing that is no item, the learner
never reads it.

Fails:

    questions:
      - kind: order
        prompt: Put these in order, the first at the top.
        items:
          - The father leads
          - The father dies
          - The son leads
        mistakes:
          The uncle leads: He never did.
        quote: After his death, his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: order
        prompt: Put these in order, the first at the top.
        items:
          - The father leads
          - The father dies
          - The son leads
        mistakes:
          The son leads: He does so only after the death.
        quote: After his death, his son, Ahmed Massoud, is leading the NRF
"""
