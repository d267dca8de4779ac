"""The article that a bank is begun from, as it becomes the bank's source."""

from __future__ import annotations

import hashlib
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

from tui.banks.characters import FORBIDDEN, one_line
from tui.banks.limits import MAX_BYTES
from tui.fault import Fault

MARKDOWN = (".md", ".markdown")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Article:
    """An article's text as a source has it.

    content: its bytes, UTF-8. known: what the article says of itself: title, author, url, licence.
    was_markdown: whether the text was made from Markdown. left_out: characters that a terminal
    would act on, and that were left out.
    """

    content: bytes
    known: dict[str, str] = field(default_factory=dict)
    was_markdown: bool = False
    left_out: int = 0

    @property
    def text(self) -> str:
        """The text."""
        return self.content.decode()

    @property
    def sha256(self) -> str:
        """The hash of the source's file."""
        return hashlib.sha256(self.content).hexdigest()


def read_article(path: Path) -> Article:
    """The article at `path`: text as it is, Markdown as plain text; Fault if it can't be used."""
    name = one_line(str(path), 300)
    text = _decoded(_bytes(path, name), name)
    known: dict[str, str] = {}
    was_markdown = path.suffix.lower() in MARKDOWN
    if was_markdown:
        from tui.banks.starting.markdown import plain_text

        plain = plain_text(text)
        text, known = plain.text, plain.front
    clean, left_out = FORBIDDEN.subn("", text)
    if not re.search(r"[^\W\d_]", clean):
        raise Fault(f"{name} holds no text.", "Give the file with the article.")
    found = {key: known[key] for key in ("title", "author", "url", "licence") if known.get(key)}
    found.setdefault("title", _first_line(clean))
    return Article(clean.encode(), found, was_markdown, left_out)


def _bytes(path: Path, name: str) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Fault(f"{name} is not a file.", "Give the file with the article by --from.")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise Fault(f"There is no file {name}.", "Check the path given by --from.") from None
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise Fault(
            f"{name} can't be read: {reason}.", "Check the path and who may read it."
        ) from None
    except ValueError:
        raise Fault(f"There is no file {name}.", "Check the path given by --from.") from None
    if len(content) > MAX_BYTES:
        raise Fault(
            f"{name} is larger than {MAX_BYTES // 1024**2} MiB.",
            "Cut it into several articles, a bank each.",
        )
    return content


def _decoded(content: bytes, name: str) -> str:
    if content.startswith(_UTF_16):
        raise Fault(f"{name} is written in UTF-16.", "Save it as UTF-8 and try again.")
    content = content.removeprefix(_BOM)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Fault(
            f"{name} is not UTF-8: see its line {line}.",
            "Save it as UTF-8 text; from a PDF or a word processor, export it as plain text.",
        ) from None


def _first_line(text: str) -> str:
    """The first line that says something, as a title; of several, none like “NOTICE”."""
    lines = [one_line(line.lstrip("# "), 120).rstrip(" .") for line in text.splitlines()]
    said = [line for line in lines if re.search(r"[^\W\d_]", line)]
    of_words = (line for line in said[:2] if not (line.isupper() and len(line.split()) == 1))
    return next(of_words, next(iter(said), ""))
