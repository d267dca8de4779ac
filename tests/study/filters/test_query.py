"""What a query finds is held to going through all questions one by one, which knows no SQL."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import HandClock
from tests.study.filters.queries import queries_about
from tests.study.studied import Log, desk_at, question, write_bank
from tui.clock import today
from tui.kinds.question import Question
from tui.log import Amendment, How, Review, Undo
from tui.memory import Grade, Memory
from tui.progress import flags, memories
from tui.progress import log as progress_log
from tui.schedule.forgetting import retrievability
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.filters.counts import Lapses, Reviews
from tui.study.filters.days import Answered, Due, Wrong
from tui.study.filters.labels import Named, OfBank, OfKind, Tagged
from tui.study.filters.marked import Flagged, Parked, Seen
from tui.study.filters.parsing import parse
from tui.study.filters.query import Query, matching
from tui.study.filters.recall import Recall, State
from tui.study.filters.term import Term
from tui.study.filters.topics import OfPaper, OfTopic
from tui.study.filters.words import Words
from tui.study.parking import set_parked

if TYPE_CHECKING:
    from pathlib import Path

TOPICS = (
    "nrf: {title: Résistance, papers: [essay]}",
    "nrf.leaders: {title: Its leaders, papers: [essay, current-affairs]}",
    "nrf.leaders.old: {title: Its old leaders}",
    "nrfx: {title: Another, papers: [Islamic Studies]}",
)
NAMES = ("nrf", "nrf.leaders", "nrf.leaders.old", "nrfx")
PROMPTS = (
    "Who leads the résistance in house {0}?",
    "Which mountain-house is the number {0}?",
    "قیادت کون کرتا ہے {0}؟",
    "The leader of the leaders {0}",
)
TAGS = ("", "[names]", "[names, two words]", "[Été]")


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    root = tmp_path_factory.mktemp("asked")
    write_banks(root)
    clock = HandClock()
    with desk_at(root, clock) as desk:
        study(desk)
        (root / "question_banks" / "b.yaml").write_text(
            (root / "question_banks" / "b.yaml")
            .read_text(encoding="utf-8")
            .replace("answer: Old", "answer: New")
            .replace("- id: before\n", "- id: after\n    was: [before]\n"),
            encoding="utf-8",
        )
    with desk_at(root, clock) as desk:
        yield desk


def write_banks(root: Path) -> None:
    made = random.Random(1)
    for bank in ("a", "b"):
        questions = []
        for number in range(20):
            fields = {
                "prompt": f'"{made.choice(PROMPTS).format(number)}"',
                "note": made.choice(("", "It stands in the north.", "Né en 1953.")),
                "tags": made.choice(TAGS),
                "quote": "[The number one, two houses]" if number % 3 else "Two houses",
            }
            kind, fields["answer"] = made.choice(
                (("short", "The house of the north"), ("date", "1953-09-02"), ("number", '"12"'))
            )
            if number in {5, 6}:
                kind, fields["answer"] = "short", "Old one"
            if kind == "short" and number % 2:
                fields["mistakes"] = "{South: It is north.}"
            name = "before" if number == 7 else f"house-{number}"
            questions.append(question(name, made.choice(NAMES), kind, **fields))
        write_bank(root / "question_banks", bank, TOPICS, questions)


def study(desk: Desk) -> None:
    """Answers some of the questions, on days of the last two months."""
    made = random.Random(2)
    log = Log(desk)
    day = today(desk.clock)
    reviews: list[Review] = []
    for ref in desk.index.refs():
        if made.random() < 0.3 and ref not in {"b/house-5", "b/before"}:
            continue
        for back in sorted(made.sample(range(60), made.randint(1, 9)), reverse=True):
            grade = made.choice((Grade.AGAIN, Grade.GOOD, Grade.GOOD))
            reviews.append(log.answer(ref, day - timedelta(days=back), grade))
    with desk.progress.transaction():
        for number, review in enumerate(made.sample(reviews, 12)):
            name = f"said-{number:03}"
            entry: Amendment | Undo
            if number % 3:
                how, grade = made.choice(((How.GUESSED, Grade.AGAIN), (How.RIGHT, Grade.GOOD)))
                device = desk.progress.device
                score = review.score
                entry = Amendment(name, review.id, review.at, how, score, grade, device)
            else:
                entry = Undo(name, review.id, review.at, desk.progress.device)
            progress_log.append(desk.progress, entry)
            memories.put(desk.progress, review.question, log.replayed(review.question))
        for ref in made.sample(desk.index.refs(), 6):
            flags.flag(desk.progress, ref)
        for ref in made.sample(desk.index.refs(), 3):
            set_parked(desk, ref, True)


words = st.sampled_from(
    ["lead", "leader", "mountain-h", "HOUSE", "RESIST", "rés", "ne", "éte", "قیا", "12", "0", "nor"]
)
phrases = st.sampled_from(
    ["the north", "Two Houses", "one two", "leaders its", "house", "né en", "hous", "s 1"]
)
some_queries = queries_about(
    words=words,
    phrases=phrases,
    topics=st.sampled_from(NAMES),
    papers=st.sampled_from(["essay", "Current-Affairs", "islamic studies"]),
    banks=st.sampled_from(["a", "b"]),
    tags=st.sampled_from(["names", "Two Words", "ete"]),
    ids=st.sampled_from(["house-1", "house-1*", "a/house-*", "b/after", "before", "*"]),
)


@given(some_queries)
def test_a_query_finds_what_going_through_all_questions_finds(asked: Desk, query: Query) -> None:
    expected = [ref for ref in asked.index.refs() if meets(asked, ref, query)]
    assert matching(asked, query) == expected


def test_the_questions_gone_through_are_of_all_sorts(asked: Desk) -> None:
    changed = [
        ref
        for ref in asked.index.refs()
        if (memory := memories.get(asked.progress, ref))
        and not memory.counts_for(key_of(asked, ref))
    ]
    assert len(changed) >= 2
    assert all(matching(asked, parse(f"id:{ref} seen:no due:today")) for ref in changed)
    assert memories.get(asked.progress, "b/after") is not None
    for text in ("state:unseen", "state:slipping", "state:firm", "wrong<30d", "lapses>1", "due>7d"):
        assert 0 < len(matching(asked, parse(text))) < 40, text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("topic:nrf.leader", "No bank has the topic nrf.leader. Did you mean nrf.leaders?"),
        ("bank:c", "There is no bank c. The banks are a, b."),
        ("tag:nmes", "No question has the tag nmes. Did you mean names?"),
        ("paper:essai", "No bank has a topic for the paper essai. Did you mean essay?"),
    ],
)
def test_names_that_no_bank_has_are_told(asked: Desk, text: str, message: str) -> None:
    with pytest.raises(StudyError) as caught:
        matching(asked, parse(text))
    assert str(caught.value) == message


def key_of(desk: Desk, ref: str) -> str:
    (row,) = desk.index.rows([ref])
    return row.key


def meets(desk: Desk, ref: str, query: Query) -> bool:
    return all(is_met(desk, ref, term) is not term.negated for term in query.terms)


def is_met(desk: Desk, ref: str, term: Term) -> bool:  # noqa: PLR0911, PLR0912 - one a filter
    found = desk.index.question(ref)
    assert found is not None
    bank, name = ref.split("/")
    now = today(desk.clock)
    memory = memories.get(desk.progress, ref)
    counted = memory if memory and memory.counts_for(key_of(desk, ref)) else None
    topic = desk.index.topics()[found.topic]
    match term:
        case Words(words=text, whole=whole):
            return any(holds(field, text, whole) for field in fields(desk, found))
        case OfTopic(values=values):
            return any(f"{found.topic}.".startswith(f"{value}.") for value in values)
        case OfPaper(values=values):
            return any(value.lower() == p.lower() for value in values for p in topic.papers)
        case OfKind(values=values):
            return found.kind in values
        case OfBank(values=values):
            return bank in values
        case Tagged(values=values):
            return any(plain(value) == plain(tag) for value in values for tag in found.tags)
        case Named(values=values):
            return any(is_called(ref if "/" in value else name, value) for value in values)
        case Flagged(values=values):
            return ("yes" if ref in flags.flagged(desk.progress) else "no") in values
        case Seen(values=values):
            return ("yes" if counted else "no") in values
        case Parked(values=values):
            rows = desk.progress.rows("SELECT 1 FROM parked WHERE question = ?", (ref,))
            return ("yes" if rows else "no") in values
        case State(values=values):
            return state(counted, desk) in values
        case Lapses(sign=sign, number=number):
            return compare(counted.lapses if counted else 0, sign, number)
        case Reviews(sign=sign, number=number):
            return compare(counted.reviews if counted else 0, sign, number)
        case Recall(sign=sign, share=share):
            return counted is not None and compare(recall(counted, desk), sign, share)
        case Due(sign=sign, days=days) if memory:
            return compare((counted.due_day - now).days if counted else 0, sign, days)
        case Answered(sign=sign, days=days) if memory:
            return compare((now - memory.last_day).days, sign, days)
        case Wrong(sign=sign, days=days):
            reviews = progress_log.reviews_of(desk.progress, desk.names(ref))
            wrong = [review.day for review in reviews if review.grade is Grade.AGAIN]
            return bool(wrong) and compare((now - max(wrong)).days, sign, days)
    return False


def is_called(name: str, value: str) -> bool:
    return name.startswith(value[:-1]) if value.endswith("*") else name == value


def recall(memory: Memory, desk: Desk) -> float:
    return retrievability(memory.stability, (today(desk.clock) - memory.last_day).days)


def state(memory: Memory | None, desk: Desk) -> str:
    if memory is None:
        return "unseen"
    return "slipping" if recall(memory, desk) < 0.9 else "firm"


def compare(left: float, sign: str, right: float) -> bool:
    found: bool = eval(f"{left!r} {'==' if sign == '=' else sign} {right!r}")
    return found


def fields(desk: Desk, found: Question) -> list[str]:
    title = desk.index.topics()[found.topic].title
    texts = (found.id, found.prompt, found.right_answer(), *found.key(), *found.quotes, found.note)
    return [*texts, found.topic, title, *found.tags]


def plain(text: str) -> str:
    return "".join(
        c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)
    ).lower()


def holds(field: str, text: str, whole: bool) -> bool:
    words = re.findall(r"\w+", plain(text))
    there = re.findall(r"\w+", plain(field))
    for at in range(len(there)):
        run = there[at : at + len(words)]
        if run == words or (
            not whole
            and len(run) == len(words)
            and run[:-1] == words[:-1]
            and run[-1].startswith(words[-1])
        ):
            return True
    return False
