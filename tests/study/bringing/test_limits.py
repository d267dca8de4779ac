"""The limits that learners are told are those of the code."""

from __future__ import annotations

from pathlib import Path

from tui.study.bringing import limits

DOCS = Path(__file__).parent.parent.parent.parent / "docs"


def test_limits_are_documented() -> None:
    section = (DOCS / "bank-format.md").read_text(encoding="utf-8").partition("## Limits")[2]
    for said in (
        f"takes banks and sources of {limits.MAX_UNPACKED // limits.MIB} MiB at once",
        f"at most {limits.MAX_ENTRIES:,} files and folders",
        f"{limits.MAX_UNPACKED // limits.MIB} MiB packed and unpacked",
        f"at most {limits.MAX_RATIO} times its size",
        f"at most {limits.MAX_REPOSITORY_ENTRIES:,} files",
        f"{limits.MAX_REPOSITORY // limits.MIB} MiB, and is fetched",
        f"within {limits.FETCH_SECONDS:.0f} seconds",
    ):
        assert said in section, said
