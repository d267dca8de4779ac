"""A number is smaller or larger than is allowed.

Why: Difficulties are compared and marks are added up: a number from another scale would put the
question in the wrong place.

Fails:

    questions:
      - difficulty: 6

Passes:

    questions:
      - difficulty: 5
"""
