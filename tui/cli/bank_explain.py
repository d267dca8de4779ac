"""`cssprep bank explain`: what a code of `bank check` means, why it matters, how to mend it."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli.bank_paths import Commands

if TYPE_CHECKING:
    from datetime import date

    from tui.banks.explain import Example, Explanation

DONE = 0
"""The exit code, unless there is no such code: that is a Fault, 2."""

_WIDTH = 80


def add(actions: Commands) -> None:
    """Adds the command to those of `cssprep bank`."""
    parser = actions.add_parser(
        "explain",
        help="say what a code of bank check means, and why",
        description="Say what a code of cssprep bank check means and why it matters, with an "
        "example that has the fault and one that has not, and how to silence it. Without a code, "
        "list them all.",
    )
    parser.add_argument("code", nargs="?", metavar="CODE", help="long-quote, for example")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace, day: date) -> int:
    """Explains the code that `args` name, or lists them all; a Fault if there is none such."""
    if args.code is None:
        print(_all_as_json() if args.json else "\n".join(_listing(_columns())))
    elif args.json:
        print(_as_json(_row(_explanation(args.code))))
    else:
        print(page(args.code), end="")
    return DONE


def page(code: str) -> str:
    """All there is to say of `code`, in lines of 80 characters at most; a Fault if it is none."""
    return "".join(f"{line}\n" for line in _page(_explanation(code)))


def _explanation(code: str) -> Explanation:
    from tui.banks.explain import explanation

    found = explanation(code.strip().lower().replace("_", "-"))
    if found is not None:
        return found
    from tui.banks.characters import one_line
    from tui.banks.codes import severities
    from tui.banks.complaints import did_you_mean
    from tui.fault import Fault

    meant = did_you_mean(code, severities())
    raise Fault(
        f"There is no code “{one_line(code, 40)}”.",
        meant or "All of them are listed by: cssprep bank explain.",
    )


def _page(found: Explanation) -> Iterator[str]:
    yield f"{found.severity} {found.code}"
    yield ""
    details = filter(None, found.details.split("\n\n"))
    for paragraph in (found.what, *details, f"Why: {found.why}"):
        yield from textwrap.wrap(paragraph, _WIDTH)
        yield ""
    yield from _example("Fails", found.fails)
    yield ""
    yield from _example("Passes", found.passes)
    yield ""
    if not found.can_be_silenced:
        error = found.severity == "error"
        why = "it is an error" if error else "it goes away with the entry that it is about"
        yield f"It can't be silenced: {why}."
        return
    yield "To silence it, add this to the bank's own fields, with your reason:"
    yield ""
    yield "    silenced:"
    yield f"      - code: {found.code}"
    yield "        why: …"
    if found.in_questions:
        yield "        questions: [an-id]   # only there; leave it out for the whole bank"


def _example(label: str, example: Example) -> Iterator[str]:
    heading = f"{label}{f', {example.when}' if example.when else ''}:"
    if example.in_words:
        yield from textwrap.wrap(f"{heading} {example.text}", _WIDTH)
        return
    yield heading
    yield ""
    yield from textwrap.indent(example.text.rstrip("\n"), "    ").split("\n")


def _listing(columns: int | None) -> Iterator[str]:
    """All codes with a line each, cut to `columns` unless that is None."""
    from tui.banks.explain import explanation, groups

    of_groups = groups()
    width = max(len(code) for codes in of_groups.values() for code in codes)
    for number, (heading, codes) in enumerate(of_groups.items()):
        if number:
            yield ""
        yield heading
        for code in codes:
            found = explanation(code)
            assert found is not None
            line = f"  {code:{width}}  {found.what}"
            too_long = columns is not None and len(line) > columns
            yield line[: columns - 1].rstrip() + "…" if too_long and columns else line
    yield ""
    yield "More on one of them: cssprep bank explain CODE"


def _columns() -> int | None:
    """The width of the terminal; None where the list goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _all_as_json() -> str:
    from tui.banks.explain import groups

    return _as_json([_row(_explanation(code)) for codes in groups().values() for code in codes])


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _row(found: Explanation) -> dict[str, object]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "what": found.what,
        "details": found.details,
        "why": found.why,
        "fails": _example_row(found.fails),
        "passes": _example_row(found.passes),
        "can_be_silenced": found.can_be_silenced,
        "in_questions": found.in_questions,
    }


def _example_row(example: Example) -> dict[str, object]:
    return {"text": example.text, "when": example.when, "in_words": example.in_words}
