"""The statistics as values for JSON: dates are ISO texts, shares 0 to 1."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from tui.study.estimate import Share
from tui.study.statistics.gathering import Statistics
from tui.study.statistics.studied import RECENT

Rows = dict[str, Any]


def as_rows(found: Statistics, part: str | None) -> Rows:
    """Every figure by part, with the study day that it holds for; or `part` alone."""
    studied = found.studied
    parts: Rows = {
        "days": {
            "first": studied.first,
            "days": studied.days,
            "recent": studied.recent,
            "of": studied.of,
            "in_a_row": studied.row,
            "longest": None if studied.longest is None else asdict(studied.longest),
            "answers": studied.answers,
            "minutes": studied.minutes,
        },
        "calendar": [asdict(day) for day in studied.year],
        "reviews": [asdict(day) for day in studied.last(RECENT)],
        "workload": asdict(found.workload),
    }
    memories = found.memories
    if memories is not None:
        parts |= {
            "forecasts": asdict(memories.forecasts)
            | {
                "share": _share(memories.forecasts.share),
                "bands": [
                    asdict(band) | {"share": _share(band.share)}
                    for band in memories.forecasts.bands
                ],
            },
            "retention": {
                "ages": [
                    asdict(age) | {"share": _share(age.share)} for age in memories.retention.ages
                ],
                "all": asdict(memories.retention.all)
                | {"share": _share(memories.retention.all.share)},
            },
            "times": [asdict(kind) for kind in memories.times],
            "hours": [asdict(hour) | {"share": _share(hour.share)} for hour in memories.hours],
            "leeches": asdict(memories.leeches),
        }
    chosen = parts if part is None else {part: parts[part]}
    rows: Rows = _plain({"today": found.today, **chosen})
    return rows


def _share(share: Share | None) -> Rows | None:
    return None if share is None else {"share": share.rate, **asdict(share)}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value
