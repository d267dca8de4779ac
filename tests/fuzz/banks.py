"""Mutated banks: checked, printed, mended, compiled and answered. Run it to try more of them.

python -m tests.fuzz.banks --cases 100000
"""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.banks.sample import TODAY
from tests.fuzz.fence import fenced
from tests.fuzz.pieces import MARKUP, TEXTS
from tests.fuzz.running import Case, Limited, main
from tests.fuzz.texts import AS_BYTES, AS_LINES, mutated
from tests.fuzz.trees import mutate_tree
from tests.samples_of_banks import ROOT, SOUND
from tui.banks.cache import cache_path, open_cache
from tui.banks.characters import FORBIDDEN
from tui.banks.check import check_file
from tui.banks.compile import compile_banks
from tui.banks.index import Index, open_index
from tui.banks.mend.agreement import MendingFault
from tui.banks.mend.mended_file import mended_file
from tui.banks.render import render
from tui.kinds import KIND_NAMES
from tui.kinds.question import Question, key_hash

SECRET = "no bank may read this 4711"
"""Stands in a file beside the study folder."""
LARGEST = 200_000
"""Bytes of a bank here: twice the largest real one. A larger one may take longer than a second."""
MOST_PRINTED = 3_000_000
"""Characters that are printed of the findings of one bank."""
QUESTION = re.compile(r"^  - ", re.MULTILINE)
FIELDS = (
    "id", "kind", "topic", "prompt", "answer", "answers", "accept", "mistakes", "quote", "note",
    "hint", "explain", "difficulty", "marks", "tags", "as_of", "expires", "was", "draft", "items",
    "keywords", "order", "pairs", "text", "blanks", "unit", "tolerance", "source", "format", "bank",
    "title", "language", "sources", "file", "sha256", "redistribute", "topics", "papers", "weight",
    "questions", "retired", "silence", "untested", "why", "from", "to", "statement", "points",
)  # fmt: skip
PRINTABLE = {"full", "concise", "github", "json"}


@dataclass(frozen=True, slots=True)
class Seed:
    """A real bank in parts: what stands before its questions, and each of these."""

    head: str
    questions: tuple[str, ...]


@cache
def seeds() -> tuple[Seed, ...]:
    """All real banks."""
    instructor = (ROOT / "tests" / "instructor").glob("*/bank.yaml")
    texts = [*SOUND.values(), *(path.read_text(encoding="utf-8") for path in sorted(instructor))]
    return tuple(map(_in_parts, texts))


def _in_parts(text: str) -> Seed:
    head, key, rest = text.partition("\nquestions:\n")
    starts = [found.start() for found in QUESTION.finditer(rest)] or [0]
    ends = (*starts[1:], len(rest))
    return Seed(head + key, tuple(rest[a:b] for a, b in zip(starts, ends, strict=True)))


def made(seed: int, number: int) -> bytes:
    """The bank of a case; one that got too large is cut off."""
    return _made(seed, number)[:LARGEST]


def _made(seed: int, number: int) -> bytes:
    """A few questions of a real one, seldom all of them, and then mutated."""
    chance = Random(f"bank {seed} {number}")
    found = chance.choice(seeds())
    if chance.random() < 0.01:
        text = found.head + "".join(found.questions)
    else:
        count = min(len(found.questions), chance.choice((1, 1, 2, 3)))
        text = found.head + "".join(chance.sample(found.questions, count))
    way = chance.randrange(4)
    if way == 0:
        return mutated(chance, text.encode(), AS_BYTES)
    if way == 1:
        return mutated(chance, text.encode(), AS_LINES)
    if way == 2:
        return mutated(chance, text.encode(), (*AS_BYTES, *AS_LINES))
    return _by_structure(chance, text)


def _by_structure(chance: Random, text: str) -> bytes:
    # As texts: what `No` or 1:30 would become is no concern of a bank.
    tree: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        mutate_tree(chance, tree, FIELDS)
    with suppress(yaml.YAMLError, RecursionError, ValueError):
        if chance.random() < 0.7:
            dumped = yaml.dump(tree, allow_unicode=True, sort_keys=False, Dumper=_Dumper)
            return dumped.encode("utf-8", "surrogatepass")
    with suppress(RecursionError, ValueError):
        sys.set_int_max_str_digits(0)
        return json.dumps(tree, default=str).encode()
    return text.encode()


class _Dumper(yaml.SafeDumper):
    """Writes a value that comes twice out twice, but for one dump in some."""

    def ignore_aliases(self, data: Any) -> bool:
        return not (isinstance(data, list) and len(data) == 200)


