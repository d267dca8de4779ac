"""A Git repository as a tree of files: fetched by git, which is not let ask or run anything.

Nothing is checked out: what is wanted is read from the repository's objects, so that no link, no
submodule, no hook and no filter of the repository has a part in it.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

from tui.banks.characters import one_line
from tui.banks.limits import MAX_BYTES
from tui.study.bringing.errors import BringingError
from tui.study.bringing.limits import (
    FETCH_SECONDS,
    MAX_REPOSITORY,
    MAX_REPOSITORY_ENTRIES,
    MIB,
)
from tui.study.bringing.names import HostileNameError, entry_path
from tui.study.bringing.tree import Entry, Kind, PackedTree

PREFIX = "git+"
SCHEMES = ("https", "ssh", "file")

_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_SCP = re.compile(r"[\w.-]+@[\w.-]+:(?!//)")
_PAUSE = 0.1
_MAX_LISTING = 400 * MAX_REPOSITORY_ENTRIES
"""Bytes of the list of a repository's files."""

_KINDS = {"100644": Kind.FILE, "100664": Kind.FILE, "100755": Kind.FILE, "120000": Kind.LINK}

# What git would take from a git command around this one.
_LOCAL = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_CONFIG",
    "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE",
    "GIT_TEMPLATE_DIR", "GIT_TRACE",
)  # fmt: skip


def is_git(argument: str) -> bool:
    """Whether `argument` names a Git repository rather than a file or a folder."""
    if argument.startswith(PREFIX) or _URL.match(argument):
        return True
    path = argument.partition("#")[0].rstrip("/")
    return path.endswith(".git") or bool(_SCP.match(argument) and not os.path.lexists(argument))


def without_secrets(url: str) -> str:
    """`url` without a name and a password in it, on one line."""
    return one_line(re.sub(r"(?<=//)[^/@\s]*@", "", url), 300)


def open_repository(argument: str, workspace: Path, seconds: float = FETCH_SECONDS) -> PackedTree:
    """The newest state of the repository that `argument` names, fetched into `workspace`.

    argument: a URL, or a path; a branch or a tag may follow after "#". Raises BringingError if it
    can't be fetched within `seconds`, or is too large.
    """
    url, _, branch = argument.removeprefix(PREFIX).partition("#")
    url = _checked(url)
    if branch.startswith("-"):
        raise BringingError(f"“{one_line(branch)}” is no branch.", "Write URL#branch-or-tag.")
    label = without_secrets(url)
    git = _Git(workspace, label)
    git.fetch(url, branch, seconds)
    return git.tree()


