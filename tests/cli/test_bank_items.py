from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.banks.sample import write
from tests.cli.run import cssprep
from tests.cli.test_import_hygiene import imported
from tests.progress.entries import NOON, amendment, review
from tests.progress.files import contents, fill, open_at
from tests.study.items.given import HEAD, QUESTIONS, given, question, sample
from tests.study.items.simulated import simulate
from tui.log import Entry, How, Review
from tui.progress.lines import to_line
from tui.study.folder import StudyFolder


@pytest.fixture
def study(tmp_path: Path) -> Path:
    write(tmp_path / "study" / "question_banks", HEAD + QUESTIONS)
    return tmp_path / "study"


def named(done_json: str) -> set[tuple[str, str, str]]:
    (bank,) = json.loads(done_json)
    return {
        (row["question"], said["sort"], said["option"])
        for row in bank["questions"]
        for said in row["suspicions"]
    }


@pytest.mark.parametrize("seed", [0, 1, 2, 3])
def test_it_finds_each_bad_question_and_names_nothing_else(tmp_path: Path, seed: int) -> None:
    made = simulate(tmp_path, seed, learners=200)
    done = cssprep(
        "bank", "items", "course", "--json", "--from", str(made.learners), folder=made.study
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert named(done.stdout) == made.truth
    page = cssprep("bank", "items", "course", "--from", str(made.learners), folder=made.study)
    look = page.stdout.partition("Needs a look\n")[2].partition("\nQuestions")[0]
    assert {line.split(",")[0].strip() for line in look.splitlines() if ", line " in line} == {
        question for question, _, _ in made.truth
    }


@pytest.mark.parametrize("seed", [0, 1])
def test_it_names_nothing_in_a_sound_bank(tmp_path: Path, seed: int) -> None:
    made = simulate(tmp_path, seed, learners=200, sound=True)
    done = cssprep(
        "bank", "items", "course", "--json", "--from", str(made.learners), folder=made.study
    )
    assert named(done.stdout) == set()
    page = cssprep("bank", "items", "course", "--from", str(made.learners), folder=made.study)
    assert "Nothing stands out against a question." in page.stdout


def answer(study: Path, learner: str, name: str, *said: str, n: int = 0) -> Review:
    """One answer, graded by the bank of the study folder."""
    made = given(question(sample(study / "question_banks", QUESTIONS), name), *said)
    entry = review(f"{learner}-{name}-{n}", f"sample/{name}", NOON + timedelta(minutes=n))
    return replace(entry, answer=said, score=made.graded, key=made.key, device=learner)


def export(path: Path, entries: Sequence[Entry]) -> Path:
    path.write_text("".join(f"{to_line(entry)}\n" for entry in entries), encoding="utf-8")
    return path


def rows(study: Path, *arguments: str) -> dict[str, Any]:
    done = cssprep("bank", "items", "--json", *arguments, folder=study)
    assert (done.returncode, done.stderr) == (0, "")
    (bank,) = json.loads(done.stdout)
    return {"bank": bank, **{row["question"]: row for row in bank["questions"]}}


def test_the_learners_own_progress(study: Path) -> None:
    entries: list[Entry] = [
        answer(study, "me", "place", "A river"),
        answer(study, "me", "place", "A valley", n=1),
    ]
    with open_at(study / "progress.db") as db:
        fill(db, entries)
    before = contents(study)
    done = cssprep("bank", "items", folder=study)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 answers by 1 learner, to 1 of 8 questions." in " ".join(done.stdout.split())
    assert "that needs several" in " ".join(done.stdout.split())
    assert "7 questions not asked yet." in done.stdout
    assert "first 0 of 1, ever 1 of 2" in done.stdout
    assert "too few" in done.stdout
    assert "fewer than 30 learners" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert contents(study) == before


def test_without_progress_it_says_so(study: Path) -> None:
    done = cssprep("bank", "items", folder=study)
    assert (done.returncode, done.stdout) == (2, "")
    assert "There are no answers yet" in done.stderr
    assert "--from" in done.stderr
    assert not (study / "progress.db").exists()


def test_learners_are_counted_and_not_named(study: Path, tmp_path: Path) -> None:
    files = [
        export(tmp_path / f"{name}.jsonl", [answer(study, f"device-of-{name}", "leader", "Karzai")])
        for name in ("ayesha", "bilal", "careem")
    ]
    for shape in ([], ["--json"], ["--yaml"]):
        done = cssprep("bank", "items", *shape, "--from", *map(str, files), folder=study)
        assert (done.returncode, done.stderr) == (0, "")
        assert not any(name in done.stdout for name in ("ayesha", "bilal", "careem", "device"))
    found = rows(study, "sample", "--from", *map(str, files))
    assert found["bank"]["learners"] == 3
    assert found["leader"]["recurring"][0]["learners"] == 3


def test_a_file_given_twice_and_an_older_export_count_once(study: Path, tmp_path: Path) -> None:
    first = answer(study, "me", "place", "A river")
    later = answer(study, "me", "place", "A valley", n=1)
    old, new = export(tmp_path / "old.jsonl", [first]), tmp_path / "progress.db"
    with open_at(new) as db:
        fill(db, [first, later])
    found = rows(study, "--from", str(old), str(new), str(old))
    assert (found["bank"]["learners"], found["bank"]["answers"]) == (1, 2)
    page = cssprep("bank", "items", "--from", str(old), str(new), folder=study).stdout
    assert "2 files are of 1 learner" in " ".join(page.split())


def test_claims_and_candidates_to_paste(study: Path, tmp_path: Path) -> None:
    files = []
    for n in range(4):
        first = answer(study, f"L{n}", "leader", "the young lion")
        said = amendment(f"A{n}", first.id, How.RIGHT, NOON + timedelta(minutes=1))
        other = answer(study, f"L{n}", "began", "1991")
        files.append(str(export(tmp_path / f"{n}.jsonl", [first, said, other])))
    found = rows(study, "--from", *files)
    assert found["leader"]["facility"]["share"] == 0
    assert found["leader"]["facility_with_claims"]["share"] == 1
    assert found["leader"]["recurring"][0]["candidate_for"] == "accept"
    done = cssprep("bank", "items", "--yaml", "--from", *files, folder=study)
    fields = {each["id"]: each for each in yaml.safe_load(done.stdout)}
    assert fields["leader"]["accept"] == ["the lion's son", "the young lion"]
    assert list(fields["began"]["mistakes"]) == [1991]
    page = cssprep("bank", "items", "--from", *files, folder=study).stdout
    assert "With “I was right” counted: leader 0 % to 100 %." in page
    assert all(line in page.splitlines() for line in done.stdout.splitlines())


def test_no_candidates(study: Path, tmp_path: Path) -> None:
    file = export(tmp_path / "one.jsonl", [answer(study, "L", "place", "A river")])
    done = cssprep("bank", "items", "--yaml", "--from", str(file), folder=study)
    assert done.stdout == "# No wrong answer was typed again and again.\n"


def test_bad_lines_are_told_and_the_others_counted(study: Path, tmp_path: Path) -> None:
    file = export(tmp_path / "one.jsonl", [answer(study, "L", "place", "A river")])
    with file.open("a") as stream:
        stream.write("nonsense\n" * 7)
    done = cssprep("bank", "items", "--from", str(file), folder=study)
    assert done.returncode == 0
    told = done.stderr.splitlines()
    assert len(told) == 6
    assert "one.jsonl:2: Not JSON" in told[0]
    assert told[-1].endswith("one.jsonl: 7 lines refused, the others are counted.")
    assert "1 answer by 1 learner" in done.stdout


def test_answers_that_no_longer_count_are_told(study: Path, tmp_path: Path) -> None:
    entry = answer(study, "L", "place", "A river")
    changed = replace(entry, key="another")
    gone = replace(entry, id="G", question="sample/dropped")
    file = export(tmp_path / "one.jsonl", [changed, gone])
    page = cssprep("bank", "items", "--from", str(file), folder=study).stdout
    assert "No answer to any of its questions counts." in page
    assert "1 answer left out: the right answer has changed since." in page
    assert "1 answer left out: the bank no longer asks these questions." in page


def test_what_cannot_be_read_is_one_sentence(study: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear diary\n")
    torn = tmp_path / "torn.db"
    open_at(torn).close()
    with closing(sqlite3.connect(torn)) as connection:
        connection.execute("PRAGMA user_version = 0")
    for file, said in (
        (letter, "neither a progress database nor an export"),
        (torn, "is damaged"),
        (tmp_path / "lost.db", "There is no file or folder"),
    ):
        done = cssprep("bank", "items", "--from", str(file), folder=study)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1
        assert said in done.stderr
        assert file.name in done.stderr


def test_a_hostile_answer_never_reaches_the_terminal(study: Path, tmp_path: Path) -> None:
    said = "evil \x1b]0;title\x07 \u202eanswer"
    files = [
        str(export(tmp_path / f"{n}.jsonl", [answer(study, f"L{n}", "leader", said)]))
        for n in range(2)
    ]
    for shape in ([], ["--yaml"]):
        done = cssprep("bank", "items", *shape, "--from", *files, folder=study)
        assert "evil" in done.stdout
        assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout)


def test_questions_with_an_error_are_left_out_and_told(study: Path, tmp_path: Path) -> None:
    broken = QUESTIONS.replace("    answer: A valley\n", "")
    file = export(tmp_path / "one.jsonl", [answer(study, "L", "leader", "Karzai")])
    write(study / "question_banks", HEAD + broken)
    done = cssprep("bank", "items", "--from", str(file), folder=study)
    assert done.returncode == 0
    assert "questions with one are left out. See cssprep bank check." in done.stderr


def test_it_never_imports_textual(folder: StudyFolder) -> None:
    loaded = imported("main(['bank', 'items', '--from', 'lost'])", folder)
    assert not {"textual", "sqlite_utils"} & loaded
