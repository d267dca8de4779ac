"""Enumerations: “three benefits, including a, b and c”, “border fencing, surveillance and spies”.

Asked as a list, with a gap where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.drafting.candidate import Candidate, Item
from tui.banks.drafting.gaps import quote_of, quoted, with_gap
from tui.banks.drafting.source import SourceSentences, Told
from tui.banks.drafting.wording import CAPITAL, count_word, without_leading_article

_INTRODUCED = re.compile(
    r"(?:\bincluding|\bsuch as|\bnamely|\bi\.e\.,?|\be\.g\.,?|\bfor example,|\bconsist(?:s|ed)? of|"
    r"\bcomprise[sd]?|:) (?P<items>[^.;:?!]+)"
)
_ETC = re.compile(r"^(?:etc\.?|and so on|others?|many others|many more|more)$")
_BEGIN = re.compile(
    r"\b(?:of|in|on|to|for|with|by|from|through|against|between|among|is|are|was|were|has|have|"
    r"had|brings?|bring|include[sd]?|as|at|into|that|via|using|visited|offers?|covers?|the|"
    r"latest|various|several|The) "
)
_STOP = re.compile(
    r" (?:along|in|on|to|for|through|against|between|among|is|are|was|were|has|have|had|at|by|"
    r"that|which|who|from|with|since|during|after|before|under|towards?|as|while|because|so|"
    r"across|within|would|will|can|must|should|could|may) "
)
_CLAUSE = re.compile(
    r"^(?:which|who|whose|where|when|while|although|though|but|because|since|if|so|thus|yet|as|"
    r"and|or|then|that|however|in|on|after|before|during|it|he|she|they|we|this|these|there)\b",
    re.IGNORECASE,
)
_VERB_WITHIN = re.compile(
    r"\w (?:[a-z]+ed|paid|pays|gave|gives|took|takes|got|gets|went|goes|came|comes|made|makes|held|"
    r"holds|lost|won|said|says|saw|became|began|left|met|rose|fell|kept|sent|spent|built) \w|"
    r"(?<!\bof)(?<!\bin)(?<!\bto)(?<!\bon)(?<!\bat)(?<!\bfor)(?<!\bby)(?<!\bfrom)(?<!\bwith)"
    r"(?<!\bwithin)(?<!\bbetween)(?<!\bamong)(?<!\bagainst) the \w"
)
"""A verb between a subject and an object, or a noun that stands before another's article."""
_AND = re.compile(r",? and ")
_END = re.compile(rf"{_STOP.pattern}|[,;:.?!—–]|$")
_LONGEST_PLAIN = 6
"""Words of an item in a series that nothing introduces."""
_LONGEST_ITEM = 10
"""Words."""
_MOST = 6
"""Items: more of them are two questions."""


def find(source: SourceSentences) -> Iterator[Candidate]:
    """One at most for each sentence, an introduced one before another."""
    for sentence in source.told:
        found = _introduced(sentence) or _plain(sentence)
        if found is not None:
            yield found


def _introduced(sentence: Told) -> Candidate | None:
    for match in _INTRODUCED.finditer(sentence.text):
        start, end = match.span("items")
        texts = _items(match["items"])
        told_from = len(sentence.text[: match.start()].rstrip(" ,")) - 1
        if texts is not None and len(texts) >= 2:
            worth = 80 if len(texts) > 2 else 64
            return _asked(sentence, (start, end), texts, worth, told_from)
        if texts is None:
            before_last, _, last = match["items"].rpartition(",")
            ended = _STOP.search(last)
            cut = f"{before_last},{last[: ended.start()]}" if ended else ""
            texts = _items(cut) if cut else None
            if texts is not None and len(texts) >= 3:
                return _asked(sentence, (start, start + len(cut)), texts, 76, told_from)
    return None


