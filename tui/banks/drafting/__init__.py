"""Drafts of questions, found in a source by rules alone: one file a rule."""
