"""How the screens say numbers, times and days."""

from __future__ import annotations

from datetime import date

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


def count(number: int, one: str, many: str = "") -> str:
    """`number` with its noun: "1 question", "3 questions"; `many` where adding an s is wrong."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def percent(share: float | None) -> str:
    """A share from 0 to 1 as "41 %"; a dash if there is none."""
    return "–" if share is None else f"{share * 100:.0f} %"


def minutes(seconds: float) -> int:
    """Whole minutes; anything above nothing is at least one."""
    return max(1, round(seconds / 60)) if seconds > 0 else 0


def about_minutes(seconds: float) -> str:
    """A time as "about 14 minutes"."""
    return "about " + count(max(1, minutes(seconds)), "minute")


def long_date(day: date) -> str:
    """A day as "Sat 22 Nov 2025"."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date, today: date) -> str:
    """A day as "4 Dec", with its year if that is not this one."""
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def when(day: date, today: date) -> str:
    """A day to come as "today", "tomorrow" or "in 12 days, 4 Dec"."""
    days = (day - today).days
    if days <= 0:
        return "today"
    if days == 1:
        return "tomorrow"
    return f"in {days} days, {short_date(day, today)}"


def number(value: float) -> str:
    """Marks and scores: whole numbers without a decimal point."""
    return f"{value:g}"


def letter(place: int) -> str:
    """The key that chooses the option at `place` (from 0): a to z, then 1 to 9."""
    return "abcdefghijklmnopqrstuvwxyz123456789"[place] if place < 35 else " "
