"""What other devices know: read, checked, and joined with what is here."""
