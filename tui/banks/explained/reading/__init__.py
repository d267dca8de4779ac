"""What can go wrong while the file is read."""
