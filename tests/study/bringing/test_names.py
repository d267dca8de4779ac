from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.study.bringing.names import HostileNameError, entry_path, is_inside, is_portable


@pytest.mark.parametrize(
    ("given_name", "path"),
    [
        ("bank.yaml", "bank.yaml"),
        ("./a//b/./c.yaml", "a/b/c.yaml"),
        ("a/", "a"),
        ("./", ""),
        ("اردو.yaml", "اردو.yaml"),
        ("..a/b..", "..a/b.."),
    ],
)
def test_an_honest_name(given_name: str, path: str) -> None:
    assert entry_path(given_name) == path


@pytest.mark.parametrize(
    ("given_name", "reason"),
    [
        ("../a", "leads out"),
        ("a/../../b", "leads out"),
        ("a/..", "leads out"),
        ("/etc/passwd", "top of a disk"),
        ("C:/Windows/a", "top of a disk"),
        ("c:a", "top of a disk"),
        ("./c:/a", "top of a disk"),
        ("..\\a", "backslash"),
        ("a\x00.yaml", "U\\+0000 NUL"),
        ("a\x1b[31m.yaml", "U\\+001B ESCAPE"),
        ("a\nb", "U\\+000A"),
        ("a\u202elmay", "U\\+202E"),
        ("\udc80", "U\\+DC80"),
        ("a/" * 65 + "b", "too long"),
        ("a" * 1001, "too long"),
    ],
)
def test_a_hostile_name(given_name: str, reason: str) -> None:
    with pytest.raises(HostileNameError, match=reason):
        entry_path(given_name)


@given(st.text() | st.lists(st.sampled_from(["..", ".", "", "a", "C:", "\\"])).map("/".join))
def test_a_path_stays_below(name: str) -> None:
    try:
        path = entry_path(name)
    except HostileNameError:
        return
    assert not path.startswith("/")
    assert ".." not in path.split("/")
    assert entry_path(path) == path


@pytest.mark.parametrize(
    "path", ["bank.yaml", "sources/Article 1 (2025).txt", "اردو.txt", "a.b-c_d.yaml"]
)
def test_what_every_system_can_hold(path: str) -> None:
    assert is_portable(path)


@pytest.mark.parametrize(
    "path",
    ["", ".git/hooks/x", "a/.b", "-rf", "a/", "a//b", "con.txt", "LPT1", "a:b", "a.", "a ", " a",
     "a" * 201, "a/" * 600 + "b", "a\u200eb", 'a"b', "a*"],
)  # fmt: skip
def test_what_some_system_can_not(path: str) -> None:
    assert not is_portable(path)


def test_what_stays_in_the_folder_of_a_bank() -> None:
    assert is_inside("sources/a.txt")
    assert is_inside("sources/../a.txt")
    for file in ("", ".", "..", "../a", "a/../../b", "/etc/passwd"):
        assert not is_inside(file)
