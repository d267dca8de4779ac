"""What editors say of a bank's fields: words that stand in docs/bank-format.md as well."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "BankFields": {
        "format": "`1`",
        "bank": "the bank's id; answers are kept under it, so it stays for ever",
        "title": "what learners see",
        "sources": "what is quoted, by id",
        "topics": "what questions are grouped by, by id",
        "questions": "the list of questions",
        "language": "the language of the questions: `en`, `ur`",
        "licence": "of the questions; the sources have their own",
        "as_of": "the date that “recently” means: a year, a month or a day",
        "retired": "ids of questions that are gone for good",
        "untested": "passages of the sources that no question is meant to test",
        "silenced": "warnings and notes that are meant so, each with the reason",
    },
    "SourceFields": {
        "title": "shown with every passage",
        "file": "its text, as a path from the bank's folder; it can't lead out of there",
        "author": "shown with every passage",
        "url": "shown with every passage",
        "sha256": "the hash of that file; where it is given, the file has to be that one",
        "redistribute": "`false` if the text may not be handed on: then it may be absent, and "
        "learners see the quotes alone. `true` if not given",
    },
    "TopicFields": {
        "title": "shown above each of its questions",
        "papers": "the exam papers that it counts for",
        "weight": "how much it counts, as a number above 0, beside other topics",
    },
    "UntestedFields": {
        "quote": "a passage, or a list of them, found word for word like those of questions",
        "why": "why no question tests it: a heading, an advertisement",
        "source": "which source is quoted; needed if the bank has several",
    },
    "SilencedFields": {
        "code": "the code of a warning or a note, as `bank check` gives it",
        "why": "why it is meant so: a reason for the next who reads it",
        "questions": "the ids of the questions that it is about; the whole bank if not given",
    },
    "Question": {
        "id": "its name in this bank, for ever",
        "kind": "one of the eleven kinds",
        "topic": "one of the bank's topics",
        "prompt": "the question",
        "quote": "a passage of the source that proves the answer, or a list of them",
        "source": "which source is quoted; needed if the bank has several",
        "mistakes": "wrong answers, each with why it is wrong: `Wrong answer: the reason`",
        "note": "the instructor's own word: a correction, a caution, background; shown after the "
        "answer",
        "explain": "why the answer is right; shown after it",
        "hint": "shown on demand before the answer",
        "difficulty": "1 to 5",
        "marks": "what it earns: a number above 0, 1 if it is left out",
        "tags": "a list of words to search by",
        "as_of": "the date that it was right at, if not the bank's",
        "expires": "the date up to which the answer holds; `bank check` warns of it afterwards",
        "was": "ids that it had before",
        "draft": "`true` while you still work on it: it is checked, but never asked",
    },
    "Choice": {"answer": "the right option"},
    "Multiple": {"answers": "the right ones, and every one of them is wanted"},
    "TrueFalse": {"answer": "`true` or `false`"},
    "Short": {
        "answer": "shown as the right one",
        "accept": "other wordings that are as right",
    },
    "Cloze": {
        "text": "a text with blanks. Each is written `{{answer}}`, or "
        "`{{answer|other wording|another}}`",
    },
    "ListQuestion": {"items": "the answers, two or more"},
    "Item": {
        "answer": "shown as right",
        "accept": "other wordings that are as right",
        "keywords": "groups in brackets, of which each has to have one of its words in the line. "
        "A `*` at the end of a word stands for any ending",
    },
    "Order": {"items": "the things in the right order"},
    "Match": {"pairs": "gives each left side its right side; several may share one"},
    "Number": {
        "answer": "one number in figures",
        "unit": "shown beside the input",
        "tolerance": "by how much it may be off: an amount (`5`) or a share (`2 %`)",
    },
    "Date": {"answer": "as precise as it is wanted: `1954`, `1954-07` or `1954-07-31`"},
    "Outline": {
        "rubric": "its points, two or more: the learner writes an outline, then ticks those that "
        "it has",
    },
    "Point": {
        "point": "what it says",
        "marks": "what it earns",
        "keywords": "groups as in a list: where they match, it is ticked beforehand",
    },
}
"""By class and field."""

OF_SEVERAL: dict[str, str] = {
    **WORDS["Question"],
    "disputed": "answers that are so although the source says otherwise, each with what the "
    "learner is told",
}
"""By field, where it means the same in several kinds."""

KINDS: dict[str, str] = {
    "choice": "One right option among wrong ones",
    "multiple": "Several right options among wrong ones",
    "truefalse": "The prompt is a statement",
    "short": "A name, a term, a few words, typed",
    "cloze": "a text with blanks",
    "list": "Several answers, in any order, one line each",
    "order": "Three things or more, to be put in order",
    "match": "Things to be paired",
    "number": "A number, typed",
    "date": "A year, a month or a day, typed",
    "outline": "An essay's skeleton",
}
"""By kind of question."""


def words_for(owner: str, field: str) -> str:
    """The words for `field` of the class named `owner`; '' if there are none."""
    return WORDS.get(owner, {}).get(field) or OF_SEVERAL.get(field, "")


def sentence(words: str) -> str:
    """`words` as a sentence."""
    return f"{words[:1].upper()}{words[1:]}." if words else ""
