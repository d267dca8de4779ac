"""A new bank, from an article."""
