"""How a text is written in YAML, in the style of the one whose place it takes."""

from __future__ import annotations

import io
from collections.abc import Iterable

_NO_LIMIT = 2**30


def written(text: str, style: str, in_flow: bool) -> str:
    """`text` on one line, as ruamel writes it: in the quotes `style` has, or plain if it may be.

    style: a single or a double quote, or '' for none. in_flow: whether it is to stand in brackets.
    """
    # In a bank everything is text: a number needs no quotes to be one.
    if not style and text.isascii() and text.isalnum():
        return text
    # Slow to import, and needed only where there is something to mend.
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

    yaml = YAML()
    yaml.width = _NO_LIMIT
    quoted = {"'": SingleQuotedScalarString, '"': DoubleQuotedScalarString}.get(style, str)(text)
    listed = CommentedSeq([quoted])
    if in_flow:
        listed.fa.set_flow_style()
    else:
        listed.fa.set_block_style()
    out = io.StringIO()
    yaml.dump(listed, out)
    line = out.getvalue().rstrip("\n")
    return line[1:-1] if in_flow else line.removeprefix("- ")


def broken_like(text: str, old: Iterable[str]) -> list[str]:
    """`text` in lines that end where those of `old`, the same text but for white space, ended.

    No line begins with what may not begin one in a text without quotes.
    """
    spaces = [at for at, found in enumerate(text) if found == " " and text[at + 1] not in _NEVER]
    letters = {at: len(text[:at].replace(" ", "")) for at in spaces}
    lines: list[str] = []
    begin, wanted = 0, 0
    for line in [line for line in old if line.strip()][:-1]:
        wanted += len("".join(line.split()))
        free = [at for at in spaces if at > begin]
        if free:
            at = min(free, key=lambda at: abs(letters[at] - wanted))
            lines.append(text[begin:at])
            begin = at + 1
    return [*lines, text[begin:]]


_NEVER = frozenset(" #-?:&*!|>%@`")