class BankCases:
    """A folder that cases are done in, with what hostile paths lead to."""

    def __init__(self, folder: Path) -> None:
        self._study = folder / "study"
        self._cache = folder / "cache"
        self._banks = self._study / "question_banks"
        (self._banks / "sources").mkdir(parents=True)
        for source in sorted(
            {*ROOT.glob("tests/**/sources/*.txt"), *ROOT.glob("question_banks/sources/*.txt")}
        ):
            (self._banks / "sources" / source.name).write_bytes(source.read_bytes())
        (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
        (self._study / "secret.txt").write_text(SECRET, encoding="utf-8")
        sources = self._banks / "sources"
        (sources / "leads-out.txt").symlink_to(folder / "secret.txt")
        (sources / "folder-out").symlink_to(folder, target_is_directory=True)
        (sources / "loop").symlink_to(sources / "loop")
        os.mkfifo(sources / "pipe")

    def __call__(self, seed: int, number: int) -> float:
        """Does all with one bank that the app and its commands do with it."""
        in_time = Limited()
        content = made(seed, number)
        path = self._banks / "bank.yaml"
        path.write_bytes(content)
        with fenced(self._banks, self._cache) as escapes:
            with in_time():
                printed = self._checked(path)
            with in_time():
                printed += self._mended(path)
            with in_time():
                printed += self._compiled()
            with in_time():
                printed += self._asked(Random(number))
        assert not escapes, escapes
        assert SECRET not in printed
        assert path.read_bytes() == content
        return in_time.longest

    def _checked(self, path: Path) -> str:
        found = check_file(path, TODAY).findings
        printed = [render(form, found) for form in sorted(PRINTABLE)]
        for text in printed:
            assert len(text) < MOST_PRINTED, len(text)
            assert not FORBIDDEN.search(text), FORBIDDEN.search(text)
        return "".join(printed)

    def _mended(self, path: Path) -> str:
        try:
            found = mended_file(path, TODAY)
        except MendingFault as fault:
            assert not FORBIDDEN.search(str(fault))
            return str(fault)
        printed = "".join(found.diff("bank.yaml")) + "".join(each.said for each in found.done)
        assert not FORBIDDEN.search(printed)
        if found.done:
            again = path.with_name("mended.txt")
            again.write_text(found.after, encoding="utf-8", newline="")
            check_file(again, TODAY)
            again.unlink()
        return printed

    def _compiled(self) -> str:
        kept = cache_path(self._cache, self._banks)
        with suppress(FileNotFoundError):
            kept.unlink()
        connection = open_cache(kept)
        try:
            # In this process, where open_index would start another one for a large bank.
            compile_banks(connection, self._banks, TODAY)
        finally:
            connection.close()
        index = open_index(self._banks, self._cache, TODAY)
        try:
            return _listed(index)
        finally:
            index.close()

    def _asked(self, chance: Random) -> str:
        index = open_index(self._banks, self._cache, TODAY)
        try:
            return "".join(_asked(chance, index, ref) for ref in index.refs()[:10])
        finally:
            index.close()


def _listed(index: Index) -> str:
    shown = [
        str(each) for each in (index.banks(), index.topics(), index.findings(), index.faults())
    ]
    for source in index.sources():
        shown.append(index.source_text(source) or "")
        shown.append(str(index.quotes(source.file, source.id)))
    index.search('massoud* OR "x" -y (')
    return "".join(shown)


def _asked(chance: Random, index: Index, ref: str) -> str:
    """Asks one question, and answers it rightly, wrongly and in ways that nobody would."""
    question = index.question(ref)
    assert question is not None
    shown = [*question.plain_lines(0), question.right_answer(), question.prompt]
    shown += [str(index.passages(ref)), key_hash(question), str(question.guess_rate)]
    for text in shown:
        assert not FORBIDDEN.search(text), ascii(text)
    for lines in (
        question.key(),
        question.options(1),
        *(_answer(chance, question) for _ in range(3)),
    ):
        _graded(question, tuple(lines))
        with suppress(ValueError):
            _graded(question, question.from_plain(tuple(lines), 0))
    return "".join(shown)


def _graded(question: Question, answer: tuple[str, ...]) -> None:
    verdict = question.grade(answer)
    assert 0 <= verdict.score <= 1, verdict
    question.claims(answer)


def _answer(chance: Random, question: Question) -> tuple[str, ...]:
    count = chance.choice((0, 1, 1, 2, question.plain_answers, 50))
    pools = (TEXTS, MARKUP, question.key() or TEXTS)
    return tuple(chance.choice(chance.choice(pools)) for _ in range(count))


def opened(folder: Path) -> Case:
    """Cases with banks, in `folder`."""
    assert KIND_NAMES
    return BankCases(folder)


if __name__ == "__main__":
    sys.exit(main(opened))
