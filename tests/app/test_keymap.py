from __future__ import annotations

from pathlib import Path

import pytest

from tui.app.key_names import check_keys, named, places
from tui.app.keymap import config_folder, read_keymap
from tui.fault import Fault


def test_no_file_no_keys(tmp_path: Path) -> None:
    assert read_keymap(tmp_path / "keys.toml") == {}


def test_names_may_stand_in_tables(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    file.write_text('"home.study" = "s"\n[verdict]\nright = "r,ctrl+r"\n')
    assert read_keymap(file) == {"home.study": "s", "verdict.right": "r,ctrl+r"}


@pytest.mark.parametrize("content", ["verdict.right = r", '"a" = 3', '"a" = ""', "\xff"])
def test_a_bad_file_is_told_in_a_sentence(tmp_path: Path, content: str) -> None:
    file = tmp_path / "keys.toml"
    file.write_bytes(content.encode("latin-1"))
    with pytest.raises(Fault) as caught:
        read_keymap(file)
    assert str(file) in caught.value.message
    assert caught.value.advice


def test_an_unknown_name_is_told_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(Fault, match=r'"verdict.rigth".*Did you mean "verdict.right"'):
        check_keys(tmp_path, {"verdict.rigth": "r"})


def test_known_names_are_fine(tmp_path: Path) -> None:
    check_keys(tmp_path, {"verdict.right": "x", "ask.skip": "ctrl+k", "outline.rubric": "f2"})


def test_every_named_key_has_its_own_name_and_an_explanation() -> None:
    bindings = [binding for _, place in places() for binding in named(place)]
    names = [binding.id for binding in bindings]
    assert len(names) == len(set(names))
    assert all(binding.tooltip.endswith(".") for binding in bindings)


def test_the_config_folder_can_be_given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CSSPREP_CONFIG", str(tmp_path))
    assert config_folder() == tmp_path
