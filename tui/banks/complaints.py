"""Says in plain sentences what pydantic found wrong with the fields of a bank or a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, fields
from typing import NamedTuple

from tui.banks.characters import one_line
from tui.banks.fields import BankFields, FieldError, SourceFields, TopicFields, field_names
from tui.banks.finding import Place
from tui.banks.nodes import OWN_WORDS, Mapping, Node, Path, Scalar, Sequence, find, place_of, text
from tui.kinds import KIND_NAMES, kind_named
from tui.kinds.question import Question


class FieldComplaint(NamedTuple):
    """A complaint about a field, with its code."""

    code: str
    place: Place
    message: str
    help: str


def complaints(errors: Iterable[FieldError], node: Node) -> Iterator[FieldComplaint]:
    """One complaint for each of `errors` about the tree `node`.

    A missing field is not complained of where a field that does not exist was meant for it.
    """
    listed = list(errors)
    meant = {(*error.path[:-1], _meant(error)) for error in listed if error.kind == _UNKNOWN_FIELD}
    for error in listed:
        if not (error.kind == "missing" and error.path in meant):
            yield _complaint(error, node)


_UNKNOWN_FIELD = "unexpected_keyword_argument"
_WANTED = {
    "string_type": "a text",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_attributes_type": "a mapping of fields",
    "dataclass_type": "a mapping of fields",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
}
_BOUNDS = {
    "greater_than": ("more than", "gt"),
    "greater_than_equal": ("at least", "ge"),
    "less_than": ("less than", "lt"),
    "less_than_equal": ("at most", "le"),
}


def _complaint(error: FieldError, node: Node) -> FieldComplaint:
    return _SAYINGS.get(error.kind, _unreadable)(error, node)


def _missing(error: FieldError, node: Node) -> FieldComplaint:
    place = place_of(node, error.path)
    advice = f"Add `{error.path[-1]}:` to {_whole(error, node)}."
    if error.owner is BankFields and error.path == ("format",):
        advice = "Add `format: 1`."
    return FieldComplaint("missing-field", place, f"{_label(error.path)} is missing.", advice)


def _empty(error: FieldError, node: Node) -> FieldComplaint:
    place = place_of(node, error.path)
    if not error.path:
        advice = "Write `id: its-name` behind the dash, or take the dash out."
        return FieldComplaint("empty-text", place, "A question is empty.", advice)
    wanted = _WANTED.get(error.kind, "a text")
    advice = f"Write {wanted} there." if _is_needed(error, node) else _or_leave_out(wanted)
    return FieldComplaint("empty-text", place, f"{_label(error.path)} is empty.", advice)


def _or_leave_out(wanted: str) -> str:
    return f"Write {wanted} there, or take the line out."


def _is_needed(error: FieldError, node: Node) -> bool:
    """Whether the field that `error` is about can't be left out."""
    owner = error.owner
    if owner is Question and isinstance(node, Mapping) and (kind := text(node.get("kind"))):
        owner = kind_named(kind) if kind in KIND_NAMES else owner
    declared = {each.name: each for each in fields(owner)}.get(str(error.path[-1]))
    return (
        declared is not None and declared.default is MISSING and declared.default_factory is MISSING
    )


def _out_of_range(error: FieldError, node: Node) -> FieldComplaint:
    _, found, _ = find(node, error.path)
    words, bound = _BOUNDS[error.kind]
    message = (
        f"{_label(error.path)} is {one_line(text(found))} "
        f"and has to be {words} {error.context[bound]:g}."
    )
    advice = f"Write {_WITHIN[bound].format(f'{error.context[bound]:g}')}, or take the line out."
    return FieldComplaint("out-of-range", place_of(node, error.path), message, advice)


_WITHIN = {
    "gt": "a number above {}",
    "ge": "{} or more",
    "lt": "a number below {}",
    "le": "{} or less",
}


def _unreadable(error: FieldError, node: Node) -> FieldComplaint:
    message = f"{_label(error.path)} can't be read: {error.kind.replace('_', ' ')}."
    advice = "Write it like that field of another question, or take the line out."
    return FieldComplaint("invalid-value", place_of(node, error.path), message, advice)


