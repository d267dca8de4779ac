"""What is wrong with a progress.db, and putting it right."""
