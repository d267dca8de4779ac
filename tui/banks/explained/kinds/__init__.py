"""What the kinds forbid that the types of their fields can't say."""
