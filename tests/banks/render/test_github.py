from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.banks.render.samples import EXPIRED, NOTE, TOPIC
from tui.banks.render import render


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on whether it runs in a workflow itself."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)


def unescaped(text: str) -> str:
    """What GitHub makes of a property."""
    for code, character in {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}.items():
        text = text.replace(code, character)
    return text


def test_each_finding_is_a_workflow_command() -> None:
    assert render("github", [TOPIC, EXPIRED, NOTE]) == (
        "::error file=banks/nrf.yaml,line=12,col=12,endLine=12,endColumn=21,title=unknown-topic::"
        "banks/nrf.yaml:12:12: The bank has no topic “nrf.leader”.%0ADid you mean nrf.leaders?\n"
        "::warning file=banks/a%2Cb%3Ac.yaml,line=3,col=1,endLine=3,endColumn=1,title=expired::"
        "banks/a,b:c.yaml:3:1: 100 %25 [bold]sure[/].\n"
        "::notice file=x.yaml,line=1,col=1,endLine=1,endColumn=1,title=source-absent::"
        "x.yaml:1:1: Not here.%0ANo harm.\n"
    )


def test_a_line_break_can_not_begin_another_command() -> None:
    (line,) = render("github", [replace(NOTE, message="a\n::error::b\r")]).splitlines()
    assert line.endswith("::x.yaml:1:1: a%0A::error::b%0D%0ANo harm.")


def test_no_property_can_end_early_or_begin_another() -> None:
    path = "a::b,line=9%0A\r\n%3A.yaml"
    (line,) = render("github", [replace(NOTE, path=path)]).splitlines()
    properties = line.removeprefix("::notice ").partition("::")[0].split(",")
    assert [each.partition("=")[0] for each in properties] == [
        "file", "line", "col", "endLine", "endColumn", "title",
    ]  # fmt: skip
    assert unescaped(properties[0].removeprefix("file=")) == path
    assert properties[1] == "line=1"


def test_nothing_found_is_nothing_said() -> None:
    assert render("github", []) == ""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that a workflow has checked out, under a name with a link in it."""
    (tmp_path / "disk" / "course" / "question_banks").mkdir(parents=True)
    (tmp_path / "work").symlink_to(tmp_path / "disk")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "work"))
    return tmp_path / "disk"


def test_paths_begin_at_the_root_of_the_repository(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "course")
    said = render("github", [replace(TOPIC, path="question_banks/nrf.yaml")])
    assert said.startswith("::error file=course/question_banks/nrf.yaml,line=12,")
    assert "::course/question_banks/nrf.yaml:12:12: The bank" in said
    whole = str(repository / "course" / "question_banks" / "nrf.yaml")
    assert render("github", [replace(TOPIC, path=whole)]) == said
    monkeypatch.chdir(repository)
    assert render("github", [replace(TOPIC, path="course/question_banks/nrf.yaml")]) == said


def test_paths_outside_the_repository_stay(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.parent)
    assert "file=banks/nrf.yaml," in render("github", [TOPIC])
