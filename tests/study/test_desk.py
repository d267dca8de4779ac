from __future__ import annotations

from tests.conftest import HandClock, counted_ids
from tui.banks.store import LARGE
from tui.study.desk import open_desk
from tui.study.folder import StudyFolder


def test_it_is_told_once_that_large_banks_are_read(folder: StudyFolder, clock: HandClock) -> None:
    with (folder.banks / "indus.yaml").open("a", encoding="utf-8") as bank:
        bank.write(f"# {'-' * 80}\n" * (LARGE // 80))
    told: list[str] = []
    for _ in range(2):
        open_desk(folder, clock, counted_ids(), lambda: told.append("reading")).close()
    assert told == ["reading"]


def test_nothing_is_told_of_small_banks(folder: StudyFolder, clock: HandClock) -> None:
    told: list[str] = []
    open_desk(folder, clock, counted_ids(), lambda: told.append("reading")).close()
    assert told == []


def test_every_name_of_a_question(folder: StudyFolder, clock: HandClock) -> None:
    bank = folder.banks / "indus.yaml"
    text = bank.read_text(encoding="utf-8")
    bank.write_text(text.replace("- id: broker", "- id: new-broker\n    was: [broker, middleman]"))
    with open_desk(folder, clock, counted_ids()) as desk:
        names = desk.names("indus/new-broker")
    assert names[0] == "indus/new-broker"
    assert sorted(names[1:]) == ["indus/broker", "indus/middleman"]


def test_nothing_is_told_once_a_screen_may_be_up(folder: StudyFolder, clock: HandClock) -> None:
    told: list[str] = []
    with open_desk(folder, clock, counted_ids(), lambda: told.append("reading")) as desk:
        with (folder.banks / "indus.yaml").open("a", encoding="utf-8") as bank:
            bank.write(f"# {'-' * 80}\n" * (LARGE // 80))
        assert desk.index.refresh()
    assert told == []
