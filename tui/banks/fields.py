"""The fields that a bank and its questions have, and pydantic's check of a tree against them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, Union, get_args, get_type_hints

from pydantic import Field, TypeAdapter, ValidationError

from tui.banks.nodes import Mapping, Node, Path, Sequence, plain
from tui.kinds import KIND_NAMES, kind_named
from tui.kinds.bounds import more_than, size_at_least
from tui.kinds.question import Question, Text

FORBID: dict[str, str] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFields:
    """What a bank says of one of its sources."""

    __pydantic_config__: ClassVar[dict[str, str]] = FORBID

    title: Text
    file: Text
    author: str = ""
    url: str = ""
    sha256: str = ""
    redistribute: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFields:
    """What a bank says of one of its topics."""

    __pydantic_config__: ClassVar[dict[str, str]] = FORBID

    title: Text
    papers: tuple[Text, ...] = ()
    weight: Annotated[float, more_than(0)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UntestedFields:
    """What a bank says of passages that no question is meant to test."""

    __pydantic_config__: ClassVar[dict[str, str]] = FORBID

    quote: Text | Annotated[tuple[Text, ...], size_at_least(1)]
    why: Text
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SilencedFields:
    """What a bank says of warnings that it means as they are."""

    __pydantic_config__: ClassVar[dict[str, str]] = FORBID

    code: Text
    why: Text
    questions: Annotated[tuple[Text, ...], size_at_least(1)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFields:
    """The fields of a bank file. `questions` is checked entry by entry, elsewhere."""

    __pydantic_config__: ClassVar[dict[str, str]] = FORBID

    format: Text
    bank: Text
    title: Text
    sources: Annotated[dict[str, SourceFields], size_at_least(1)]
    topics: Annotated[dict[str, TopicFields], size_at_least(1)]
    questions: tuple[str, ...]
    language: str = ""
    licence: str = ""
    as_of: str = ""
    retired: tuple[Text, ...] = field(default_factory=tuple)
    untested: tuple[UntestedFields, ...] = ()
    silenced: tuple[SilencedFields, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldError:
    """What pydantic says of one part of a tree.

    path: where, as the author wrote it. kind, context: pydantic's name for the error and its
    details. owner: the class whose field it is about.
    """

    path: Path
    kind: str
    context: dict[str, Any]
    owner: type[Any]


def check_bank(node: Mapping) -> tuple[BankFields | None, list[FieldError]]:
    """The bank's own fields, or what is wrong with them."""
    try:
        return _bank_adapter().validate_python(plain(node)), []
    except ValidationError as error:
        return None, list(_errors(error, node, BankFields))


def check_question(node: Node) -> tuple[Question | None, list[FieldError]]:
    """The question that `node` is, or what is wrong with its fields."""
    try:
        return _question_adapter().validate_python(plain(node)), []
    except ValidationError as error:
        return None, list(_errors(error, node, Question))


def field_names(owner: type) -> tuple[str, ...]:
    """The names of the fields of `owner`, in the order declared."""
    return tuple(each.name for each in fields(owner)) if is_dataclass(owner) else ()


@cache
def _bank_adapter() -> TypeAdapter[BankFields]:
    return TypeAdapter(BankFields)


@cache
def _question_adapter() -> TypeAdapter[Question]:
    kinds = tuple(kind_named(name) for name in KIND_NAMES)
    union: Any = Annotated[Union[kinds], Field(discriminator="kind")]  # noqa: UP007
    return TypeAdapter(union)


def _errors(error: ValidationError, node: Node, owner: type) -> Iterator[FieldError]:
    """What `error` says of `node`, once for each part of the tree."""
    seen: set[Path] = set()
    for details in error.errors(include_url=False):
        location, given = details["loc"], details["input"]
        about = owner
        if owner is Question and location:
            about, location = kind_named(str(location[0])), location[1:]
        path = _path(node, location)
        context = details.get("ctx", {})
        if path in seen or _is_of_another_branch(location[len(path) :], given):
            continue
        if details["type"] == "too_short" and len(given) >= context["min_length"]:
            continue  # short only because entries with errors of their own were left out
        seen.add(path)
        yield FieldError(path, details["type"], context, _owner_at(about, path))


def _is_of_another_branch(branch: tuple[str | int, ...], given: object) -> bool:
    """Whether a complaint is from a branch of a union that the author did not choose.

    Where a field is a text or a list of texts, pydantic complains once for each, and ends the
    location with the branch: "constrained-str" or "tuple[constrained-str, ...]".
    """
    if not branch:
        return False
    return isinstance(given, str if str(branch[-1]).startswith("tuple") else list)


def _path(node: Node, location: tuple[str | int, ...]) -> Path:
    """The steps of pydantic's `location` that are the author's, without branches of unions."""
    path: list[str | int] = []
    for step in location:
        if isinstance(node, Mapping):
            if step not in node.pairs and _BRANCH.fullmatch(str(step)):
                break
            path.append(step)
            if step not in node.pairs:
                break
            node = node.pairs[str(step)][1]
        elif isinstance(step, int) and isinstance(node, Sequence) and step < len(node.items):
            path.append(step)
            node = node.items[step]
    return tuple(path)


_BRANCH = re.compile(r"constrained-str|str|tuple\[.*\]")


def _owner_at(owner: type, path: Path) -> type:
    """The class that holds the last field of `path`, under `owner`."""
    for step in path[:-1]:
        inner = _dataclass_in(_hints(owner).get(str(step))) if isinstance(step, str) else None
        if inner is not None:
            owner = inner
    return owner


@cache
def _hints(owner: type) -> dict[str, Any]:
    """The types of the fields of `owner`: looking them up takes long where errors are many."""
    return get_type_hints(owner, include_extras=True)


def _dataclass_in(hint: Any) -> type | None:
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    found = (_dataclass_in(part) for part in get_args(hint))
    return next((part for part in found if part is not None), None)
