from __future__ import annotations

import json
import os
import tarfile
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.banks.sample import BANK, SOURCE, TODAY
from tests.study.bringing.made import (
    INNER,
    add,
    bank_named,
    files,
    lay_out,
    study_folder,
    tar_of,
    zip_of,
)
from tui.banks.characters import FORBIDDEN
from tui.banks.check import check_folder
from tui.fault import Fault
from tui.study.bringing.adding import Refusal
from tui.study.bringing.errors import BringingError
from tui.study.bringing.limits import MAX_UNPACKED
from tui.study.bringing.proposal import Change
from tui.study.folder import StudyFolder

FAULTY = BANK.replace("topic: nrf\n    prompt: Who", "topic: nfr\n    prompt: Who").encode()
ADDED = {"question_banks/" + name: content for name, content in INNER.items()}


@pytest.fixture
def study(tmp_path: Path) -> StudyFolder:
    return study_folder(tmp_path)


def test_a_bank_file_with_its_source(tmp_path: Path, study: StudyFolder) -> None:
    outcome = add(study, lay_out(tmp_path / "from", INNER) / "bank.yaml")
    assert [each.change for each in outcome.proposals] == [Change.ADDED]
    assert files(study.root) == ADDED
    assert not list(study.root.glob(".*"))


@pytest.mark.parametrize("below", ["", "question_banks/", "course-main/question_banks/", "a/b/"])
@pytest.mark.parametrize("kind", ["folder", "zip", "tar"])
def test_where_banks_are_looked_for(
    tmp_path: Path, study: StudyFolder, below: str, kind: str
) -> None:
    given_files = {below + name: content for name, content in INNER.items()}
    given_files[below + ".hidden.yaml"] = b"no bank"
    if below.endswith("question_banks/"):
        given_files[below.removesuffix("question_banks/") + "mkdocs.yml"] = b"no bank"
    if kind == "folder":
        origin = lay_out(tmp_path / "from", given_files)
    else:
        origin = (zip_of if kind == "zip" else tar_of)(tmp_path / f"a.{kind}", given_files)
    add(study, origin)
    assert files(study.root) == ADDED


def test_nothing_else_is_taken(tmp_path: Path, study: StudyFolder) -> None:
    others = {"README.md": b"x", "sources/other.txt": b"x", "run.sh": b"x", "progress.db": b"x"}
    add(study, zip_of(tmp_path / "a.zip", {**INNER, **others}))
    assert files(study.root) == ADDED


def test_added_again_nothing_happens(tmp_path: Path, study: StudyFolder) -> None:
    origin = zip_of(tmp_path / "a.zip", INNER)
    add(study, origin)
    outcome = add(study, origin)
    assert [each.change for each in outcome.proposals] == [Change.SAME]
    assert files(study.root) == ADDED


def test_a_bank_in_the_study_folder_itself(tmp_path: Path, study: StudyFolder) -> None:
    lay_out(study.banks, INNER)
    assert [each.change for each in add(study, study.root).proposals] == [Change.SAME]


def test_a_faulty_bank_is_refused_with_all_others(tmp_path: Path, study: StudyFolder) -> None:
    faulty = FAULTY.replace(b": sample", b": faulty")
    origin = lay_out(tmp_path / "from", {**INNER, "faulty.yaml": faulty})
    outcome = add(study, origin)
    assert outcome.refusal is Refusal.FAULTY
    assert [each.checked.findings[0].code for each in outcome.staged if each.checked.findings] == [
        "unknown-topic"
    ]
    assert files(study.root) == {}
    assert add(study, origin, anyway=True).placed is not None
    assert len(files(study.root)) == 3


def test_one_of_which_nothing_can_be_used(tmp_path: Path, study: StudyFolder) -> None:
    for content in (b"", b"questions: [", BANK.replace("bank: sample\n", "").encode()):
        origin = lay_out(tmp_path / "from", {"bank.yaml": content})
        assert add(study, origin, anyway=True).refusal is Refusal.UNUSABLE
    assert files(study.root) == {}


def test_two_banks_with_one_id(tmp_path: Path, study: StudyFolder) -> None:
    outcome = add(study, lay_out(tmp_path / "from", {**INNER, "other.yaml": INNER["bank.yaml"]}))
    assert outcome.refusal is Refusal.UNUSABLE
    assert "duplicate-bank" in [found.code for found in outcome.staged[1].checked.findings]


