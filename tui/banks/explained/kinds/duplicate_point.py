"""Two points of a rubric read the same.

Why: The learner ticks one thing twice and gets its marks twice.

Fails:

    questions:
      - kind: outline
        prompt: Outline an answer on who leads the NRF, and since when.
        rubric:
          - {point: The father led it, marks: 2}
          - {point: the father led it, marks: 2}
        quote: After his death, his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: outline
        prompt: Outline an answer on who leads the NRF, and since when.
        rubric:
          - {point: The father led it, marks: 2}
          - {point: The son leads it today, marks: 2}
        quote: After his death, his son, Ahmed Massoud, is leading the NRF
"""
