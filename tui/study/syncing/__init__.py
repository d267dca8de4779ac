"""Several devices, one learner: their logs are joined, and shared in a folder."""
