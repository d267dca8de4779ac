"""The file is larger than 16 MiB.

Why: A file of that size is hardly a bank: it would take a learner's machine long to read, and a
person could not look after it.

Fails: the file has more than 16 MiB, which is some 35,000 questions.

Passes: the questions are divided among several files, each a bank with an id of its own.
"""
