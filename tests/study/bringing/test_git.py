from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.study.bringing.made import INNER, bank_named, lay_out
from tui.banks.limits import MAX_BYTES
from tui.study.bringing.errors import BringingError
from tui.study.bringing.git import is_git, open_repository, without_secrets
from tui.study.bringing.tree import Kind


def git(folder: Path, *arguments: str, given: str = "") -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
        cwd=folder,
        input=given,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = lay_out(tmp_path / "a course" / "repo", INNER)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=one")
    return folder


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return tmp_path / "work"


def test_a_repository_is_read(repository: Path, work: Path) -> None:
    tree = open_repository(repository.as_uri(), work)
    assert tree.listed("") == {"bank.yaml": Kind.FILE, "sources": Kind.FOLDER}
    assert {path: tree.read(path) for path in INNER} == INNER
    assert not list(work.rglob("bank.yaml"))


def test_a_path_with_git_before_it(repository: Path, work: Path) -> None:
    assert open_repository(f"git+{repository}", work).read("bank.yaml") == INNER["bank.yaml"]


def test_a_bare_repository(repository: Path, work: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(repository), "bare.git")
    assert is_git(str(tmp_path / "bare.git"))
    assert open_repository(str(tmp_path / "bare.git"), work).kind("bank.yaml") is Kind.FILE


def test_a_branch_or_a_tag(repository: Path, work: Path, tmp_path: Path) -> None:
    git(repository, "tag", "v1")
    git(repository, "checkout", "--quiet", "-b", "draft")
    (repository / "bank.yaml").write_bytes(bank_named("newer"))
    git(repository, "commit", "--quiet", "--all", "--message=two")
    git(repository, "checkout", "--quiet", "main")
    url = repository.as_uri()
    assert open_repository(f"{url}#draft", work).read("bank.yaml") == bank_named("newer")
    (tmp_path / "other").mkdir()
    assert open_repository(f"{url}#v1", tmp_path / "other").read("bank.yaml") == INNER["bank.yaml"]


def test_links_and_submodules_are_neither_followed_nor_fetched(
    repository: Path, work: Path
) -> None:
    (repository / "link.yaml").symlink_to("/etc/passwd")
    head = git(repository, "rev-parse", "HEAD").strip()
    git(repository, "add", ".")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{head},module.yaml")
    git(repository, "commit", "--quiet", "--message=two")
    tree = open_repository(repository.as_uri(), work)
    assert tree.kind("link.yaml") is Kind.LINK
    assert tree.kind("module.yaml") is Kind.OTHER


def test_no_hook_and_no_filter_runs(
    repository: Path, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    hooks = tmp_path / "template" / "hooks"
    hooks.mkdir(parents=True)
    for name in ("post-checkout", "reference-transaction"):
        (hooks / name).write_text(f"#!/bin/sh\necho {name} >> {told}\n")
        (hooks / name).chmod(0o755)
    config = tmp_path / "gitconfig"
    config.write_text(
        f"[init]\n templateDir = {tmp_path / 'template'}\n[core]\n hooksPath = {hooks}\n"
        f'[filter "x"]\n smudge = "echo smudge >> {told}; cat"\n'
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    (repository / ".gitattributes").write_text("*.yaml filter=x\n")
    git(repository, "-c", f"core.hooksPath={work}", "-c", "filter.x.smudge=cat", "add", ".")
    git(repository, "-c", f"core.hooksPath={work}", "commit", "--quiet", "--message=two")
    told.unlink(missing_ok=True)
    open_repository(repository.as_uri(), work)
    assert not told.exists()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ext::sh -c touch% x", "no folder"),
        ("git+ext::sh -c touch% x.git", "no folder"),
        ("http://example.org/a.git", "not fetched by http"),
        ("git://example.org/a.git", "not fetched by git"),
        ("ftp://example.org/a", "not fetched by ftp"),
        ("git+--upload-pack=touch x", "no address"),
        ("-oProxyCommand=x@y:z.git", "no address"),
        ("git+", "no address"),
        ("git+nowhere", "no folder"),
        ("https://example.org/bank.zip", "is a file"),
    ],
)
def test_an_address_that_is_not_used(work: Path, address: str, said: str) -> None:
    with pytest.raises(BringingError, match=said) as raised:
        open_repository(address, work)
    assert raised.value.advice
    assert not (work / "repository").exists()


