"""A field holds something that it can't hold, of a sort not named above.

Why: The field can't be read, so the question can't be asked as it was meant.

Fails: a whole number has thousands of digits, as `difficulty` would if a page of figures were
pasted there.

Passes: `difficulty` is a whole number from 1 to 5.
"""
