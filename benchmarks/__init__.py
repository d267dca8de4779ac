"""What is fast, and beside what: each prints what it measured and what it is compared with."""