def test_those_that_are_asked_for(tmp_path: Path, study: StudyFolder) -> None:
    given_files = {**INNER, "b.yaml": bank_named("b"), "c.yaml": bank_named("c"), "d.yml": b"no"}
    origin = lay_out(tmp_path / "from", given_files)
    add(study, origin, only=("b", "c"))
    assert sorted(files(study.banks)) == ["b.yaml", "c.yaml", "sources/article.txt"]
    (origin / "e.yaml").symlink_to("/etc/passwd")
    add(study, origin, only=("b",))
    with pytest.raises(BringingError, match=r"no bank “smaple”.*Did you mean sample"):
        add(study, origin, only=("b", "smaple"))


def test_a_file_name_that_is_taken(tmp_path: Path, study: StudyFolder) -> None:
    lay_out(study.banks, {"bank.yaml": bank_named("mine"), "sample.yml": bank_named("other")})
    lay_out(study.banks, {"sources/article.txt": SOURCE.encode()})
    outcome = add(study, lay_out(tmp_path / "from", INNER))
    assert outcome.proposals[0].name == "sample.yaml"
    source = {"sources/article.txt": SOURCE.encode()}
    origin = lay_out(tmp_path / "second", {"BANK.yml": bank_named("sample-2"), **source})
    assert add(study, origin).proposals[0].name == "BANK.yml"


def test_a_file_name_that_not_every_system_can_hold(tmp_path: Path, study: StudyFolder) -> None:
    lay_out(tmp_path / "from", INNER)
    (tmp_path / "from" / "bank.yaml").rename(tmp_path / "from" / "what?.yaml")
    add(study, tmp_path / "from")
    assert sorted(files(study.banks)) == ["sample.yaml", "sources/article.txt"]


def test_another_version_needs_to_be_asked_for(tmp_path: Path, study: StudyFolder) -> None:
    add(study, lay_out(tmp_path / "old", INNER))
    newer = BANK.replace("answer: A valley", "answer: A wide valley").encode()
    origin = lay_out(tmp_path / "new", {**INNER, "bank.yaml": newer})
    outcome = add(study, origin)
    assert outcome.refusal is Refusal.OTHER_VERSION
    found = outcome.proposals[0].differences
    assert found is not None
    assert (found.answers, found.same) == (("valley",), 1)
    assert files(study.root) == ADDED
    placed = add(study, origin, update=True).placed
    assert placed is not None
    kept = placed.kept["sample"]
    assert kept == study.root / "removed_banks" / f"{TODAY.isoformat()}-sample"
    assert files(kept) == INNER
    assert (study.banks / "bank.yaml").read_bytes() == newer


def test_an_update_brings_its_other_source(tmp_path: Path, study: StudyFolder) -> None:
    add(study, lay_out(tmp_path / "old", INNER))
    longer = {**INNER, "sources/article.txt": SOURCE.encode() + b"More.\n"}
    origin = zip_of(tmp_path / "new.zip", longer)
    outcome = add(study, origin)
    assert outcome.refusal is Refusal.OTHER_VERSION
    assert outcome.proposals[0].other_sources == ("sources/article.txt",)
    add(study, origin, update=True)
    assert files(study.banks) == longer
    assert files(study.root / "removed_banks" / f"{TODAY.isoformat()}-sample") == INNER


def test_a_source_that_was_missing_completes(tmp_path: Path, study: StudyFolder) -> None:
    text = BANK.replace("article.txt}", "article.txt, redistribute: false}").encode()
    lay_out(study.banks, {"bank.yaml": text})
    outcome = add(study, lay_out(tmp_path / "from", {**INNER, "bank.yaml": text}))
    assert outcome.proposals[0].change is Change.COMPLETED
    assert files(study.banks) == {**INNER, "bank.yaml": text}


def test_a_source_of_another_bank_is_not_touched(tmp_path: Path, study: StudyFolder) -> None:
    lay_out(study.banks, {"mine.yaml": bank_named("mine"), "sources/article.txt": SOURCE.encode()})
    before = files(study.root)
    other = {**INNER, "sources/article.txt": SOURCE.encode() + b"More.\n"}
    with pytest.raises(BringingError, match=r"sources/article\.txt of sample .* the bank mine"):
        add(study, lay_out(tmp_path / "from", other), update=True)
    assert files(study.root) == before


