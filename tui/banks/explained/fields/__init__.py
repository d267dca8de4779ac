"""What can be wrong with the fields of a bank and of its questions."""
