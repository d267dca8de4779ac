"""Makes docs/diagnostics.md of what is said of each code where it stands: run it with `make docs`.

python docs/make_diagnostics.py [FILE]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tui.banks.explain import Example, Explanation, explanation, groups

PAGE = Path(__file__).parent / "diagnostics.md"

INTRODUCTION = """\
# Diagnostics

Every code that `cssprep bank check` gives: what is wrong, why it matters, an example that has the \
fault and one that has not. `cssprep bank explain CODE` tells the same. This page is made by \
`make docs` from what stands with the rules; change it there.

An **error** is a fault: a question that has one is left out of study until it is mended. A \
**warning** takes nothing away, but something is probably not as it was meant. A **note** is worth \
knowing. Errors and warnings make `bank check` fail. Warnings and notes can be \
[silenced](bank-format.md#silencing), with a reason.

The examples leave out what is not at issue; every one of them is tried by the tests. They quote \
these two texts, `article` and `book`:

```text
{article}```

```text
{book}```
"""

ARTICLE = """\
Emergence of the NRF
The NRF was led by Ahmed Shah Massoud, the “Lion of Panjshir.” After his death, his son, Ahmed \
Massoud, is leading the NRF. It began in 1990 – and goes on.
Panjshir is a valley, northeast of Kabul. Its people say: it’s ours.
"""
BOOK = """\
Panjshir is a valley. The river in it has the name of the valley, and flows to the south-west, where
it meets the Ghorband and goes on to the Kabul River. Those who live there grow wheat, mulberries
and walnuts on narrow terraces, and dig for emeralds in the mountains above them. A road leads along
the river up to the Anjuman Pass, which is closed by snow from the late autumn to the spring.
"""


def page() -> str:
    """The whole page."""
    sections = [
        (heading, [found for code in codes if (found := explanation(code)) is not None])
        for heading, codes in groups().items()
    ]
    parts = [INTRODUCTION.format(article=ARTICLE, book=BOOK)]
    for heading, listed in sections:
        parts.append(f"## {heading}\n")
        rows = [f"| [`{e.code}`](#{e.code}) | {e.severity} | {_cell(e.what)} |" for e in listed]
        parts.append("\n".join(["| code | | |", "|---|---|---|", *rows]) + "\n")
    for heading, listed in sections:
        parts.append(f"## More on: {heading.lower()}\n")
        parts += ["\n\n".join(_section(found)) + "\n" for found in listed]
    return "\n".join(parts)


def _section(found: Explanation) -> Iterator[str]:
    yield f"### {found.code}"
    severity = found.severity.capitalize()
    if found.can_be_silenced:
        how = "" if found.in_questions else ", for the whole bank"
        yield f"{severity}; it can be silenced{how}."
    else:
        yield f"{severity}; it can't be silenced."
    yield found.what
    if found.details:
        yield found.details
    yield f"**Why?** {found.why}"
    yield _example("Fails", found.fails)
    yield _example("Passes", found.passes)


def _example(label: str, example: Example) -> str:
    heading = f"{label}{f', {example.when}' if example.when else ''}:"
    if example.in_words:
        return f"{heading} {example.text}"
    return f"{heading}\n\n```yaml\n{example.text}```"


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def main(arguments: list[str]) -> int:
    """Writes the page, to the file that `arguments` name if they name one."""
    target = Path(arguments[0]) if arguments else PAGE
    target.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
