"""The preview: a bank as learners see it, while it is being written."""
