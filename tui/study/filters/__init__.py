"""The language in which questions are searched for: `parse` reads it, `matching` answers it.

A query is made of terms parted by white space, and finds the questions that meet all of them. A
word is found where a word of the question begins with it; "words in quotes" are found as they
stand. `name:value` and `number<3` are filters; `a,b` is a or b; a minus in front means the
opposite.
"""
