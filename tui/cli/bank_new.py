"""`cssprep bank new`: a bank to begin with, from an article."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.bank_paths import Commands, counted, short, shown

if TYPE_CHECKING:
    from datetime import date

    from tui.banks.starting.article import Article
    from tui.banks.starting.new_bank import Attribution

Complaint = Callable[[str], str]
DONE = 0
"""The exit code; what can't be done is a Fault, 2."""


def add(actions: Commands) -> None:
    """Adds the command to those of `cssprep bank`."""
    parser = actions.add_parser(
        "new",
        help="begin a bank from an article",
        description="Begin a bank from an article (text or Markdown, UTF-8): the bank's fields, a "
        "copy of the article as its source, every sentence numbered in a comment. Asks for what "
        "the options leave open. Never overwrites a file.",
        epilog="The bank goes into the study folder. Another one is named by --folder PATH, which "
        "every command takes; it is made if it is empty: cssprep bank new NAME --from ARTICLE "
        "--folder .",
    )
    parser.add_argument(
        "name", metavar="NAME", help="the bank's id: small letters, digits, hyphens"
    )
    parser.add_argument(
        "--from", dest="article", metavar="ARTICLE", type=Path, required=True, help="the article"
    )
    parser.add_argument("--title", help="the article's title; its first line if not given")
    parser.add_argument("--author", help='who wrote it; "" if nobody is named')
    parser.add_argument("--url", help='where it is published; "" if nowhere')
    parser.add_argument(
        "--redistribute",
        choices=("yes", "no"),
        help="whether the article's text may be handed on with the bank",
    )
    parser.add_argument("--licence", help="the licence of your questions, as CC-BY-4.0")
    parser.add_argument(
        "--topic",
        action="append",
        default=[],
        metavar="ID=TITLE",
        help="a topic of the bank; may be given several times",
    )
    parser.add_argument("--as-of", metavar="DATE", help="what “recently” means: 2025, 2025-11, …")


def run(args: argparse.Namespace, day: date) -> int:
    """Makes the bank that `args` ask for; a Fault if it can't be made, and then nothing is."""
    from tui.banks.schema import MODELINE, write_schema
    from tui.banks.starting.article import read_article
    from tui.banks.starting.new_bank import NewBank, bank_text
    from tui.banks.starting.places import Places
    from tui.fault import Fault
    from tui.study.making import banks_to_write

    _check_name(args.name)
    topics = _topics(args.topic, args.name)
    _check_date(args.as_of)
    places = Places(banks_to_write(getattr(args, "folder", None)), args.name)
    places.check(day, args.article)
    article = read_article(args.article)
    attribution = _attribution(args, article)
    new = NewBank(
        id=args.name,
        modeline=MODELINE,
        attribution=attribution,
        file=places.file,
        sha256=article.sha256,
        topics=topics or {args.name: attribution.title},
        licence=_cleaned(args.licence or ""),
        as_of=args.as_of or "",
    )
    try:
        places.write(article.content, bank_text(new, article.text).encode())
        write_schema(places.bank.parent)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        message = f"{short(str(places.bank))} can't be written: {reason}."
        raise Fault(message, "Check who may write there: ls -ld.") from None
    _tell(article, places.bank, places.source)
    return DONE


def _check_name(name: str) -> None:
    from tui.banks.characters import one_line
    from tui.banks.slug import is_slug, slug_for
    from tui.fault import Fault

    if not is_slug(name):
        meant = slug_for(name)
        advice = "An id is made of small letters, digits and hyphens."
        raise Fault(
            f"“{one_line(name)}” can't be a bank's id.",
            f"Did you mean {meant}? {advice}" if meant else advice,
        )


def _topics(given: list[str], name: str) -> dict[str, str]:
    from tui.banks.characters import one_line
    from tui.banks.slug import is_dotted, slug_for
    from tui.fault import Fault

    topics: dict[str, str] = {}
    for each in given:
        topic, _, title = (part.strip() for part in each.partition("="))
        if not is_dotted(topic) or not title:
            example = slug_for(topic) or name
            raise Fault(
                f"--topic {one_line(each)} is not of the form ID=TITLE.",
                f'Write it like --topic {example}="{one_line(title) or "Its title"}".',
            )
        if topic in topics:
            raise Fault(f"The topic {topic} is given twice.", "Give each its own id.")
        topics[topic] = _cleaned(title)
    return topics


