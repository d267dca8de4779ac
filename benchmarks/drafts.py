"""What `bank draft` makes of the shipped article, beside the questions that people wrote on it.

A fresh bank is made from the article, every draft is made, and each is held against the shipped
bank: it points at something worth a question if the shipped bank has a question whose quote shares
a sentence with the draft's quote, and whose answer overlaps the draft's. That is told by the words
that say something: half of those of the shorter answer are in the other. Of a statement, true or
false, its words are its answer; a draft
that is none is never held against a statement.

Then it counts the labels that were given by reading every draft: usable as it is, usable with its
text changed, not worth it. They are kept in benchmarks/data/drafts-read.yaml under the draft's
quote and answer, so a draft that the rules make differently counts as not read.

    python benchmarks/drafts.py [--list]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent))

from tui.banks.answers import accepted_texts
from tui.banks.check import check_file
from tui.banks.drafting.candidate import Candidate
from tui.banks.drafting.drafts import Drafting, draft
from tui.banks.drafting.source import SourceSentences
from tui.banks.proof import SourceText
from tui.banks.starting.article import read_article
from tui.banks.starting.new_bank import Attribution, NewBank, bank_text
from tui.banks.wording import telling
from tui.kinds.date import Date
from tui.kinds.match import Match
from tui.kinds.number import Number
from tui.kinds.order import Order
from tui.kinds.question import Question
from tui.kinds.truefalse import TrueFalse

ROOT = Path(__file__).parent.parent
BANK = ROOT / "question_banks" / "nrf-afghanistan.yaml"
ARTICLE = ROOT / "question_banks" / "sources" / "nrf-article.txt"
READ = ROOT / "benchmarks" / "data" / "drafts-read.yaml"
OTHERS = ROOT / "tests" / "instructor"
LABELS = ("as it is", "text changed", "not worth it")
UNREAD = "not read"
DAY = date(2026, 1, 1)


def drafted(folder: Path, path: Path, title: str) -> tuple[Drafting, float]:
    """Every draft on a fresh bank with the source `path`, and the seconds that took."""
    article = read_article(path)
    new = NewBank("fresh", "#", Attribution(title), "sources/fresh.txt", article.sha256)
    (folder / "sources").mkdir()
    (folder / "sources" / "fresh.txt").write_bytes(article.content)
    (folder / "fresh.yaml").write_text(bank_text(new, article.text), encoding="utf-8")
    began = time.perf_counter()
    return draft(folder / "fresh.yaml", DAY, limit=0), time.perf_counter() - began


def right_texts(question: Question, statements: bool) -> tuple[str, ...]:
    """What is right in `question`; of a statement only where `statements` are asked for."""
    if isinstance(question, TrueFalse):
        return (question.prompt,) if statements else ()
    if isinstance(question, (Date, Number)):
        return (question.right_answer(), question.answer)
    if isinstance(question, Match):
        return (*question.pairs, *question.pairs.values())
    if isinstance(question, Order):
        return question.items
    return accepted_texts(question)


def asked_texts(candidate: Candidate) -> tuple[str, ...]:
    if candidate.kind == "truefalse":
        return (candidate.prompt,)
    start, end = candidate.asked
    if candidate.kind in {"date", "number"}:
        return (candidate.sentence.text[start:end], candidate.answer)
    return candidate.answers()


def overlaps(one: Iterable[str], other: Iterable[str]) -> bool:
    for first in map(telling, one):
        for second in map(telling, other):
            shared = len(first & second)
            if shared and shared >= min(len(first), len(second)) / 2:
                return True
    return False


def sentences_of(source: SourceSentences, quotes: Iterable[str]) -> set[int]:
    spans = [span for span in map(source.source.find, quotes) if span is not None]
    return {each.number for span in spans for each in source.at(span) if each.number}


def labels() -> dict[tuple[str, str], str]:
    entries = yaml.safe_load(READ.read_text(encoding="utf-8")) if READ.exists() else []
    return {(each["quote"], str(each["answer"])): each["label"] for each in entries}


def key(candidate: Candidate) -> tuple[str, str]:
    return candidate.quotes[0], "; ".join(candidate.answers())


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft: the question of the bank that it points at, or '', and the label that it got."""

    candidate: Candidate
    twin: str
    label: str


