"""Where each topic and each paper stands, from where its questions stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from tui.progress.accuracy import recalled_between
from tui.schedule.forgetting import retrievability
from tui.study.band import Recalls
from tui.study.calibration import Calibration
from tui.study.desk import Desk
from tui.study.estimate import Estimate, Share, wilson
from tui.study.kept import kept
from tui.study.standing import Standings
from tui.study.topic_tree import depth, in_tree_order, papers_of, parents_of

HISTORY_DAYS = 30
"""The days that accuracy looks back over, today among them."""

ENOUGH = 5
"""Answers from which on figures say something."""

Sort = Literal["marks-per-minute", "marks", "recall", "name"]


@dataclass(frozen=True, slots=True)
class TopicStanding:
    """A topic with all under it, or a paper.

    depth: 0 for those that stand under no other. own: questions of the topic itself.
    weight: marks of 100. answers: those behind the memories of its questions.
    recall, recall_exam: mean over its seen questions, an estimate for today and for the day looked
    ahead to, corrected for the learner (`calibration.py`); None if none was seen.
    accuracy: history, the share recalled of the answers of the last 30 days; None without any.
    at_stake: marks expected to be missing on that day. minutes: what asking everything that has a
    gain once takes. won: marks that this wins. few: too few answers to tell.
    """

    id: str
    title: str
    depth: int
    papers: tuple[str, ...]
    questions: int
    own: int
    seen: int
    weight: float
    answers: int
    recall: Estimate | None
    recall_exam: Estimate | None
    accuracy: Share | None
    lapses: int
    at_stake: float
    minutes: float
    won: float
    few: bool

    @property
    def per_minute(self) -> float:
        """Marks won per minute of asking."""
        return self.won / self.minutes if self.minutes else 0.0


@dataclass(frozen=True, slots=True)
class TopicReport:
    """All topics as a tree read from top to bottom, and across it the papers.

    A question counts for each of its topic's papers in full, so that papers add up to more than
    100 marks. day, horizon, exam: as in `Standings`. calibration: how the estimates were corrected
    for this learner.
    """

    topics: tuple[TopicStanding, ...]
    papers: tuple[TopicStanding, ...]
    day: date
    horizon: date
    exam: date | None
    calibration: Calibration

    @property
    def best(self) -> TopicStanding | None:
        """The topic with questions of its own that wins most per minute; None if none wins."""
        able = [topic for topic in self.topics if topic.own and topic.won > 0]
        return min(able, key=_by("marks-per-minute"), default=None)


def topic_standings(
    desk: Desk, standings: Standings, sort: Sort = "marks-per-minute", paper: str | None = None
) -> TopicReport:
    """Every topic that has questions, and every paper; only those that count for `paper` if given.

    Topics that stand under the same one are in the order that `sort` asks for, each with all under
    it behind it; a topic stands where the first of those under it would.
    """
    known = desk.index.topics()
    correction = standings.calibration
    sums = kept(desk, "topics", standings, lambda: _sums(standings, _history(desk, standings)))
    if paper is not None:
        sums = {name: of for name, of in sums.items() if paper in papers_of([name], known)}
    parents = parents_of(sums, known)
    under: dict[str, list[str]] = {name: [] for name in parents}
    by_paper: dict[str, list[str]] = defaultdict(list)
    for topic in sums:
        at: str | None = topic
        while at is not None:
            under[at].append(topic)
            at = parents[at]
        for each in papers_of([topic], known):
            by_paper[each].append(topic)
    found = {
        name: _added([sums[topic] for topic in topics]).standing(
            correction,
            name=name,
            title=known[name].title if name in known else name,
            depth=depth(name, parents),
            papers=papers_of(topics, known),
            own=sums[name].questions if name in sums else 0,
        )
        for name, topics in under.items()
    }
    papers = [
        _added([sums[topic] for topic in topics]).standing(
            correction, name=name, title=paper_title(name), depth=0, papers=(name,), own=0
        )
        for name, topics in by_paper.items()
        if paper in {None, name}
    ]
    return TopicReport(
        topics=tuple(_in_tree_order(found, parents, _by(sort))),
        papers=tuple(sorted(papers, key=_by(sort))),
        day=standings.day,
        horizon=standings.horizon,
        exam=standings.exam,
        calibration=correction,
    )


def paper_title(name: str) -> str:
    """A paper's id as words."""
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]


