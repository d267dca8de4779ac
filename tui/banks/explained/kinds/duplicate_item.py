"""Two items read the same.

Why: The learner can't tell them apart, so one of them is marked wrong by luck, or one thing known
counts for two.

Fails:

    questions:
      - kind: order
        prompt: Put these in order, the first at the top.
        items:
          - The father leads
          - The father dies
          - the father leads
        quote: After his death, his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: order
        prompt: Put these in order, the first at the top.
        items:
          - The father leads
          - The father dies
          - The son leads
        quote: After his death, his son, Ahmed Massoud, is leading the NRF
"""
