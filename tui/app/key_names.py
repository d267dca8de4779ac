"""The names of all keys that can be given others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from textual.binding import Binding
from textual.dom import DOMNode

from tui.app.keymap import USE_DEFAULTS
from tui.fault import Fault


def places() -> tuple[tuple[str, type[DOMNode]], ...]:
    """Every place that has keys with names, under the heading that help gives it."""
    from tui.app.answers.outline import OutlineInput
    from tui.app.keyed_app import KeyedApp
    from tui.app.preview.chooser import ChooserScreen
    from tui.app.preview.screen import PreviewScreen
    from tui.app.screens.browse import BrowseScreen
    from tui.app.screens.detail import DetailScreen
    from tui.app.screens.home import HomeScreen
    from tui.app.screens.plan import PlanScreen
    from tui.app.screens.reader import ReaderScreen
    from tui.app.screens.sources import SourcesScreen
    from tui.app.screens.statistics import StatisticsScreen
    from tui.app.screens.study import StudyScreen
    from tui.app.screens.summary import SummaryScreen
    from tui.app.screens.topics import TopicsScreen

    return (
        ("Home", HomeScreen),
        ("Studying", StudyScreen),
        ("An outline", OutlineInput),
        ("Summary", SummaryScreen),
        ("Topics", TopicsScreen),
        ("Plan", PlanScreen),
        ("Browse", BrowseScreen),
        ("One question", DetailScreen),
        ("Sources", SourcesScreen),
        ("Reading", ReaderScreen),
        ("Statistics", StatisticsScreen),
        (PREVIEW, PreviewScreen),
        (PREVIEW_LISTS, ChooserScreen),
        ("Everywhere", KeyedApp),
    )


PREVIEW, PREVIEW_LISTS = "Previewing a bank", "A list of the preview"
IN_PREVIEW = frozenset({PREVIEW, PREVIEW_LISTS, "An outline", "Everywhere"})
"""The places of the preview, which is an app of its own."""


def places_of(is_preview: bool) -> tuple[tuple[str, type[DOMNode]], ...]:
    """Those of the preview, or those of the app that learners study with."""
    return tuple(
        (title, place)
        for title, place in places()
        if (title in IN_PREVIEW if is_preview else title not in {PREVIEW, PREVIEW_LISTS})
    )


def named(place: type[DOMNode]) -> Iterator[Binding]:
    """The bindings of `place` that have a name and a description, as they come."""
    for binding in place.BINDINGS:
        if isinstance(binding, Binding) and binding.id and binding.description:
            yield binding


def check_keys(file: Path, keymap: Mapping[str, str]) -> None:
    """Raises a Fault for the first name that no binding has, and for a key that is taken."""
    known = {binding.id for _, place in places() for binding in named(place) if binding.id}
    for name, keys in keymap.items():
        if name not in known:
            near = get_close_matches(name, known, n=1)
            meant = f' Did you mean "{near[0]}"?' if near else ""
            raise Fault(f'{file} names a key "{name}" that there is not.{meant}', USE_DEFAULTS)
        for _, place in places():
            taken = {b.id or b.action: keymap.get(b.id or "", b.key) for b in all_of(place)}
            check_taken(file, name, keys, taken)


def check_taken(file: Path, name: str, keys: str, taken: Mapping[str, str]) -> None:
    """Raises a Fault if one of `keys`, given to `name`, has another use in the same place.

    taken: the keys of each binding there, by name, as they are now.
    """
    if name not in taken:
        return
    for key in keys.split(","):
        for other, others in taken.items():
            if other != name and key.strip() in (k.strip() for k in others.split(",")):
                raise Fault(
                    f'{file} gives "{key.strip()}" to "{name}", where "{other}" has it.',
                    "Give one of them another key.",
                )


def all_of(place: type[DOMNode]) -> Iterator[Binding]:
    """All bindings of `place`, those without a name as well."""
    return (binding for binding in place.BINDINGS if isinstance(binding, Binding))
