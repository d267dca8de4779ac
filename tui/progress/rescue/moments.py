"""Whether a text is a time as this program writes it."""

from __future__ import annotations

import re

from tui.progress.columns import moment
from tui.progress.fields import YEARS

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)


def is_moment(value: object) -> bool:
    """Whether `value` is a time as the log has them, in a year when somebody can have studied."""
    if not isinstance(value, str) or _MOMENT.fullmatch(value) is None:
        return False
    try:
        return moment(value).year in YEARS
    except ValueError:
        return False
