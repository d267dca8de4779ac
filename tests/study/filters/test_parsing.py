from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.study.filters.queries import queries
from tui.kinds import KIND_NAMES
from tui.study.errors import StudyError
from tui.study.filters.counts import Lapses, Reviews
from tui.study.filters.days import Answered, Due, Wrong
from tui.study.filters.errors import FilterError
from tui.study.filters.known import FILTERS, help_lines
from tui.study.filters.labels import Named, OfBank, OfKind, Tagged
from tui.study.filters.marked import Flagged, Seen
from tui.study.filters.parsing import parse
from tui.study.filters.query import Query
from tui.study.filters.recall import Recall, State
from tui.study.filters.term import Term
from tui.study.filters.topics import OfPaper, OfTopic
from tui.study.filters.words import Words


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("treaty", Words("treaty")),
        ("-treaty", Words("treaty", negated=True)),
        ('"signed in"', Words("signed in", whole=True)),
        ("“signed in”", Words("signed in", whole=True)),
        ('-"signed in"', Words("signed in", whole=True, negated=True)),
        ("1:30", Words("1:30")),
        ("topic:nrf.leaders", OfTopic(("nrf.leaders",))),
        ("TOPIC:nrf", OfTopic(("nrf",))),
        ("paper:current-affairs,essay", OfPaper(("current-affairs", "essay"))),
        ("kind:Date,number", OfKind(("date", "number"))),
        ("-kind:date", OfKind(("date",), negated=True)),
        ("bank:nrf", OfBank(("nrf",))),
        ('tag:"two words",one', Tagged(("two words", "one"))),
        ("id:nrf/leader-*", Named(("nrf/leader-*",))),
        ("lapses>3", Lapses(">", 3)),
        ("lapses:3", Lapses("=", 3)),
        ("reviews>=5", Reviews(">=", 5)),
        ("due<7d", Due("<", 7)),
        ("due<=2w", Due("<=", 14)),
        ("due>7", Due(">", 7)),
        ("due:today", Due("<", 1)),
        ("answered=1d", Answered("=", 1)),
        ("wrong<7d", Wrong("<", 7)),
        ("recall<0.8", Recall("<", 0.8)),
        ("recall<=80%", Recall("<=", 0.8)),
        ("recall>33.33%", Recall(">", 0.3333)),
        ("state:slipping,unseen", State(("slipping", "unseen"))),
        ("seen:no", Seen(("no",))),
        ("flag:yes", Flagged(("yes",))),
    ],
)
def test_terms(text: str, term: Term) -> None:
    assert parse(text) == Query((term,))
    assert parse(f"  {text}\tand ") == Query((term, Words("and")))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nrf topci:x", "There is no filter topci: (character 5). Did you mean topic:?"),
        ("-laps>3", "There is no filter laps> (character 2). Did you mean lapses>?"),
        ("kind:dat", "There is no kind:dat (character 1). Did you mean date?"),
        ("state:gone", "There is no state:gone (character 1). The values of state: are unseen,"),
        ("a tag:", "tag: needs a value (character 3). Write it as tag:names."),
        ("kind:date,", "kind: needs a value (character 1)."),
        ("due<", "due< needs a value (character 1). Write it as due<7d."),
        ("due:7d", "due is compared to a number of days, not :7d (character 1)."),
        ("due<1,2", "The filter due takes one value (character 1). Write it as due<7d."),
        ("lapses>many", "lapses is compared to a whole number, not to many (character 1)."),
        ("lapses>³", "lapses is compared to a whole number, not to ³ (character 1)."),
        ("recall<80", "recall is compared to a chance from 0 to 1, or a percentage, not to 80"),
        ("recall<101%", "recall is compared to a chance from 0 to 1, or a percentage"),
        ("topic<nrf", "The filter topic: does not know < (character 1). Write it as topic:nrf."),
        ('so "open', "A quotation mark is not closed (character 4)."),
        ('tag:"open', "A quotation mark is not closed (character 5)."),
        ("-", "A word is missing (character 1)."),
        ("a ?!", "“?!” has no letter or digit to search for (character 3)."),
        ("https://example.org", "There is no filter https: (character 1). The filters are topic,"),
    ],
)
def test_what_is_not_understood_is_said_with_its_place(text: str, message: str) -> None:
    with pytest.raises(FilterError) as caught:
        parse(text)
    assert str(caught.value).startswith(message)
    assert caught.value.at is not None
    assert f"(character {caught.value.at + 1})" in str(caught.value)


@given(queries)
def test_a_query_written_down_reads_as_the_same(query: Query) -> None:
    assert parse(str(query)) == query


SIGNS = st.text(st.sampled_from('abdekrstu0179%.,:<>=-"“ \t*/'), max_size=30)


@given(st.text(max_size=30) | SIGNS | st.lists(st.sampled_from([*FILTERS]) | SIGNS).map("".join))
@example('5"x --a ""')
def test_any_text_is_a_query_or_said_not_to_be_one(text: str) -> None:
    try:
        query = parse(text)
    except StudyError:
        return
    assert parse(str(query)) == query


def test_help_lists_every_filter_by_an_example_that_can_be_typed() -> None:
    lines = help_lines()
    assert all(does for _, does in lines)
    for name, term in FILTERS.items():
        (query,) = parse(term.EXAMPLE).terms
        assert (type(query), query.NAME) == (term, name)
        assert term.EXAMPLE in {what for what, _ in lines}
    assert set(OfKind.CHOICES) == set(KIND_NAMES)


def test_the_guide_for_learners_tells_of_every_filter() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "learners.md").read_text(encoding="utf-8")
    for name, term in FILTERS.items():
        assert f"`{name}{term.EXAMPLE[len(name)]}" in guide
