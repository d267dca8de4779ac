from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.banks.sample import BANK
from tests.cli.run import cssprep
from tests.study.bringing.made import INNER, bank_named, files, lay_out, zip_of

FAULTY = BANK.replace("topic: nrf\n    prompt: Who", "topic: nfr\n    prompt: Who").encode()


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study folder without a bank."""
    for name in ("CACHE", "DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    (tmp_path / "study" / "question_banks").mkdir(parents=True)
    return tmp_path / "study"


def test_a_bank_is_added_and_asked(study: Path, tmp_path: Path) -> None:
    zip_of(tmp_path / "a.zip", INNER)
    done = cssprep("bank", "add", str(tmp_path / "a.zip"), folder=study, cwd=study)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Added sample: A sample\n"
        "  file       bank.yaml\n"
        "  sources    sources/article.txt\n"
        "  questions  2\n"
        "Next: cssprep study\n"
    )
    assert "2 new" in cssprep("today", folder=study).stdout
    again = cssprep("bank", "add", str(tmp_path / "a.zip"), folder=study, cwd=study)
    assert (again.returncode, again.stdout) == (0, "sample is there already, word for word.\n")


def test_errors_are_shown_and_nothing_is_changed(study: Path, tmp_path: Path) -> None:
    zip_of(tmp_path / "a.zip", {**INNER, "bank.yaml": FAULTY})
    done = cssprep("bank", "add", "a.zip", folder=study, cwd=tmp_path)
    assert done.returncode == 1
    assert "a.zip/bank.yaml:11:12: error unknown-topic" in done.stdout
    assert "   = help: Did you mean nrf?" in done.stdout
    assert "sample: 1 error. Nothing is changed.\n" in done.stdout
    assert files(study) == {}
    done = cssprep("bank", "add", "a.zip", "--anyway", folder=study, cwd=tmp_path)
    assert done.returncode == 0
    assert "  questions  1\n  findings   1 error\n" in done.stdout
    assert "1 new" in cssprep("today", folder=study).stdout


def test_a_bank_of_which_nothing_can_be_used(study: Path, tmp_path: Path) -> None:
    lay_out(tmp_path / "from", {"bank.yaml": b"questions: ["})
    done = cssprep("bank", "add", "from", "--anyway", folder=study, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.endswith("None of bank.yaml can be used as it is.\n")


def test_very_many_errors_are_cut(study: Path, tmp_path: Path) -> None:
    wrong = "".join(f"  - {{id: q{n}, kind: nonsense}}\n" for n in range(150))
    lay_out(tmp_path / "from", {**INNER, "bank.yaml": (BANK + wrong).encode()})
    done = cssprep("bank", "add", "from", folder=study, cwd=tmp_path)
    assert re.search(r"^… and \d+ more\.$", done.stdout, re.MULTILINE)
    assert len(re.findall(r"^from/bank\.yaml:\d+", done.stdout, re.MULTILINE)) == 100


def test_warnings_do_not_refuse(study: Path, tmp_path: Path) -> None:
    text = BANK.replace("    kind: short", "    expires: 2020\n    kind: short").encode()
    lay_out(tmp_path / "from", {**INNER, "bank.yaml": text})
    done = cssprep("bank", "add", "from", folder=study, cwd=tmp_path)
    assert done.returncode == 0
    assert "  findings   1 warning\n" in done.stdout
    told = "What there is to complain of: cssprep bank check study/question_banks/bank.yaml\n"
    assert told in done.stdout


def test_another_version(study: Path, tmp_path: Path) -> None:
    lay_out(study / "question_banks", INNER)
    text = BANK.replace("answer: A valley", "answer: A wide valley")
    text = text.replace("id: leader-today", "id: leader")
    lay_out(tmp_path / "from", {**INNER, "bank.yaml": text.encode()})
    done = cssprep("bank", "add", "from", folder=study, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == (
        "Another version of sample is there. With this one:\n"
        "  added              1  leader\n"
        "  removed            1  leader-today\n"
        "  answer changed     1  valley\n"
        "  the same           0\n"
        "Nothing is changed. With --update it is taken; progress and the old file are kept.\n"
    )
    done = cssprep("bank", "add", "from", "--update", folder=study, cwd=tmp_path)
    assert done.returncode == 0
    assert "Updated sample: A sample\n" in done.stdout
    assert "  changes    1 added, 1 removed, 1 with another answer\n" in done.stdout
    kept = re.search(r"  before     (.*)\n", done.stdout)
    assert kept is not None
    assert files(tmp_path / kept[1]) == INNER


def test_what_can_not_be_added_is_one_sentence(study: Path, tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"nonsense\x1b[2J")
    zip_of(tmp_path / "up.zip", {"../bank.yaml": INNER["bank.yaml"]})
    zip_of(tmp_path / "esc.zip", {"\x1b[2J.yaml": INNER["bank.yaml"]})
    for origin, said in (
        ("nowhere", "There is no file or folder nowhere."),
        ("a.bin", "a.bin is no archive that can be read."),
        ("up.zip", "it leads out of the archive"),
        ("esc.zip", "it holds the character U+001B ESCAPE"),
        ("http://example.org/a.git", "not fetched by http"),
    ):
        done = cssprep("bank", "add", origin, folder=study, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("cssprep: ")
        assert said in done.stderr
        assert done.stderr.count("\n") == 1
        assert "\x1b" not in done.stderr
    assert files(study) == {}


def test_from_a_git_repository(study: Path, tmp_path: Path) -> None:
    banks = {f"question_banks/{name}": content for name, content in INNER.items()}
    course = lay_out(tmp_path / "course", {**banks, "question_banks/b.yaml": bank_named("b")})
    for command in ("init --quiet", "add .", "commit --quiet --message=one"):
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *identity, *command.split()], cwd=course, check=True)
    done = cssprep("bank", "add", course.as_uri(), "--only", "b", folder=study, cwd=study)
    assert done.returncode == 0
    assert done.stdout.startswith("Added b: A sample\n")
    assert sorted(files(study)) == ["question_banks/b.yaml", "question_banks/sources/article.txt"]
    done = cssprep("bank", "add", f"git+{course}", folder=study, cwd=study)
    assert "b is there already, word for word.\n" in done.stdout
    assert "Added sample: A sample\n" in done.stdout


def test_a_title_can_not_act_on_the_terminal(study: Path, tmp_path: Path) -> None:
    text = BANK.replace("title: A sample", "title: \x1b[31mred\u202e").encode()
    lay_out(tmp_path / "from", {**INNER, "bank.yaml": text})
    for options in ((), ("--anyway",), ("--anyway", "--update")):
        done = cssprep("bank", "add", "from", *options, folder=study, cwd=tmp_path)
        assert "\x1b" not in done.stdout
        assert "\u202e" not in done.stdout


def test_the_users_own_folder_keeps_the_shipped_banks(study: Path, tmp_path: Path) -> None:
    lay_out(tmp_path / "from", INNER)
    (tmp_path / "here").mkdir()
    before = cssprep("bank", "list", cwd=tmp_path / "here").stdout
    assert before.startswith("nrf-afghanistan ")
    done = cssprep("bank", "add", str(tmp_path / "from"), cwd=tmp_path / "here")
    assert done.returncode == 0
    own = tmp_path / "data" / "cssprep" / "question_banks"
    assert done.stdout.startswith(f"Your own folder of banks is {own}; the banks that come with")
    listed = cssprep("bank", "list", cwd=tmp_path / "here").stdout
    assert re.findall(r"^(\S+)  ", listed, re.MULTILINE) == ["sample", "nrf-afghanistan"]