def _check_date(text: str | None) -> None:
    from tui.banks.characters import one_line
    from tui.banks.dates import last_day
    from tui.fault import Fault

    if text and last_day(text) is None:
        raise Fault(f"--as-of {one_line(text)} is no date.", "Write 2025, 2025-11 or 2025-11-30.")


def _attribution(args: argparse.Namespace, article: Article) -> Attribution:
    """Who wrote the article, from the options, from itself, or asked for at a terminal."""
    from tui.banks.starting.new_bank import Attribution
    from tui.fault import Fault

    known = article.known
    open_ones = [
        option
        for option, given in (
            ("--author", args.author if args.author is not None else known.get("author")),
            ("--url", args.url if args.url is not None else known.get("url")),
            ("--redistribute", args.redistribute),
        )
        if given is None
    ]
    may_ask = sys.stdin.isatty() and sys.stdout.isatty()
    if open_ones and not may_ask:
        raise Fault(
            "It is not said who wrote the article and whether its text may be handed on.",
            f'Add {", ".join(open_ones)}; an empty text ("") says that there is none.',
        )
    if args.url:
        _check_url(args.url)
    ask = _asked if open_ones else _as_it_is
    title = args.title if args.title is not None else ask("Title", known.get("title", ""))
    author = args.author if args.author is not None else ask("Author", known.get("author", ""))
    url = args.url if args.url is not None else ask("URL", known.get("url", ""), _about_url)
    handed_on = "May its text be handed on with the bank? (yes, no)"
    may = args.redistribute or ask(handed_on, "no", _about_yes)
    title = _cleaned(title) or _cleaned(known.get("title", "")) or args.name
    return Attribution(title, _cleaned(author), _cleaned(url), may.lower() in {"y", "yes"})


def _as_it_is(_: str, default: str, __: Complaint | None = None) -> str:
    return default


def _about_url(text: str) -> str:
    """What is wrong with `text` as an address; '' if nothing is."""
    is_one = re.fullmatch(r"https?://[^\s/]+\.[^\s]+", text, re.IGNORECASE) is not None
    return "" if is_one else "An address begins with https:// or http://."


def _check_url(text: str) -> None:
    from tui.banks.characters import one_line
    from tui.fault import Fault

    if complaint := _about_url(text):
        raise Fault(f"--url {one_line(text)} is no address.", complaint)


def _about_yes(text: str) -> str:
    return "" if text.lower() in {"y", "yes", "n", "no"} else "Type yes or no."


def _asked(what: str, default: str, complaint: Complaint | None = None) -> str:
    """What is typed at a terminal, `default` if nothing is; a Fault at the end of input.

    complaint: says what is wrong with what was typed, if anything is; then it is asked again.
    """
    from tui.fault import Fault

    with suppress(ImportError):
        import readline  # noqa: F401 - lets a line be edited
    try:
        while True:
            typed = input(f"{what} [{default or 'Enter: none'}]: ").strip() or default
            said = complaint(typed) if complaint is not None and typed else ""
            if not said:
                return typed
            print(said)
    except EOFError:
        print()
        raise Fault("Nothing was made.", "Answer the questions, or give the options.") from None


def _cleaned(text: str) -> str:
    from tui.banks.characters import visible

    return " ".join(visible(text).split())


def _tell(article: Article, bank: Path, source: Path) -> None:
    from tui.banks.drafting.source import SourceSentences
    from tui.banks.proof import SourceText

    told = SourceSentences(SourceText(article.text)).told
    made_from = ", as plain text made from the Markdown" if article.was_markdown else ""
    print(f"{shown(str(bank))}  the bank, with no question yet")
    print(f"{shown(str(source))}  its source{made_from}: {counted(len(told), 'sentence')}")
    if article.left_out:
        left = counted(article.left_out, "character")
        print(f"Left out of the source: {left} that a terminal would act on.")
    print()
    print("Next:")
    print(f"  cssprep bank draft {shown(str(bank))}")
    print(f"  cssprep bank preview {shown(str(bank))}")
    print(f"  cssprep bank check {shown(str(bank))}")
