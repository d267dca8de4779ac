from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from tests.cli.run import cssprep
from tui.study.folder import StudyFolder


def study(folder: StudyFolder, given: str) -> None:
    cssprep("study", "--plain", "--topic", "water.river", folder=folder.root, given=given)


def test_remembered_wordings_are_listed_for_the_instructor(folder: StudyFolder) -> None:
    study(folder, "the lake of the swans\n:remember\n")
    done = cssprep("progress", "wordings", folder=folder.root)
    assert done.stdout == (
        "indus/source-lake: “the lake of the swans” counts as “Lake Mansarovar”\n"
    )
    rows = json.loads(cssprep("progress", "wordings", "--json", folder=folder.root).stdout)
    assert rows[0]["wording"] == "the lake of the swans"


def test_quotes_and_escapes_in_wordings_are_shown(folder: StudyFolder) -> None:
    study(folder, 'the lake o\' the "swans"\n:remember\n')
    done = cssprep("progress", "wordings", folder=folder.root)
    assert '“the lake o\' the "swans"” counts as “Lake Mansarovar”' in done.stdout
    with closing(sqlite3.connect(folder.progress, isolation_level=None)) as database:
        database.execute("UPDATE variants SET text = 'a\x1b[2J' || char(10) || 'b'")
    done = cssprep("progress", "wordings", folder=folder.root)
    assert done.stdout.endswith(": “a\\x1b[2J\\nb” counts as “Lake Mansarovar”\n")


def test_flags_are_listed(folder: StudyFolder) -> None:
    study(folder, ":flag\n")
    assert cssprep("progress", "flags", folder=folder.root).stdout.startswith("indus/source-lake: ")
    rows = json.loads(cssprep("progress", "flags", "--json", folder=folder.root).stdout)
    assert [row["question"] for row in rows] == ["indus/source-lake"]


def test_nothing_to_list(folder: StudyFolder) -> None:
    assert cssprep("progress", "flags", folder=folder.root).returncode == 2
    study(folder, ":quit\n")
    assert cssprep("progress", "flags", folder=folder.root).stdout == "No question is flagged.\n"
    assert "No wordings" in cssprep("progress", "wordings", folder=folder.root).stdout
