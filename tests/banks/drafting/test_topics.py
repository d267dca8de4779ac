from __future__ import annotations

import pytest

from tui.banks.drafting.topics import Topics
from tui.banks.rows import Topic
from tui.fault import Fault


def topics(**titles: str) -> dict[str, Topic]:
    return {topic: Topic(topic, title) for topic, title in titles.items()}


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("The work", "work"),
        ("Honours", "end"),
        ("2. Life", "life"),
        ("To Karachi by accident", "life"),
        ("", "life"),
    ],
)
def test_a_draft_gets_the_topic_of_its_heading(heading: str, wanted: str) -> None:
    known = topics(life="Her life", work="Her work", end="Honours and death")
    assert Topics(known).under(heading) == wanted


def test_a_topic_that_is_asked_for_is_given_to_all() -> None:
    known = topics(life="Her life", work="Her work")
    assert Topics(known, "work").under("Life") == "work"
    with pytest.raises(Fault, match="Did you mean work"):
        Topics(known, "wrok")


def test_a_topic_for_drafts_comes_before_headings() -> None:
    assert Topics(topics(life="Life", drafts="Drafts")).under("Life") == "drafts"
