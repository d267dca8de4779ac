from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.banks.mend.sample import SOUND, broken
from tests.banks.sample import TODAY, write
from tui.banks.mend.agreement import MendingFault
from tui.banks.mend.mended_file import mended_file

DAMAGED = broken("Panjshir is a valley", "Panjshir isa valley")


def test_it_is_written_whole_with_its_permissions(tmp_path: Path) -> None:
    path = write(tmp_path, DAMAGED)
    path.chmod(0o640)
    mended_file(path, TODAY).write()
    assert path.read_text() == SOUND
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(each.name for each in tmp_path.iterdir()) == ["sample.yaml", "sources"]


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    write(tmp_path / "real", DAMAGED)
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "real" / "sample.yaml")
    (tmp_path / "sources").symlink_to(tmp_path / "real" / "sources")
    mended_file(link, TODAY).write()
    assert link.is_symlink()
    assert (tmp_path / "real" / "sample.yaml").read_text() == SOUND


def test_a_save_in_between_is_not_lost(tmp_path: Path) -> None:
    path = write(tmp_path, DAMAGED)
    found = mended_file(path, TODAY)
    write(tmp_path, DAMAGED + "# one more line\n")
    with pytest.raises(MendingFault, match="was changed while it was mended"):
        found.write()
    assert path.read_text() == DAMAGED + "# one more line\n"
    assert not (tmp_path / "sample.yaml.partial").exists()


def test_a_file_that_may_not_be_written_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, DAMAGED)
    # Permissions would not do: root may write everything.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(MendingFault, match="may not be written"):
        mended_file(path, TODAY).write()
    assert path.read_text() == DAMAGED


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, DAMAGED)
    found = mended_file(path, TODAY)
    path.unlink()
    with pytest.raises(MendingFault, match="can't be written: no such file"):
        found.write()


def test_a_byte_order_mark_and_the_ends_of_lines_stay(tmp_path: Path) -> None:
    text = "\ufeff" + DAMAGED.replace("\n", "\r\n")
    path = write(tmp_path, text.encode())
    mended_file(path, TODAY).write()
    assert path.read_bytes() == ("\ufeff" + SOUND.replace("\n", "\r\n")).encode()


@pytest.mark.parametrize(
    "content", [DAMAGED.encode("utf-16"), DAMAGED.encode() + b"\xff", b""], ids=repr
)
def test_what_is_no_text_stays(content: bytes, tmp_path: Path) -> None:
    found = mended_file(write(tmp_path, content), TODAY)
    assert (found.done, list(found.diff("x"))) == ((), [])


def test_a_folder_and_a_lost_file_are_nothing_to_mend(tmp_path: Path) -> None:
    assert mended_file(tmp_path, TODAY).done == ()
    assert mended_file(tmp_path / "lost.yaml", TODAY).done == ()


def test_the_difference_is_a_patch(tmp_path: Path) -> None:
    path = write(tmp_path, DAMAGED.rstrip("\n") + "  # \x1b[31m")
    assert "".join(mended_file(path, TODAY).diff("sample.yaml")).endswith(
        "-    quote: Panjshir isa valley  # \ufffd[31m\n"
        "\\ No newline at end of file\n"
        "+    quote: Panjshir is a valley  # \ufffd[31m\n"
        "\\ No newline at end of file\n"
    )