def test_what_git_says_is_passed_on(repository: Path, work: Path, tmp_path: Path) -> None:
    with pytest.raises(BringingError, match=r"Remote branch nowhere not found"):
        open_repository(f"{repository.as_uri()}#nowhere", work)
    with pytest.raises(BringingError, match="is no branch"):
        open_repository(f"{repository.as_uri()}#--upload-pack=x", work)
    (tmp_path / "other").mkdir()
    with pytest.raises(BringingError, match="can't be used"):
        open_repository(f"git+{tmp_path}", tmp_path / "other")


def test_a_repository_without_a_commit(tmp_path: Path, work: Path) -> None:
    git(tmp_path, "init", "--quiet", "empty")
    with pytest.raises(BringingError, match="holds no commit"):
        open_repository(f"git+{tmp_path / 'empty'}", work)


def test_a_repository_with_endless_files(tmp_path: Path, work: Path) -> None:
    """A few small objects that are ten thousand million files when listed."""
    (tmp_path / "bomb").mkdir()
    git(tmp_path / "bomb", "init", "--quiet")
    (tmp_path / "bomb" / "f").write_text("x")
    inner = git(tmp_path / "bomb", "hash-object", "-w", "f").strip()
    entry = "100644 blob"
    for _ in range(10):
        rows = "".join(f"{entry} {inner}\tf{number}\n" for number in range(10))
        inner = git(tmp_path / "bomb", "mktree", given=rows).strip()
        entry = "040000 tree"
    commit = git(tmp_path / "bomb", "commit-tree", "-m", "bomb", inner).strip()
    git(tmp_path / "bomb", "update-ref", "HEAD", commit)
    with pytest.raises(BringingError, match="holds more than 20,000 files"):
        open_repository(f"git+{tmp_path / 'bomb'}", work)


def test_a_large_file_is_not_read(repository: Path, work: Path) -> None:
    (repository / "large.yaml").write_bytes(os.urandom(MAX_BYTES + 1))
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message=two")
    with pytest.raises(BringingError, match="larger than 16 MiB"):
        open_repository(repository.as_uri(), work).read("large.yaml")


def fake_git(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    (folder / "git").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")


def is_running(pid: int) -> bool:
    """Whether the process is there, and not only waiting to be taken notice of."""
    try:
        os.kill(pid, 0)
        status = Path(f"/proc/{pid}/stat")
        return not status.exists() or status.read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def test_git_that_takes_too_long_is_ended(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = tmp_path / "pid"
    fake_git(tmp_path / "bin", f"sleep 600 & echo $! > {pid}; wait", monkeypatch)
    with pytest.raises(BringingError, match="took more than 1 seconds"):
        open_repository("https://example.org/a.git", work, seconds=1.0)
    # What is killed may go on for a moment, until the system comes to it.
    deadline = time.monotonic() + 10
    while is_running(int(pid.read_text())) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_running(int(pid.read_text()))


def test_a_repository_that_is_too_large_is_left(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f"mkdir {work}/repository; truncate -s 300M {work}/repository/pack; sleep 600"
    fake_git(tmp_path / "bin", script, monkeypatch)
    with pytest.raises(BringingError, match="larger than 256 MiB"):
        open_repository("https://example.org/a.git", work)


def test_git_is_told_not_to_ask(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tmp_path / "said"
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    fake_git(tmp_path / "bin", f'env > {said}; echo "$@" >> {said}; exit 1', monkeypatch)
    with pytest.raises(BringingError, match="gave no reason"):
        open_repository("ssh://example.org/a.git", work)
    lines = said.read_text().splitlines()
    assert {"GIT_TERMINAL_PROMPT=0", "GIT_ALLOW_PROTOCOL=https:ssh:file"} <= set(lines)
    assert "GIT_DIR=/nowhere" not in lines
    for option in ("--depth 1", "--no-tags", "--single-branch", "-- ssh://example.org/a.git"):
        assert option in lines[-1]


def test_without_git(work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BringingError, match="Git is not installed"):
        open_repository("https://example.org/a.git", work)


@pytest.mark.parametrize(
    "argument",
    ["https://a/b", "ssh://a/b", "file:///a", "git@host:a/b", "git+a", "a/b.git", "b.git#main"],
)
def test_what_is_taken_for_a_repository(argument: str) -> None:
    assert is_git(argument)


@pytest.mark.parametrize("argument", ["a.yaml", "folder", "a.zip", "/a/b", "C:\\a", ".", "a@b"])
def test_what_is_not(argument: str) -> None:
    assert not is_git(argument)


def test_a_password_is_never_shown() -> None:
    assert without_secrets("https://me:secret@host/a") == "https://host/a"
    assert without_secrets("can't access 'https://t0ken@host/'") == "can't access 'https://host/'"
