"""Says in plain sentences what pydantic found wrong with the fields of a bank or a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from tui.banks.characters import one_line
from tui.banks.fields import BankFields, FieldError, SourceFields, TopicFields, field_names
from tui.banks.finding import Place
from tui.banks.nodes import Mapping, Node, Path, Scalar, Sequence, find, place_of, text
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
    return FieldComplaint("missing-field", place, f"{_label(error.path)} is missing.", advice)


def _empty(error: FieldError, node: Node) -> FieldComplaint:
    place = place_of(node, error.path)
    advice = f"Write {_WANTED.get(error.kind, 'a text')} there, or take the line out."
    return FieldComplaint("empty-text", place, f"{_label(error.path)} is empty.", advice)


def _out_of_range(error: FieldError, node: Node) -> FieldComplaint:
    _, found, _ = find(node, error.path)
    words, bound = _BOUNDS[error.kind]
    message = (
        f"{_label(error.path)} is {one_line(text(found))} "
        f"and has to be {words} {error.context[bound]:g}."
    )
    return FieldComplaint("out-of-range", place_of(node, error.path), message, "")


def _unreadable(error: FieldError, node: Node) -> FieldComplaint:
    message = f"{_label(error.path)} can't be read: {error.kind.replace('_', ' ')}."
    return FieldComplaint("invalid-value", place_of(node, error.path), message, "")


def _unknown_field(error: FieldError, node: Node) -> FieldComplaint:
    key, _, _ = find(node, error.path)
    place = key.place if key else place_of(node, error.path)
    name = one_line(str(error.path[-1]), 40)
    message = f"There is no field `{name}` in {_whole(error, node)}."
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


def _kind(error: FieldError, node: Node) -> FieldComplaint:
    key, found, rest = find(node, ("kind",))
    kinds = f"The kinds are {_listed(KIND_NAMES)}."
    if rest or key is None:
        keys = tuple(node.pairs) if isinstance(node, Mapping) else ()
        near = nearest("kind", (name for name in keys if name not in field_names(Question)))
        advice = f"Is it `{near}` that you meant for it?" if near else kinds
        return FieldComplaint("missing-field", node.place, "`kind` is missing.", advice)
    place = place_of(node, ("kind",))
    if not isinstance(found, Scalar) or not found.text:
        return FieldComplaint("unknown-kind", place, "`kind` names no kind of question.", kinds)
    message = f"There is no kind of question “{one_line(found.text, 40)}”."
    meant = did_you_mean(found.text, KIND_NAMES)
    return FieldComplaint("unknown-kind", place, message, f"{meant} {kinds}".strip())


def _wrong_type(error: FieldError, node: Node) -> FieldComplaint:
    _, found, _ = find(node, error.path)
    if isinstance(found, Scalar) and not found.text:
        return _empty(error, node)
    message = f"{_label(error.path)} has to be {_WANTED[error.kind]}, and is {_described(found)}."
    if error.kind == "tuple_type" and isinstance(found, Scalar):
        advice = "Write it in brackets, [one, two], or one entry a line, each after `- `."
    elif error.kind == "string_type":
        advice = "If the brackets, the braces or the colon belong to the text, put it in quotes."
    elif error.kind in ("dict_type", "dataclass_type", "model_attributes_type"):
        advice = "Write one `name: value` a line, indented below it."
    else:
        advice = ""
    return FieldComplaint("wrong-type", place_of(node, error.path), message, advice)


def _too_few(error: FieldError, node: Node) -> FieldComplaint:
    _, found, _ = find(node, error.path)
    have = len(found.pairs) if isinstance(found, Mapping) else 0
    have = len(found.items) if isinstance(found, Sequence) else have
    entries = "entry" if have == 1 else "entries"
    message = (
        f"{_label(error.path)} has {have or 'no'} {entries} "
        f"and needs at least {error.context['min_length']}."
    )
    return FieldComplaint("too-few", place_of(node, error.path), message, "")


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
