"""When a question should come back, and how long it takes: FSRS-6 by study days."""