@dataclass(frozen=True, slots=True)
class Measured:
    """sentences: of the article. tested: by the bank. touched: tested ones that have a draft."""

    judged: tuple[Judged, ...]
    sentences: int
    tested: int
    touched: int
    findings: int
    dropped: int
    seconds: float


def measure(finished: Path = BANK, article: Path = ARTICLE) -> Measured:
    """Drafts from `article` beside the questions of the bank `finished`, which quotes it."""
    shipped = check_file(finished, DAY).bank
    assert shipped is not None
    (titled,) = shipped.sources.values()
    source = SourceSentences(SourceText(article.read_text(encoding="utf-8")))
    by_sentence: dict[int, list[Question]] = defaultdict(list)
    for question in shipped.questions:
        for number in sentences_of(source, question.quotes):
            by_sentence[number].append(question)
    with tempfile.TemporaryDirectory() as folder:
        result, seconds = drafted(Path(folder), article, titled.title)
        bank = Path(folder) / "fresh.yaml"
        bank.write_bytes(result.new)
        findings = len(check_file(bank, DAY).findings)
    read = labels()
    judged: list[Judged] = []
    touched: set[int] = set()
    for each in result.drafts:
        numbers = sentences_of(source, each.candidate.quotes)
        touched |= {number for number in numbers if by_sentence[number]}
        near = [question for number in sorted(numbers) for question in by_sentence[number]]
        label = read.get(key(each.candidate), UNREAD)
        judged.append(Judged(each.candidate, twin(each.candidate, near), label))
    return Measured(
        judged=tuple(judged),
        sentences=len(source.told),
        tested=sum(1 for each in source.told if by_sentence[each.number]),
        touched=len(touched),
        findings=findings,
        dropped=result.dropped,
        seconds=seconds,
    )


def measure_others() -> dict[str, Measured]:
    """By name, the same for the articles of tests/instructor, beside the banks written on them."""
    found: dict[str, Measured] = {}
    for bank in sorted(OTHERS.glob("*/bank.yaml")):
        (source,) = (bank.parent / "sources").glob("*.txt")
        found[bank.parent.name] = measure(bank, source)
    return found


def twin(candidate: Candidate, near: Iterable[Question]) -> str:
    asked, is_statement = asked_texts(candidate), candidate.kind == "truefalse"
    return next((q.id for q in near if overlaps(asked, right_texts(q, is_statement))), "")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--list", action="store_true", help="print every draft with what is said")
    args = parser.parse_args()
    found = measure()
    if args.list:
        for each in found.judged:
            shown = "; ".join(each.candidate.answers())[:60]
            print(f"{each.candidate.rule:12} {each.label:13} {each.twin or '-':28} {shown}")
    print(f"{len(found.judged)} drafts of {found.sentences} sentences in {found.seconds:.1f} s")
    print(f"  findings of bank check on them: {found.findings}")
    print(f"  dropped since the check would complain: {found.dropped}")
    print(f"  of {found.tested} sentences that the bank tests, touched: {found.touched}")
    print(f"{'':18} drafts  worth a question  as it is  text changed  not worth it  not read")
    groups: dict[str, list[Judged]] = {"all": list(found.judged)}
    for each in found.judged:
        for name in (f"rule {each.candidate.rule}", f"kind {each.candidate.kind}"):
            groups.setdefault(name, []).append(each)
    for name in ("all", *sorted(set(groups) - {"all"})):
        print(f"{name:18} {row(groups[name])}")
    for name, other in measure_others().items():
        worth = sum(1 for each in other.judged if each.twin)
        print(f"{name}: {len(other.judged)} drafts, {worth} worth a question of its bank")


def row(group: list[Judged]) -> str:
    worth = sum(1 for each in group if each.twin)
    said = Counter(each.label for each in group)
    counts = "".join(f"{said[label]:12}" for label in (*LABELS, UNREAD))
    return f"{len(group):6}  {worth:3} ({100 * worth / len(group):3.0f} %)     {counts}"


if __name__ == "__main__":
    main()
