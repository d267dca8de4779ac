from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.banks.trees import tree
from tui.banks.codes import FIELDS
from tui.banks.complaints import complaints
from tui.banks.fields import check_bank, check_question, field_names
from tui.banks.nodes import Mapping
from tui.kinds import KIND_NAMES, kind_named

values = st.recursive(
    st.sampled_from(["", "x", "1", "-1", "true", "2 %", "2021-05", "{{x}}", " "]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "str", "answer"]), inner)
    ),
    max_leaves=6,
)
every_field = sorted({name for kind in KIND_NAMES for name in field_names(kind_named(kind))})


@st.composite
def questions(draw: st.DrawFn) -> object:
    kind = draw(st.sampled_from([*KIND_NAMES, "shrot"]))
    sound = {"id": "x", "topic": "x", "prompt": "x", "quote": "x", "answer": "x", "kind": kind}
    names = st.sampled_from([*every_field, "awnser", "a"])
    changed = draw(st.dictionaries(names, values, max_size=4))
    for name in draw(st.sets(st.sampled_from(sorted(sound)), max_size=2)):
        del sound[name]
    return {**sound, **changed}


@settings(max_examples=400)
@given(questions() | values)
def test_what_is_no_question_is_complained_of(written: object) -> None:
    node = tree(json.dumps(written))
    question, errors = check_question(node)
    said = list(complaints(errors, node))
    assert (question is None) == bool(said)
    for complaint in said:
        assert complaint.code in FIELDS
        assert complaint.place.line == 1
        assert complaint.message.endswith(".")
        assert "constrained" not in complaint.message


@given(values)
def test_what_is_no_bank_is_complained_of(written: object) -> None:
    node = tree(json.dumps({"format": "1", "sources": written, "topics": written}))
    assert isinstance(node, Mapping)
    bank, errors = check_bank(node)
    assert bank is None
    assert {"bank", "title"} <= {error.path[0] for error in errors}
    assert list(complaints(errors, node))


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_kind_lacks_something_when_it_is_named_alone(kind: str) -> None:
    question, errors = check_question(tree(f"kind: {kind}\n"))
    assert question is None
    assert {error.kind for error in errors} == {"missing"}
    assert {("id",), ("topic",), ("prompt",), ("quote",)} <= {error.path for error in errors}
