"""What is looked at before, while and after SQLite has progress.db open, that SQLite can't know."""
