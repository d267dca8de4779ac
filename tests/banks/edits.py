"""Banks and edits of them, as they come about in an editor."""

from __future__ import annotations

from hypothesis import strategies as st

HEADS = (
    "format: 1\nbank: made\ntitle: Made\nsources:\n  a: {title: A, file: a.txt}\n"
    "topics:\n  one: {title: One}\nquestions:\n",
    "# A comment.\nformat: 1\nbank: made\ntitle: >\n  Folded\n  title\nsources: {}\ntopics: {}\n"
    "retired: [old]\nquestions: # these\n\n",
)
TAILS = ("", "retired: [x, y]\n", "\n# the end\nuntested:\n  - quote: q\n    why: w\n")
LINES = (
    "  - id: other",
    "    kind: short",
    "    topic: two",
    "    prompt: Who is it?",
    "  - id: another",
    "- id: outside",
    "    prompt: What is it?",
    "    prompt: A text",
    "      that goes on",
    "    quote: |",
    "      a block",
    '    note: "open',
    '      closed"',
    "    mistakes:",
    "      wrong: because",
    "    mistakes: {a: b",
    "      }",
    "    accept: [one,",
    "      two]",
    "    answer: &anchor x",
    "    id: second",
    "    # a comment",
    "# at the margin",
    "",
    "   ",
    "\t",
    "  -",
    "  - - nested",
    "  - plain text",
    "---",
    "...",
    "retired: [z]",
    "questions:",
    "  key: value",
    "    note: 'it''s'",
    "    ? complex",
    "    note: a: b",
    "  - {id: flow, kind: short}",
)
QUESTIONS = (
    "- id: {0}\n  kind: short\n  topic: one\n  prompt: Who is {0}?\n  answer: Somebody\n"
    "  quote: it is so\n",
    "- kind: choice\n  id: {0}\n  prompt: >\n    Which is\n    it?\n  answer: Yes\n"
    "  mistakes:\n    No: It is not.\n  topic: one\n  quote: [it is so, it is so]\n\n",
    "# before it\n- id: {0}\n  kind: truefalse\n  prompt: 'True\n    it is'\n  answer: false\n"
    "  topic: two\n  quote: it is not\n  draft: true\n",
    "- {{id: {0}, kind: number, topic: one, prompt: How many?, answer: 3, quote: it is so}}\n",
)
ODD = "-\n  id: {0}\n  kind: short\n"


@st.composite
def banks(draw: st.DrawFn) -> str:
    """The text of a bank, not always a sound one."""
    indent = draw(st.sampled_from(["", "  ", "  "]))
    bodies = draw(st.lists(st.sampled_from(QUESTIONS), min_size=1, max_size=6))
    bodies += draw(st.sampled_from([[], [], [], [ODD]]))
    questions = "".join(body.format(f"q{number}") for number, body in enumerate(bodies))
    lines = "".join(
        f"{indent if line.strip() else ''}{line}" for line in questions.splitlines(True)
    )
    return draw(st.sampled_from(HEADS)) + lines + draw(st.sampled_from(("", *TAILS)))


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """`text` with some of its lines taken out, doubled, changed, or others put between."""
    lines = text.split("\n")
    for _ in range(draw(st.sampled_from([1, 1, 1, 2, 3]))):
        start = draw(st.integers(draw(st.sampled_from([0, 8, 8])), max(8, len(lines))))
        end = min(len(lines), start + draw(st.integers(0, 3)))
        match draw(st.sampled_from(["put", "put", "double", "change", "indent"])):
            case "put":
                lines[start:end] = draw(st.lists(st.sampled_from(LINES), max_size=3))
            case "double":
                lines[end:end] = lines[start:end]
            case "change":
                lines[start:end] = [f"{line} more" for line in lines[start:end]]
            case _:
                lines[start:end] = [f"  {line}" for line in lines[start:end]]
    ending = draw(st.sampled_from(["\n"] * 9 + ["\r\n"]))
    return ending.join(lines)
