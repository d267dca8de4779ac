"""Comparisons by the sign that says which."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, Literal

Sign = Literal["<", "<=", "=", ">=", ">"]

COMPARE: dict[Sign, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}
"""Whether its first argument compares so to the second."""

OPPOSITE: dict[Sign, Sign] = {"<": ">=", "<=": ">", ">=": "<", ">": "<="}
"""What holds where a sign does not."""

SWAPPED: dict[Sign, Sign] = {"<": ">", "<=": ">=", "=": "=", ">=": "<=", ">": "<"}
"""The sign once both sides have changed places."""
