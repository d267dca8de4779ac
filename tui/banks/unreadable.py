"""What is raised where a bank's text can't be read any further."""

from __future__ import annotations


class Unreadable(Exception):
    """Nothing can be made of the text; the report says why."""
