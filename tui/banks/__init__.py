"""From YAML text to questions: every complaint about a bank, and the index that the app reads."""