def _plain(sentence: Told) -> Candidate | None:
    """A series in the middle of a sentence: from its last "and", back from comma to comma."""
    text = sentence.text
    for match in _AND.finditer(text):
        start = _start_of_series(text, match.start())
        if start is None:
            continue
        after = _END.search(text, match.end())
        end = after.start() if after is not None else len(text)
        texts = _items(text[start:end])
        if texts is None or len(texts) < 3 or max(len(each.split()) for each in texts) > 6:
            continue
        if not _swallows_verb(text[:start], texts, text[end : end + 1]):
            are_names = all(re.match(rf"[{CAPITAL}]", each) for each in texts)
            return _asked(sentence, (start, end), texts, 76 if are_names else 66)
    return None


def _swallows_verb(before: str, texts: list[str], stop: str) -> bool:
    """Whether the last items are sentences of their own: “schools and the hospital pay nothing”.

    before: what stands before the series. stop: what it was ended by.
    """
    is_subject = re.fullmatch(r"(?:[A-Z][a-z]* )?(?:the )?", before.lstrip("“")) is not None
    if is_subject and stop in ("", *".,;:?!—–"):
        return True
    return any(_VERB_WITHIN.search(each) for each in texts)


def _start_of_series(text: str, end: int) -> int | None:
    """Where the series begins whose last "and" stands at `end`; None if none does."""
    pieces = [match.end() for match in re.finditer(r"(?:, |[;:.?!—–] ?|^)", text[:end])]
    for complete, start in enumerate(reversed(pieces)):
        piece = text[start:end].rstrip(", ")
        if not piece:
            return None
        words = [found.end() for found in _BEGIN.finditer(piece) if found.start() or start == 0]
        head = words[-1] if words else 0
        is_first = head > 0 or start == 0 or text[start - 2] != ","
        if is_first or (complete and len(piece.split()) > _LONGEST_PLAIN):
            begins = start + head
            if _CLAUSE.match(text[begins:]):
                return None
            fits = complete >= 1 and len(text[begins:end].rstrip(", ").split()) <= _LONGEST_PLAIN
            return begins if fits else None
        if _CLAUSE.match(piece) or len(piece.split()) > _LONGEST_PLAIN:
            return None
        end = start
    return None


def _items(text: str) -> list[str] | None:
    """The items of an enumeration; None if it does not read like one."""
    parts = re.split(r",\s+", text.strip(" ,."))
    *front, last = parts
    last = re.sub(r"^(?:and|or) ", "", last)
    if last == parts[-1]:
        halves = re.split(r" (?:and|or|as well as) ", last)
        if len(halves) == 2 and front:
            front, last = [*front, halves[0]], halves[1]
        elif not front and len(halves) == 2:
            front, last = [halves[0]], halves[1]
        elif not _ETC.match(last):
            return None
    items = [part.strip() for part in (*front, last) if part.strip()]
    items = [item for item in items if not _ETC.match(item)]
    if not 2 <= len(items) <= _MOST or any(_CLAUSE.match(item) for item in items):
        return None
    if any(len(item.split()) > _LONGEST_ITEM for item in items):
        return None
    folded = {item.casefold() for item in items}
    return items if len(folded) == len(items) else None


def _asked(
    sentence: Told,
    asked: tuple[int, int],
    texts: list[str],
    worth: int,
    told_from: int | None = None,
) -> Candidate:
    start, end = asked
    end = start + len(sentence.text[start:end].rstrip(" ,"))
    if re.search(r"\betc$", sentence.text[:end]):
        end = min(end + 1, len(sentence.text))
    words = count_word(len(texts))
    told_from = start if told_from is None or told_from < 0 else told_from
    shown = with_gap(sentence, start, end, told_from=told_from)
    return Candidate(
        rule="series",
        sentence=sentence,
        asked=(start, end),
        worth=worth,
        kind="list",
        prompt=(
            f"According to {sentence.within}, which {words} things belong in the gap? "
            f"{quoted(shown)}"
        ),
        quotes=(quote_of(sentence, start, end, told_from),),
        items=tuple(_item(each) for each in texts),
    )


def _item(text: str) -> Item:
    plain = without_leading_article(text)
    short = re.fullmatch(r"(.+?) \(([A-Z][\w-]*)\)", plain)
    return Item(plain, (short[1], short[2])) if short is not None else Item(plain)
