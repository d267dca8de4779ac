"""What is forgiven in the way a word is written: case, accents, punctuation, endings.

`bare` folds a text, `tokens` takes it apart, `stem` folds one word's ending.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʻʼʽʾʿ`´′＇", "'"),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        "⁄": "/",
        "٫": ".",
        "٬": ",",
        "،": ",",
        "٪": "%",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        # An Arabic keyboard has other code points for these letters than an Urdu one.
        "ي": "ی",
        "ى": "ی",
        "ك": "ک",
    }
)

# A hyphen after these joins: "co-operate" is "cooperate". After "non" and "anti" it does not,
# because what they deny has to stay visible as a word of its own.
_JOINED = re.compile(
    r"\b(co|re|de|pre|un|dis|mis|in|sub|inter|intra|multi|bi|tri|uni)-(?=[^\W\d_])"
)
_INITIALS = re.compile(r"\b[^\W\d_](?:(?:\. ?| )[^\W\d_])+\b\.?(?!')")
_IS = re.compile(r"\b(it|he|she|that|there|who|what)'s\b")
_POSSESSIVE = re.compile(r"(?<=[^\W\d_])(?:'s\b|(?<=s)'(?!\w))")
_VERBS = "do does did is are was were has have had could should would must need"
_CONTRACTED = {f"{verb}nt": (verb, "not") for verb in _VERBS.split()} | {
    "cant": ("can", "not"),
    "cannot": ("can", "not"),
    "wont": ("will", "not"),
}
_SIGN = re.compile(r"(?<![^\W_])(ab|[a-z])([+-])(?![^\W_]|[+-]\w)")
_TOKEN = re.compile(
    r"(?<![^\s(])-\d++(?:\.\d++)?(?![^\W\d_])"
    r"|\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d++)?(?![\d,]|[^\W\d_])"
    r"|\d++(?:[./:]\d++)*+(?![^\W\d_])"
    r"|[^\W_]+"
)


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """`text` in lower case, without accents, with ASCII digits, dashes and apostrophes."""
    text = text.casefold()
    if not text.isascii():
        # Twice, since taking a letter apart may bring capitals to light, and the other way round.
        text = unicodedata.normalize("NFKD", text).casefold()
        text = unicodedata.normalize("NFKD", text)
        text = "".join(_plain(char) for char in text if not unicodedata.combining(char))
        text = text.translate(_SAME)
    return " ".join(text.split())


def _plain(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return "" if unicodedata.category(char) == "Cf" else char


def tokens(text: str) -> tuple[str, ...]:
    """The words and numbers of `text`, bare; a number keeps its sign, point and slash.

    "Pakistan's" gives pakistan, "N.R.F." nrf, "1,200" 1200, "didn't" did not.
    """
    text = bare(text)
    if text.isalpha():
        return _CONTRACTED.get(text, (text,))
    if "'" in text:
        text = _POSSESSIVE.sub("", _IS.sub(r"\1 is", text)).replace("'", "")
    if "-" in text or "+" in text:
        text = _SIGN.sub(lambda m: f"{m[1]} {'plus' if m[2] == '+' else 'minus'} ", text)
        text = _JOINED.sub(r"\1", text)
    text = _INITIALS.sub(lambda m: m[0].replace(".", "").replace(" ", "") + " ", text)
    found = _TOKEN.findall(text.replace("%", " percent ").replace("&", " and "))
    if _CONTRACTED.keys().isdisjoint(found) and "," not in text:
        return tuple(found)
    return tuple(
        word for token in found for word in _CONTRACTED.get(token, (token.replace(",", ""),))
    )


def joined(words: tuple[str, ...]) -> str:
    """`words` without the spaces between them, except where two numbers would run into one."""
    text = "".join(words)
    if not any(map(str.isdigit, text)):
        return text
    text = words[0]
    for word in words[1:]:
        apart = text[-1].isdigit() and (word[0].isdigit() or word[0] == "-")
        text += f" {word}" if apart else word
    return text


_ENDS_IN_S = """
abbas hamas laos davos honduras philippines texas wales athens mars news always perhaps congress
status bias series species isis thus this does
"""
_KEEP_S = frozenset(_ENDS_IN_S.split())
_PLURALS = {"crises": "crisis", "analyses": "analysis", "theses": "thesis"}
_BRITISH = (
    (re.compile(r"isation(?=$|s$|al)"), "ization"),
    (re.compile(r"(?<=[a-z]{2})is(?=(?:e|es|ed|er|ers|ing|able)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2}l)ys(?=(?:e|es|ed|er|ers|ing)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{2}[^aeoqt])our(?=$|s$|ed$|ing$|able|hood|ite|al$|ful|er|less)"), "or"),
    (re.compile(r"(?<=[a-z]{2})([tb])re(?=$|s$|d$)"), r"\1er"),
    (re.compile(r"^(def|off|lic|pret)enc(?=e)"), r"\1ens"),
    (re.compile(r"logue(?=$|s$)"), "log"),
    (re.compile(r"gramme(?=$|s$)"), "gram"),
    (re.compile(r"(?<=[a-z]{2}l)l(?=(?:ed|ing|er|ers)$)"), ""),
    (re.compile(r"dgement"), "dgment"),
    (re.compile(r"(?<=^among)st$|(?<=^amid)st$"), ""),
)
_PERHAPS_BRITISH = re.compile(r"is[aei]|ys[ei]|our|[tb]re|enc|logue|gramme|ll[ei]|dgement|st$")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """`word` without a plural s, in American spelling; numbers stay as they are."""
    if len(word) < 4 or not word.isalpha() or word in _KEEP_S:
        return word
    if word in _PLURALS:
        return _PLURALS[word]
    if _PERHAPS_BRITISH.search(word):
        for pattern, ending in _BRITISH:
            word = pattern.sub(ending, word)
    if word.endswith(("ies", "ie")) and len(word) > 4:
        return word.removesuffix("s")[:-2] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-1] if word.endswith("zes") else word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
