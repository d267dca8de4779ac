"""What docs/courses.md tells the keepers of a course's repository to write works as it stands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator

from tests.banks.sample import BANK, write
from tui.banks.schema import bank_schema

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "courses.md").read_text(encoding="utf-8")
USED, ELSEWHERE, WORKFLOW, SILENCED = map(
    yaml.safe_load, re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
)
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
STEPS = [step["run"] for step in WORKFLOW["jobs"]["check"]["steps"] if "run" in step]


def course(folder: Path) -> Path:
    """A repository with one sound bank."""
    write(folder / "question_banks")
    return folder


def run(command: list[str], repository: Path, **more: str) -> subprocess.CompletedProcess[str]:
    known = {name: value for name, value in os.environ.items() if name != "CSSPREP_FOLDER"}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        cwd=repository,
        env={**known, "PATH": path, **more},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def hooked(
    repository: Path, changed: list[str], **settings: Any
) -> subprocess.CompletedProcess[str] | None:
    """What pre-commit runs of the hook for the `changed` files, None if it does not run it."""
    hook = {**HOOK, **settings}
    names = [name for name in changed if re.search(hook["files"], name)]
    if not names:
        return None
    given = names if hook["pass_filenames"] else []
    # A folder that the user studies in is none of the repository's business.
    elsewhere = str(repository.parent)
    return run(
        [*hook["entry"].split(), *hook["args"], *given], repository, CSSPREP_FOLDER=elsewhere
    )


def test_the_hook_is_one_that_pre_commit_takes() -> None:
    assert HOOK["language"] == "python"
    assert {"id", "name", "entry", "language"} <= set(HOOK)
    re.compile(HOOK["files"])
    for used in (USED, ELSEWHERE):
        (hook,) = used["repos"][0]["hooks"]
        assert hook["id"] == HOOK["id"]


def test_a_sound_bank_passes(tmp_path: Path) -> None:
    done = hooked(course(tmp_path / "course"), ["question_banks/sample.yaml"])
    assert done is not None
    assert (done.returncode, done.stderr) == (0, "")


def test_a_fault_holds_the_commit_back(tmp_path: Path) -> None:
    repository = course(tmp_path / "course")
    write(repository / "question_banks", BANK.replace("kind: short", "kind: shrot"))
    done = hooked(repository, ["question_banks/sample.yaml"])
    assert done is not None
    assert done.returncode == 1
    assert "question_banks/sample.yaml:10:11: error unknown-kind" in done.stdout


def test_a_second_bank_with_the_same_id_holds_the_commit_back(tmp_path: Path) -> None:
    repository = course(tmp_path / "course")
    write(repository / "question_banks", name="second.yaml")
    done = hooked(repository, ["question_banks/second.yaml"])
    assert done is not None
    assert done.returncode == 1
    assert "error duplicate-bank" in done.stdout


def test_a_changed_source_holds_the_commit_back(tmp_path: Path) -> None:
    repository = course(tmp_path / "course")
    source = repository / "question_banks" / "sources" / "article.txt"
    source.write_text(source.read_text().replace("is a valley", "was a valley"))
    done = hooked(repository, ["question_banks/sources/article.txt"])
    assert done is not None
    assert done.returncode == 1
    assert "error quote-not-found" in done.stdout


def test_other_files_do_not_start_it(tmp_path: Path) -> None:
    assert hooked(course(tmp_path / "course"), ["README.md", "old/question_banks.txt"]) is None


def test_banks_may_lie_elsewhere(tmp_path: Path) -> None:
    course(tmp_path / "repository" / "course")
    (settings,) = ELSEWHERE["repos"][0]["hooks"]
    changed = ["course/question_banks/sample.yaml"]
    done = hooked(tmp_path / "repository", changed, **settings)
    assert done is not None
    assert (done.returncode, done.stdout[:7]) == (0, "1 bank,")
    assert hooked(tmp_path / "repository", ["question_banks/x.yaml"], **settings) is None


def test_the_command_takes_several_files(tmp_path: Path) -> None:
    repository = course(tmp_path / "course")
    write(repository / "question_banks", BANK.replace("bank: sample", "bank: two"), "two.yaml")
    files = ["question_banks/sample.yaml", "question_banks/two.yaml"]
    done = run([*HOOK["entry"].split(), *files], repository)
    assert (done.returncode, done.stdout[:8]) == (0, "2 banks,")


def test_the_hook_without_pre_commit(tmp_path: Path) -> None:
    (script,) = re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)
    repository = course(tmp_path / "course")
    assert run(["sh", "-c", script], repository).returncode == 0
    write(repository / "question_banks", BANK.replace("kind: short", "kind: shrot"))
    assert run(["sh", "-c", script], repository).returncode == 1


def test_the_steps_of_the_workflow_run(tmp_path: Path) -> None:
    repository = course(tmp_path / "course")
    check, coverage = (step.split() for step in STEPS if step.startswith("cssprep "))
    assert run(check, repository).returncode == 0
    assert run(coverage, repository).returncode in {0, 1}
    write(repository / "question_banks", BANK.replace("kind: short", "kind: shrot"))
    done = run(check, repository, GITHUB_WORKSPACE=str(repository))
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=question_banks/sample.yaml,line=10,col=11,")


def test_the_warning_that_is_meant_so_is_well_formed() -> None:
    silenced = bank_schema()["properties"]["silenced"]
    assert list(Draft7Validator(silenced).iter_errors(SILENCED["silenced"])) == []
