"""Copies of progress.db: backups made, thinned and restored, and one file in place of another."""