def _history(desk: Desk, standings: Standings) -> dict[str, tuple[int, int]]:
    """Answers recalled and answers in all, of the last days, by the questions' present names.

    Those to an answer key that has changed since don't count; an empty key is not known, and does.
    """
    first = standings.day - timedelta(days=HISTORY_DAYS - 1)
    aliases = desk.index.aliases()
    keys = {row.ref: row.memory.key for row in standings.rows if row.memory is not None}
    found: dict[str, tuple[int, int]] = {}
    for (name, key), (recalled, answers) in recalled_between(
        desk.progress, first, standings.day
    ).items():
        ref = aliases.get(name, name)
        if ref not in keys or (key and keys[ref] and key != keys[ref]):
            continue
        before = found.get(ref, (0, 0))
        found[ref] = (before[0] + recalled, before[1] + answers)
    return found


@dataclass(slots=True)
class _Sums:
    """What the questions of a topic, or of several, add up to."""

    questions: int = 0
    weight: float = 0.0
    answers: int = 0
    lapses: int = 0
    recall: Recalls = field(default_factory=Recalls)
    recall_exam: Recalls = field(default_factory=Recalls)
    at_stake: float = 0.0
    seconds: float = 0.0
    won: float = 0.0
    recalled: int = 0
    recent: int = 0

    def standing(
        self,
        correction: Calibration,
        *,
        name: str,
        title: str,
        depth: int,
        papers: tuple[str, ...],
        own: int,
    ) -> TopicStanding:
        """The figures that follow from these sums."""
        return TopicStanding(
            id=name,
            title=title,
            depth=depth,
            papers=papers,
            questions=self.questions,
            own=own,
            seen=self.recall.count,
            weight=self.weight,
            answers=self.answers,
            recall=self.recall.mean(correction),
            recall_exam=self.recall_exam.mean(correction),
            accuracy=wilson(self.recalled, self.recent) if self.recent else None,
            lapses=self.lapses,
            at_stake=self.at_stake,
            minutes=self.seconds / 60,
            won=self.won,
            few=self.answers < ENOUGH,
        )


def _sums(standings: Standings, history: Mapping[str, tuple[int, int]]) -> dict[str, _Sums]:
    """What the questions of each topic add up to, those of topics under it left out."""
    correction = standings.calibration
    found: dict[str, _Sums] = defaultdict(_Sums)
    ahead = (standings.horizon - standings.day).days
    for row in standings.rows:
        sums = found[row.topic]
        sums.questions += 1
        sums.weight += row.weight
        chance = row.guess
        if row.memory is not None:
            sums.answers += row.memory.reviews
            sums.lapses += row.memory.lapses
            stability = row.memory.stability
            days = max(0, (standings.day - row.memory.last_day).days)
            now = correction.corrected(retrievability(stability, days), days)
            sums.recall.add(max(row.guess, now), days)
            days += ahead
            chance = max(row.guess, correction.corrected(retrievability(stability, days), days))
            sums.recall_exam.add(chance, days)
        sums.at_stake += row.weight * (1 - chance)
        if row.gain > 0:
            sums.seconds += row.seconds
            # What is won is uncorrected: no more than is at stake.
            sums.won += min(row.gain, row.weight * (1 - chance))
        if outcome := history.get(row.ref):
            sums.recalled += outcome[0]
            sums.recent += outcome[1]
    return dict(found)


def _added(several: Iterable[_Sums]) -> _Sums:
    """All of them together."""
    total = _Sums()
    for sums in several:
        total = _Sums(
            questions=total.questions + sums.questions,
            weight=total.weight + sums.weight,
            answers=total.answers + sums.answers,
            lapses=total.lapses + sums.lapses,
            recall=total.recall.plus(sums.recall),
            recall_exam=total.recall_exam.plus(sums.recall_exam),
            at_stake=total.at_stake + sums.at_stake,
            seconds=total.seconds + sums.seconds,
            won=total.won + sums.won,
            recalled=total.recalled + sums.recalled,
            recent=total.recent + sums.recent,
        )
    return total


Key = Callable[[TopicStanding], tuple[float, str, str]]


def _by(sort: Sort) -> Key:
    def key(topic: TopicStanding) -> tuple[float, str, str]:
        match sort:
            case "marks-per-minute":
                first = -topic.per_minute
            case "marks":
                first = -topic.at_stake
            case "recall":
                # Unseen ones last: nothing is known of their recall.
                first = topic.recall.mean if topic.recall else 2.0
            case "name":
                first = 0.0
        return first, topic.title.casefold(), topic.id

    return key


def _in_tree_order(
    found: Mapping[str, TopicStanding], parents: Mapping[str, str | None], key: Key
) -> list[TopicStanding]:
    own = {name: key(topic) for name, topic in found.items() if topic.own}
    return [found[name] for name in in_tree_order(parents, own)]