def test_a_file_of_the_learners_is_not_touched(tmp_path: Path, study: StudyFolder) -> None:
    lay_out(study.banks, {"sources/article.txt": b"my own notes"})
    with pytest.raises(BringingError, match="another file lies there"):
        add(study, lay_out(tmp_path / "from", INNER), update=True)
    assert files(study.banks) == {"sources/article.txt": b"my own notes"}


def test_a_source_in_the_place_of_a_folder(tmp_path: Path, study: StudyFolder) -> None:
    (study.banks / "sources" / "article.txt").mkdir(parents=True)
    with pytest.raises(BringingError, match="not a file"):
        add(study, lay_out(tmp_path / "from", INNER))
    (study.banks / "sources" / "article.txt").rmdir()
    (study.banks / "sources").rmdir()
    (study.banks / "sources").write_bytes(b"a file")
    with pytest.raises(BringingError):
        add(study, lay_out(tmp_path / "from", INNER))
    assert files(study.root) == {"question_banks/sources": b"a file"}


def test_nothing_is_written_through_a_link(tmp_path: Path, study: StudyFolder) -> None:
    (tmp_path / "elsewhere").mkdir()
    (study.banks / "sources").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BringingError, match="through a link"):
        add(study, lay_out(tmp_path / "from", INNER))
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_quote_is_held_against_the_source_that_is_there(
    tmp_path: Path, study: StudyFolder
) -> None:
    lay_out(study.banks, {"sources/article.txt": b"Another text.\n"})
    text = BANK.replace("article.txt}", "article.txt, redistribute: false}").encode()
    outcome = add(study, lay_out(tmp_path / "from", {"bank.yaml": text}))
    assert outcome.refusal is Refusal.FAULTY
    assert {found.code for found in outcome.staged[0].checked.findings} == {"quote-not-found"}


@pytest.mark.parametrize("file", ["../secret.txt", "/etc/hostname", "sources/../../secret.txt"])
@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_a_source_outside_is_never_read(
    tmp_path: Path, study: StudyFolder, kind: str, file: str
) -> None:
    (tmp_path / "secret.txt").write_text(SOURCE)
    given_files = {"bank.yaml": bank_named("sample", file)}
    origin = (
        lay_out(tmp_path / "from", given_files)
        if kind == "folder"
        else zip_of(tmp_path / "a.zip", given_files)
    )
    outcome = add(study, origin)
    assert outcome.refusal is Refusal.FAULTY
    assert [found.code for found in outcome.staged[0].checked.findings] == ["source-outside"]
    add(study, origin, anyway=True)
    assert list(files(study.root)) == ["question_banks/bank.yaml"]


@pytest.mark.parametrize(
    "file", [".git/hooks/run", "other.yaml", "a.yml/text", "CON.txt", "a/.hidden", "-rf"]
)
def test_a_source_of_a_name_that_is_not_taken(
    tmp_path: Path, study: StudyFolder, file: str
) -> None:
    inner = {"question_banks/bank.yaml": bank_named("sample", file)}
    origin = zip_of(tmp_path / "a.zip", {**inner, f"question_banks/{file}": SOURCE.encode()})
    with pytest.raises(BringingError, match=r"is not taken|is a folder"):
        add(study, origin, only=("sample",))
    assert files(study.root) == {}


def test_links_that_lead_out_of_a_folder(tmp_path: Path, study: StudyFolder) -> None:
    (tmp_path / "secret.txt").write_text(SOURCE)
    lay_out(tmp_path / "from", {"bank.yaml": INNER["bank.yaml"]})
    (tmp_path / "from" / "sources").mkdir()
    (tmp_path / "from" / "sources" / "article.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(BringingError, match="is a link, which is not followed"):
        add(study, tmp_path / "from")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "bank.yaml").symlink_to(tmp_path / "from" / "bank.yaml")
    for origin in (tmp_path / "other", tmp_path / "other" / "bank.yaml"):
        with pytest.raises(BringingError, match="is a link"):
            add(study, origin)
    assert files(study.root) == {}


def test_links_within_a_folder_are_followed(tmp_path: Path, study: StudyFolder) -> None:
    lay_out(tmp_path / "from", {"bank.yaml": INNER["bank.yaml"], "texts/a": SOURCE.encode()})
    (tmp_path / "from" / "sources").mkdir()
    (tmp_path / "from" / "sources" / "article.txt").symlink_to("../texts/a")
    add(study, tmp_path / "from")
    assert files(study.root) == ADDED
    assert not (study.banks / "sources" / "article.txt").is_symlink()