def _unknown_field(error: FieldError, node: Node) -> FieldComplaint:
    key, _, _ = find(node, error.path)
    place = key.place if key else place_of(node, error.path)
    name = one_line(str(error.path[-1]), 40)
    message = f"There is no field `{name}` in {_whole(error, node)}."
    if name.lower() in _OPTIONS and "mistakes" in field_names(error.owner):
        advice = (
            "The wrong options go under `mistakes`: one `wrong answer: why it is wrong` a line."
        )
        return FieldComplaint("unknown-field", place, message, advice)
    if above := _empty_above(str(error.path[-1]), node) if len(error.path) == 1 else "":
        advice = f"If it belongs under `{above}`, indent it by two more spaces."
        return FieldComplaint("unknown-field", place, message, advice)
    meant = _meant(error)
    if meant:
        return FieldComplaint("unknown-field", place, message, f"Did you mean `{meant}`?")
    owners = [kind for kind in KIND_NAMES if name in field_names(kind_named(kind))]
    if issubclass(error.owner, Question) and owners:
        kinds = f"kind {owners[0]}" if len(owners) == 1 else f"kinds {_listed(owners)}"
        advice = f"Questions of the {kinds} have it."
    else:
        advice = f"The fields are {_listed(field_names(error.owner))}."
    return FieldComplaint("unknown-field", place, message, advice)


def _empty_above(name: str, node: Node) -> str:
    """The field of the author's own words that is empty, with `name` right below it; else ''."""
    if not isinstance(node, Mapping):
        return ""
    names = list(node.pairs)
    above = names[names.index(name) - 1] if name in names[1:] else ""
    found = node.get(above)
    is_empty = isinstance(found, Scalar) and found.blank
    return above if above in OWN_WORDS and is_empty else ""


_OPTIONS = frozenset({"options", "option", "choices", "distractors", "wrong", "incorrect"})
"""What the mistakes of a question are called elsewhere."""


def _kind(error: FieldError, node: Node) -> FieldComplaint:
    key, found, rest = find(node, ("kind",))
    kinds = f"The kinds are {_listed(KIND_NAMES)}."
    if rest or key is None:
        keys = tuple(node.pairs) if isinstance(node, Mapping) else ()
        near = nearest("kind", (name for name in keys if name not in field_names(Question)))
        advice = f"Is it `{near}` that you meant for it?" if near else f"Add `kind:`. {kinds}"
        return FieldComplaint("missing-field", node.place, "`kind` is missing.", advice)
    place = place_of(node, ("kind",))
    if not isinstance(found, Scalar) or not found.text:
        return FieldComplaint("unknown-kind", place, "`kind` names no kind of question.", kinds)
    message = f"There is no kind of question “{one_line(found.text, 40)}”."
    meant = _OTHER_NAMES.get("".join(filter(str.isalpha, found.text.lower())), "")
    if meant == "choice" and isinstance(node, Mapping) and "answers" in node.pairs:
        meant = "multiple"
    meant = f"Did you mean {meant}?" if meant else did_you_mean(found.text.lower(), KIND_NAMES)
    return FieldComplaint("unknown-kind", place, message, f"{meant} {kinds}".strip())


_OTHER_NAMES = {
    **dict.fromkeys(("mcq", "mcqs", "multiplechoice", "singlechoice", "single"), "choice"),
    **dict.fromkeys(("multiselect", "multipleanswer", "multipleanswers"), "multiple"),
    **dict.fromkeys(("tf", "boolean", "bool", "yesno"), "truefalse"),
    **dict.fromkeys(("fillin", "fillintheblank", "fillintheblanks", "blank", "gap"), "cloze"),
    **dict.fromkeys(("text", "name", "term", "saq", "oneword"), "short"),
    **dict.fromkeys(("enumeration", "points"), "list"),
    **dict.fromkeys(("sequence", "ranking", "sort", "chronology"), "order"),
    **dict.fromkeys(("pairs", "pairing"), "match"),
    **dict.fromkeys(("numeric", "numerical", "integer"), "number"),
    **dict.fromkeys(("year", "day"), "date"),
    **dict.fromkeys(("essay", "long", "structured"), "outline"),
}
"""What kinds of questions are called elsewhere."""


def _wrong_type(error: FieldError, node: Node) -> FieldComplaint:
    _, found, _ = find(node, error.path)
    if isinstance(found, Scalar) and not found.text:
        return _empty(error, node)
    message = f"{_label(error.path)} has to be {_WANTED[error.kind]}, and is {_described(found)}."
    if error.kind == "tuple_type" and isinstance(found, Scalar):
        advice = _in_brackets(found.text)
    elif error.path[-1:] == ("questions",):
        advice = "Begin each question with a dash: `- id: its-name`, its other fields below the id."
    elif error.kind == "tuple_type" and isinstance(found, Mapping):
        advice = "Begin each entry on a line of its own, with a dash and a space: `- `."
    elif error.kind == "tuple_type":
        advice = "Write it in brackets, [one, two], or one entry a line, each after `- `."
    elif error.kind == "string_type":
        advice = "If the brackets, the braces or the colon belong to the text, put it in quotes."
    elif not error.path:
        advice = "Write `- id: its-name`, and its other fields below the id, one a line."
    elif isinstance(found, Scalar) and isinstance(error.path[-1], int) and fields(error.owner):
        advice = f"Write `- {field_names(error.owner)[0]}: {one_line(found.text, 40)}`."
    elif error.kind in ("dict_type", "dataclass_type", "model_attributes_type"):
        undashed = ", without dashes" if isinstance(found, Sequence) else ""
        advice = f"Write {_lines_wanted(error)}, indented below it{undashed}."
    else:
        advice = _FIGURES[_WANTED[error.kind]]
    return FieldComplaint("wrong-type", place_of(node, error.path), message, advice)


