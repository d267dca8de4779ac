"""A kept outcome is the one that checking anew would give, whatever has changed in between."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.banks.sample import BANK, SOURCE, TODAY, places, write
from tui.banks.check import check_file, check_folder
from tui.banks.kept_checks import MOST, KeptChecks
from tui.banks.outcome import outcome

EXPIRING = BANK.replace("    kind: short", "    expires: 2026-01-02\n    kind: short")


@pytest.fixture
def checks(tmp_path: Path) -> KeptChecks:
    return KeptChecks(tmp_path / "checks")


def test_the_outcome_is_kept_and_says_the_same(checks: KeptChecks, tmp_path: Path) -> None:
    path = write(tmp_path / "banks", BANK.replace("kind: choice", "kind: choise"))
    first = checks.file(path, TODAY)
    assert places(first.findings) == [("unknown-kind", 16, 11)]
    assert (first.bank, first.questions) == ("sample", 1)
    (kept,) = (tmp_path / "checks").iterdir()
    written = kept.stat().st_mtime_ns
    assert checks.file(path, TODAY) == first == outcome(check_file(path, TODAY))
    assert kept.stat().st_mtime_ns == written


def test_a_change_of_the_bank_is_seen_even_if_size_and_time_are_the_same(
    checks: KeptChecks, tmp_path: Path
) -> None:
    import os

    path = write(tmp_path / "banks")
    assert checks.file(path, TODAY).findings == ()
    before = path.stat()
    path.write_text(BANK.replace("kind: choice", "kind: chioce"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert places(checks.file(path, TODAY).findings) == [("unknown-kind", 16, 11)]


def test_a_change_of_a_source_is_seen(checks: KeptChecks, tmp_path: Path) -> None:
    path = write(tmp_path / "banks")
    source = tmp_path / "banks" / "sources" / "article.txt"
    assert checks.file(path, TODAY).findings == ()
    source.write_text(SOURCE.replace("valley", "gorge"))
    assert places(checks.file(path, TODAY).findings) == [("quote-not-found", 22, 12)]
    source.unlink()
    assert places(checks.file(path, TODAY).findings) == [("source-missing", 5, 38)]
    source.write_text(SOURCE)
    assert checks.file(path, TODAY).findings == ()


def test_another_day_is_another_check(checks: KeptChecks, tmp_path: Path) -> None:
    path = write(tmp_path / "banks", EXPIRING)
    assert checks.file(path, TODAY + timedelta(days=1)).findings == ()
    later = checks.file(path, TODAY + timedelta(days=2))
    assert places(later.findings) == [("expired", 10, 14)]


def test_other_banks_are_other_checks(checks: KeptChecks, tmp_path: Path) -> None:
    banks = tmp_path / "banks"
    write(banks)
    assert [each.findings for each in checks.folder(banks, TODAY)] == [()]
    write(banks, name="another.yaml")
    both = checks.folder(banks, TODAY)
    assert both == tuple(map(outcome, check_folder(banks, TODAY)))
    assert [places(each.findings) for each in both] == [[], [("duplicate-bank", 2, 7)]]


def test_the_same_file_by_another_name_is_called_by_that_name(
    checks: KeptChecks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, BANK.replace("kind: choice", "kind: chioce"))
    monkeypatch.chdir(tmp_path)
    names = [checks.file(each, TODAY).findings[0].path for each in (path, Path(path.name))]
    assert names == [str(path), path.name]


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\x00", b'{"of": "x"}', b"[1, 2]"])
def test_a_spoilt_entry_is_made_anew(checks: KeptChecks, tmp_path: Path, content: bytes) -> None:
    path = write(tmp_path / "banks")
    first = checks.file(path, TODAY)
    (kept,) = (tmp_path / "checks").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(content)
    assert checks.file(path, TODAY) == first
    assert kept.read_bytes() == whole


def test_where_nothing_can_be_kept_checks_go_on(tmp_path: Path) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("not a folder")
    path = write(tmp_path / "banks")
    assert KeptChecks(in_the_way / "checks").file(path, TODAY).questions == 2


def test_what_is_no_file_is_told_and_not_kept(checks: KeptChecks, tmp_path: Path) -> None:
    found = checks.file(tmp_path / "lost.yaml", TODAY)
    assert [each.code for each in found.findings] == ["unreadable-file"]
    assert not (tmp_path / "checks").exists()


def test_old_entries_make_room(checks: KeptChecks, tmp_path: Path) -> None:
    import os

    checks.file(write(tmp_path / "banks"), TODAY)
    for number in range(MOST):
        old = tmp_path / "checks" / f"{number}.json"
        old.write_text("{}")
        os.utime(old, (number, number))
    checks.file(write(tmp_path / "others"), TODAY)
    left = {path.name for path in (tmp_path / "checks").iterdir()}
    assert len(left) == MOST
    assert not {"0.json", "1.json"} & left


edits = st.tuples(
    st.sampled_from(["bank", "source"]), st.integers(0, 300), st.sampled_from("aZ: \n")
)


@settings(max_examples=40, deadline=None)
@given(st.lists(edits, min_size=1, max_size=4))
def test_whatever_is_edited_the_outcome_is_that_of_a_fresh_check(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[str, int, str]]
) -> None:
    folder = tmp_path_factory.mktemp("edited")
    checks = KeptChecks(folder / "checks")
    path = write(folder / "banks")
    for target, at, text in made:
        file = path if target == "bank" else folder / "banks" / "sources" / "article.txt"
        old = file.read_text()
        file.write_text(old[:at] + text + old[at + 1 :])
        assert checks.file(path, TODAY) == outcome(check_file(path, TODAY))
        assert checks.file(path, TODAY) == outcome(check_file(path, TODAY))
