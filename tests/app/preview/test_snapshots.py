"""Pictures of the preview: look at each before taking a changed one over (`make snapshots`)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.preview.bank import BANK, FAULTY, KINDS, WARNED, preview, preview_app, save, until

Compare = Callable[..., bool]
SIZES = pytest.mark.parametrize(
    "size", [(80, 24), (120, 30), (160, 45)], ids=["80x24", "120x30", "160x45"]
)


def pressed(*keys: str) -> Callable[[Pilot[None]], object]:
    """What to do before the picture is taken."""

    async def do(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: preview(pilot).is_checked)
        await pilot.press(*keys)
        await pilot.pause()

    return do


@SIZES
def test_tried_beside_its_complaints(
    snap_compare: Compare, tmp_path: Path, size: tuple[int, int]
) -> None:
    app = preview_app(tmp_path, WARNED)
    assert snap_compare(app, terminal_size=size, run_before=pressed("b", "enter"))


@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=["80x24", "160x45"])
def test_faulty(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    app = preview_app(tmp_path, FAULTY)
    assert snap_compare(app, terminal_size=size, run_before=pressed("ctrl+n"))


def test_unreadable(snap_compare: Compare, tmp_path: Path) -> None:
    async def break_it(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: preview(pilot).is_checked)
        await save(pilot, tmp_path, BANK.replace("prompt: Near which", "prompt: Near: which"))

    app = preview_app(tmp_path)
    assert snap_compare(app, terminal_size=(80, 24), run_before=break_it)


def test_whole(snap_compare: Compare, tmp_path: Path) -> None:
    app = preview_app(tmp_path)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressed("ctrl+r"))


@pytest.mark.parametrize("kind", ["list", "cloze", "order", "outline", "match", "number"])
def test_whole_of_a_kind(snap_compare: Compare, tmp_path: Path, kind: str) -> None:
    async def look(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: preview(pilot).is_checked)
        preview(pilot).turn_to_id(kind)
        await pilot.press("ctrl+r")
        await pilot.pause()

    app = preview_app(tmp_path, KINDS)
    assert snap_compare(app, terminal_size=(80, 24), run_before=look)


def test_complaints(snap_compare: Compare, tmp_path: Path) -> None:
    app = preview_app(tmp_path, WARNED)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressed("ctrl+l"))


def test_found(snap_compare: Compare, tmp_path: Path) -> None:
    app = preview_app(tmp_path)
    keys = pressed("ctrl+g", "l", "a", "k", "e")
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys)