@pytest.mark.parametrize("of", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE])
def test_links_and_pipes_in_an_archive(tmp_path: Path, study: StudyFolder, of: bytes) -> None:
    for name in ("bank.yaml", "sources/article.txt"):
        info = tarfile.TarInfo(name)
        info.type, info.linkname = of, "/etc/passwd"
        rest = {other: content for other, content in INNER.items() if other != name}
        with pytest.raises(BringingError, match=r"link|not a file"):
            add(study, tar_of(tmp_path / "a.tar", rest, info))
    assert files(study.root) == {}


def test_pipes_in_a_folder(tmp_path: Path, study: StudyFolder) -> None:
    (tmp_path / "from").mkdir()
    os.mkfifo(tmp_path / "from" / "bank.yaml")
    for origin in (tmp_path / "from", tmp_path / "from" / "bank.yaml"):
        with pytest.raises(BringingError, match="no file"):
            add(study, origin)


def test_a_text_that_is_in_git_lfs(tmp_path: Path, study: StudyFolder) -> None:
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
    with pytest.raises(BringingError, match="Git LFS"):
        add(study, lay_out(tmp_path / "from", {**INNER, "sources/article.txt": pointer}))


def test_more_than_can_be_taken_at_once(tmp_path: Path, study: StudyFolder) -> None:
    part = b"# " + b"x" * (MAX_UNPACKED // 5) + b"\n"
    banks = {f"{number}.yaml": bank_named(f"b{number}") + part for number in range(5)}
    with pytest.raises(BringingError, match="exceed 64 MiB"):
        add(study, lay_out(tmp_path / "from", banks))
    assert files(study.root) == {}


@pytest.mark.parametrize("origin", ["nowhere", "", "nowhere.zip"])
def test_what_is_not_there(study: StudyFolder, origin: str) -> None:
    with pytest.raises(Fault, match="There is no file or folder"):
        add(study, origin)


def test_a_folder_without_banks(tmp_path: Path, study: StudyFolder) -> None:
    for given_files in ({}, {"a.txt": b""}, {"a/x.txt": b"", "b/x.txt": b""}):
        origin = lay_out(tmp_path / f"from-{len(given_files)}", given_files)
        origin.mkdir(exist_ok=True)
        with pytest.raises(Fault, match="There is no bank in"):
            add(study, origin)


def test_what_a_killed_command_left_is_cleared_on_another_day(
    tmp_path: Path, study: StudyFolder
) -> None:
    old, new = study.root / ".cssprep-work-1", study.root / ".cssprep-work-2"
    for folder in (old, new):
        lay_out(folder, {"banks/bank-1.yaml": b"x"})
    os.utime(old, (0, 0))
    add(study, lay_out(tmp_path / "from", INNER))
    assert not old.exists()
    assert new.exists()


PARTS = ["..", ".", "~", "a", "sources", "C:", "etc", "\\", "", "b.yaml", "\x00", "\u202e"]
NAMES = st.text(min_size=1, max_size=30) | st.lists(
    st.sampled_from(PARTS), min_size=1, max_size=6
).map("/".join)


@settings(max_examples=150, deadline=None)
@given(bank=NAMES, source=NAMES, packed=st.booleans())
def test_no_name_makes_a_file_outside(bank: str, source: str, packed: bool) -> None:
    with tempfile.TemporaryDirectory() as made:
        root = Path(made) / "a" / "b"
        study = study_folder(root)
        text = BANK.replace("sources/article.txt", json.dumps(source, ensure_ascii=False))
        inner = {bank: text.encode(errors="replace"), source: SOURCE.encode()}
        inner["fine.yaml"] = inner[bank]
        try:
            origin = (zip_of if packed else tar_of)(root / f"a.{'zip' if packed else 'tar'}", inner)
        except (ValueError, UnicodeError):
            return  # a name that no archive can hold
        before = files(Path(made))
        try:
            add(study, origin, anyway=True)
        except BringingError as error:
            assert not FORBIDDEN.search(str(error))
        after = files(Path(made))
        new = after.keys() - before.keys()
        assert all(after[name] == content for name, content in before.items())
        assert all(name.startswith("a/b/study/question_banks/") for name in new)
        contents = {inner[bank], SOURCE.encode()}
        assert all(after[name] in contents for name in new)
        assert not any(path.is_symlink() for path in Path(made).rglob("*"))
        for found in check_folder(study.banks, TODAY):
            assert found.bank is not None
