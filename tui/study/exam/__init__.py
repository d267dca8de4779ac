"""The exam day: the plan towards it, what it can reach, and the marks to expect."""