_FIGURES = {
    "true or false": "Write true or false.",
    "a whole number": "Write a whole number in figures, such as 3.",
    "a number": "Write a number in figures, such as 2 or 2.5.",
}


def _in_brackets(typed: str) -> str:
    """How the text `typed` is written as a list, if it is short enough to show."""
    shown = one_line(typed, 60)
    if shown == typed and not set(typed) & set(",[]{}#:\"'"):
        return f"Write it in brackets: [{typed}]; or one entry a line, each after `- `."
    return "Write it in brackets, [one, two], or one entry a line, each after `- `."


def _lines_wanted(error: FieldError) -> str:
    """What each line of the mapping that is wanted looks like."""
    wanted = {
        "mistakes": "one `wrong answer: why it is wrong` a line",
        "disputed": "one `answer: what the learner is told` a line",
        "pairs": "one `left side: right side` a line",
        "sources": "`its-id:` for each source, and its fields below that",
        "topics": "`its-id:` for each topic, and its fields below that",
    }
    return wanted.get(str(error.path[-1]), "one `field: text` a line")


def _too_few(error: FieldError, node: Node) -> FieldComplaint:
    _, found, _ = find(node, error.path)
    have = len(found.pairs) if isinstance(found, Mapping) else 0
    have = len(found.items) if isinstance(found, Sequence) else have
    entries = "entry" if have == 1 else "entries"
    message = (
        f"{_label(error.path)} has {have or 'no'} {entries} "
        f"and needs at least {error.context['min_length']}."
    )
    least = error.context["min_length"]
    where = "one a line" if isinstance(found, Mapping) else "each after `- ` or in brackets"
    more = "one" if have + 1 == least else f"{least - have}"
    advice = f"Write {more} more, {where}." if have else f"Write at least {least}, {where}."
    return FieldComplaint("too-few", place_of(node, error.path), message, advice)


def _label(path: Path) -> str:
    """The name of the field or entry at `path`: "`answer` in entry 2 of `items`"."""
    if not path:
        return "A question"
    steps = [f"entry {s + 1}" if isinstance(s, int) else f"`{one_line(s, 40)}`" for s in path]
    label = steps[-1]
    for step, next_step in zip(reversed(steps[:-1]), reversed(path[1:]), strict=True):
        label += f" of {step}" if isinstance(next_step, int) else f" in {step}"
    return label[0].upper() + label[1:]


def _whole(error: FieldError, node: Node) -> str:
    """What the field at the end of the error's path belongs to."""
    names = {BankFields: "a bank", SourceFields: "a source", TopicFields: "a topic"}
    if error.owner in names:
        return names[error.owner]
    if issubclass(error.owner, Question):
        kind = text(node.get("kind")) if isinstance(node, Mapping) else ""
        return f"a question of the kind {kind}"
    inner = next(step for step in reversed(error.path[:-1]) if isinstance(step, str))
    return f"an entry of `{inner}`"


def _described(node: Node) -> str:
    if isinstance(node, Scalar):
        return f"“{one_line(node.text, 40)}”"
    return "a list" if isinstance(node, Sequence) else "a mapping"


def _meant(error: FieldError) -> str:
    return nearest(str(error.path[-1]), field_names(error.owner), alike=0.6)


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """ "Did you mean …?" for the one of `known` most like `given`; '' if none is."""
    near = nearest(given, known)
    return f"Did you mean {near}?" if near else ""


def nearest(given: str, known: Iterable[str], alike: float = 0.5) -> str:
    """The one of `known` most like `given`, to the share `alike` at least; '' if none is."""
    from difflib import get_close_matches

    near = get_close_matches(given, list(known), n=1, cutoff=alike)
    return near[0] if near else ""


def _listed(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


_SAYINGS: dict[str, Callable[[FieldError, Node], FieldComplaint]] = {
    "missing": _missing,
    _UNKNOWN_FIELD: _unknown_field,
    "union_tag_invalid": _kind,
    "union_tag_not_found": _kind,
    "string_too_short": _empty,
    "too_short": _too_few,
    **dict.fromkeys(_WANTED, _wrong_type),
    **dict.fromkeys(_BOUNDS, _out_of_range),
}
