"""What can still be read of a damaged progress.db, and a new one from it."""
