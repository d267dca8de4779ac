"""Brings banks into a study folder and takes them out again: what comes in is from strangers."""
