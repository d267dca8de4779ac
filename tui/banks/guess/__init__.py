"""Test-wise guessing: what a learner gets right who knows nothing of the subject."""
