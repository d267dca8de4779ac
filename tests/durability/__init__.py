"""Killed, beside another, without room, under a moved clock: what was shown as recorded stays."""