def _checked(url: str) -> str:
    if url.startswith("-") or not url:
        raise BringingError(f"“{one_line(url)}” is no address of a Git repository.", _ADVICE)
    scheme = _URL.match(url)
    if scheme is not None:
        if scheme[1].lower() not in SCHEMES:
            message = f"Banks are not fetched by {one_line(scheme[1])}://."
            raise BringingError(message, _ADVICE)
        if url.endswith((".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".yaml")):
            message = f"{without_secrets(url)} is a file, not a Git repository."
            raise BringingError(message, "Download it, then add the file.")
        return url
    if _SCP.match(url) and not os.path.lexists(url):
        return url
    path = Path(url).expanduser().absolute()
    # Not Path.is_dir, which raises where a folder may not be looked into.
    if not os.path.isdir(path):  # noqa: PTH112
        raise BringingError(f"There is no folder {one_line(str(path), 300)}.", "Check the path.")
    return path.as_uri()


_ADVICE = "Give an address that begins with https://, ssh:// or file://, or git@host:path."


class _Git:
    """Runs git on the repository that is made in `workspace`."""

    def __init__(self, workspace: Path, label: str) -> None:
        self._label = label
        self._repository = workspace / "repository"
        self._errors = workspace / "git-errors"
        nothing = workspace / "nothing"
        nothing.mkdir()
        self._nothing = nothing
        self._options = [
            "-c", f"core.hooksPath={nothing}",
            "-c", "protocol.ext.allow=never",
            "-c", "core.fsmonitor=false",
            # What is larger is no bank, and need not be held in memory as a whole.
            "-c", f"core.bigFileThreshold={MAX_BYTES + 1}",
            "-c", "gc.auto=0",
            "-c", "maintenance.auto=false",
            "-c", "transfer.bundleURI=false",
        ]  # fmt: skip
        self._environment = {
            **{name: value for name, value in os.environ.items() if name not in _LOCAL},
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_ALLOW_PROTOCOL": "https:ssh:file",
            "GIT_ASKPASS": "",
            "SSH_ASKPASS": "",
            "SSH_ASKPASS_REQUIRE": "never",
            "GCM_INTERACTIVE": "never",
            "GIT_LFS_SKIP_SMUDGE": "1",
            "GIT_NO_LAZY_FETCH": "1",
            "LC_ALL": "C",
        }

    def fetch(self, url: str, branch: str, seconds: float) -> None:
        """Clones the newest commit of `url`, without a working tree."""
        command = [
            "git", *self._options, "clone", "--quiet", "--bare", "--depth", "1", "--no-tags",
            "--single-branch", "--no-recurse-submodules", f"--template={self._nothing}",
            *([f"--branch={branch}"] if branch else []),
            "--", url, str(self._repository),
        ]  # fmt: skip
        with self._errors.open("wb") as errors:
            process = self._started(command, errors.fileno())
            try:
                self._wait(process, seconds)
            finally:
                _end(process)
        if process.returncode != 0:
            self._raise_for(self._said())

    def tree(self) -> PackedTree:
        """The files of the commit that was fetched."""
        entries: dict[str, Entry] = {}
        objects: dict[str, str] = {}
        listing = self._output(_MAX_LISTING, "ls-tree", "-r", "-l", "-z", "HEAD")
        rows = listing.decode(errors="surrogateescape").split("\0")[:-1]
        if len(rows) > MAX_REPOSITORY_ENTRIES or len(listing) > _MAX_LISTING:
            self._raise_for(f"it holds more than {MAX_REPOSITORY_ENTRIES:,} files")
        for row in rows:
            facts, _, name = row.partition("\t")
            mode, _, oid, size = facts.split()
            try:
                path = entry_path(name)
            except HostileNameError as error:
                self._raise_for(f"of the name “{one_line(name)}”, {error}")
            entries[path] = Entry(_KINDS.get(mode, Kind.OTHER), int(size) if size != "-" else 0)
            objects[path] = oid
        return PackedTree(
            self._label,
            entries,
            lambda path: self._output(MAX_BYTES, "cat-file", "blob", objects[path]),
        )

    def _wait(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        for _ in range(max(1, round(seconds / _PAUSE))):
            with suppress(subprocess.TimeoutExpired):
                process.wait(_PAUSE)
                break
            self._check_size()
        else:
            raise BringingError(
                f"Fetching {self._label} took more than {seconds:.0f} seconds.",
                "Fetch it yourself with git clone, then add the folder.",
            )
        self._check_size()

    def _check_size(self) -> None:
        size = 0
        for folder, _, names in os.walk(self._repository):
            for name in names:
                with suppress(OSError):  # git has renamed or deleted it meanwhile
                    size += (Path(folder) / name).stat().st_size
        if size > MAX_REPOSITORY:
            self._raise_for(f"it is larger than {MAX_REPOSITORY // MIB} MiB")

    def _output(self, limit: int, *arguments: str) -> bytes:
        """What git writes, at most `limit` bytes and one more: a listing can be endless."""
        command = ["git", *self._options, f"--git-dir={self._repository}", *arguments]
        with self._errors.open("wb") as errors:
            process = self._started(command, errors.fileno(), subprocess.PIPE)
            assert process.stdout is not None
            try:
                with process.stdout as stream:
                    output = stream.read(limit + 1)
                if len(output) <= limit:
                    process.wait()
            finally:
                _end(process)
        if len(output) <= limit and process.returncode != 0:
            self._raise_for("it holds no commit" if arguments[0] == "ls-tree" else self._said())
        return output

    def _started(
        self, command: list[str], errors: int, output: int = subprocess.DEVNULL
    ) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=errors,
                env=self._environment,
                cwd=self._nothing,
                # Without a terminal of its own, ssh can't ask for a password either.
                start_new_session=True,
            )
        except FileNotFoundError:
            raise BringingError(
                "Git is not installed, or not on the path.",
                "Install git, or download the bank and add the file.",
            ) from None

    def _said(self) -> str:
        """Why git says that it failed: its last line that does."""
        text = self._errors.read_bytes()[-4096:].decode(errors="replace")
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        told = [line for line in lines if line.startswith(("fatal:", "error:", "remote:"))]
        line = (told or lines or ["git gave no reason"])[-1]
        line = re.sub(r"^(fatal|error|remote):\s*", "", line)
        return without_secrets(line)[:200].rstrip(".")

    def _raise_for(self, reason: str) -> None:
        raise BringingError(
            f"{self._label} can't be used: {reason}.",
            "Check the address with git ls-remote; what needs a password, clone yourself.",
        )


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends git and what it has started, if they still run."""
    if process.poll() is None:
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        process.wait()
