from __future__ import annotations

from pathlib import Path

import pytest

from tui.study.errors import StudyError
from tui.study.exam.rules import FILE, rules_of


def test_the_rules_that_come_with_the_app(tmp_path: Path) -> None:
    rules = rules_of(tmp_path)
    assert rules.to_pass("essay") == 0.4
    assert rules.to_pass("international-relations") == 0.33
    assert rules.aggregate == 0.5


def test_a_file_in_the_study_folder_changes_what_it_names(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('optional = 35.5\ncompulsory_papers = ["urdu"]\n')
    rules = rules_of(tmp_path)
    assert rules.to_pass("urdu") == 0.4
    assert rules.to_pass("essay") == 0.355


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("optional = 120", "optional is no pass mark. Give per cent, from 0 to 100."),
        ("optional = true", "optional is no pass mark."),
        ("agregate = 50", "sets agregate, which is no rule of the exam. Did you mean aggregate?"),
        ("compulsory_papers = 3", "compulsory_papers is no list of papers."),
        ("optional = ", "is no TOML"),
    ],
)
def test_a_file_with_a_fault_is_told_of(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / FILE).write_text(content)
    with pytest.raises(StudyError) as caught:
        rules_of(tmp_path)
    assert said in str(caught.value)
    assert FILE in str(caught.value)
