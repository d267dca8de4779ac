"""The codes of what can go wrong while a bank is read and its fields are checked.

The codes of rules stand with the rules, in `tui/banks/rules/`; those of what a kind of question
forbids stand in `tui/kinds/`.
"""

from __future__ import annotations

READING = {
    "unreadable-file": "The file can't be opened, or is not a file.",
    "too-large": "The file is larger than 16 MiB.",
    "not-utf-8": "The line holds bytes that are not UTF-8.",
    "forbidden-character": "A control character or a mark of writing direction stands in the text.",
    "syntax": "The file is not well-formed YAML from here on.",
    "too-deep": "Lists and mappings are nested more than 16 deep.",
    "anchor": "A text is given an anchor (&name).",
    "alias": "A text is repeated by an alias (*name).",
    "tag": "A text is given a tag (!name).",
    "duplicate-key": "A mapping has the same key twice.",
    "key-not-text": "The key of a mapping is a list or a mapping.",
    "several-documents": "A second document begins in the file (---).",
    "not-a-mapping": "The file as a whole is not a mapping of fields.",
}

FIELDS = {
    "missing-field": "A field that is needed is not there.",
    "unknown-field": "There is no field of this name here.",
    "unknown-kind": "There is no such kind of question.",
    "unknown-format": "The bank is written in a format that this version can't read.",
    "wrong-type": "A list, a mapping, a number or a text stands where another is wanted.",
    "empty-text": "A text that has to say something is empty.",
    "too-few": "A list or a mapping has fewer entries than are needed.",
    "out-of-range": "A number is smaller or larger than is allowed.",
    "invalid-value": "A field holds something that it can't hold, of a sort not named above.",
}
