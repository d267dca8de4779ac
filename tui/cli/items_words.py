"""What an item analysis says of a question that needs a look, in sentences."""

from __future__ import annotations

import math
from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.cli.bank_paths import counted
from tui.study.items.analysis import Item
from tui.study.items.discrimination import Correlation
from tui.study.items.distractors import Option
from tui.study.items.suspects import Sort


def sentences(item: Item) -> Iterator[str]:
    """For each suspicion of `item` what is seen, by which figures, and what to do."""
    by_text = {option.text: option for option in item.options}
    for each in item.suspicions:
        option = by_text.get(each.option)
        match each.sort:
            case Sort.MISKEYED if option is not None:
                told = correlated(item.discrimination) if item.discrimination else "not known"
                yield (
                    f"Perhaps miskeyed: those who know more take a distractor. {_drawn(option)} "
                    f"The answer does not draw them (discrimination {told}). Check it against the "
                    "source; if both are right, word the distractor otherwise."
                )
            case Sort.DRAWS_STRONG if option is not None:
                yield (
                    f"A distractor draws those who know more. {_drawn(option)} It may be right as "
                    "well, or half right: word it so that it is wrong, and let its reason say why."
                )
            case Sort.NOBODY if option is not None:
                wrong = [other for other in item.options if not other.right]
                yield (
                    f"Nobody, or nearly so, takes “{one_line(option.text, 50)}”: {option.taken} of "
                    f"{option.of} learners (at most {math.ceil(100 * option.high)} %), of "
                    f"{counted(sum(other.taken for other in wrong), 'wrong pick')} among "
                    f"{counted(len(wrong), 'distractor')}. Put there what one who half knows would "
                    "take. If it was added lately, earlier learners never saw it."
                )
            case _:
                told = correlated(item.discrimination) if item.discrimination else "not known"
                yield (
                    "It works the wrong way round: those who do worse on the rest get it right "
                    f"more often (discrimination {told}). Check the answer, and read the prompt as "
                    "one who knows the subject well: what may mislead there?"
                )


def _drawn(option: Option) -> str:
    shares = ""
    if option.strong is not None and option.weak is not None:
        shares = f"{percent(option.strong)} of the strong, {percent(option.weak)} of the weak; "
    told = correlated(option.draws) if option.draws else ""
    return f"They take “{one_line(option.text, 50)}” ({shares}correlation {told})."


def correlated(found: Correlation) -> str:
    """A correlation and its interval."""
    return f"{signed(found.value)}, {signed(found.low)} to {signed(found.high)}"


def signed(value: float) -> str:
    """A correlation in four columns: +.35, −.07; ±1 in two."""
    shown = f"{abs(value):.2f}"
    sign = "−" if value < 0 else "+"
    return f"{sign}1  " if shown.startswith("1") else f"{sign}{shown[1:]}"


def percent(share: float) -> str:
    """A share from 0 to 1 in whole percent; "<1 %" and ">99 %" where that would say 0 or 100."""
    whole = round(100 * share)
    if whole == 0 and share > 0:
        return "<1 %"
    if whole == 100 and share < 1:
        return ">99 %"
    return f"{whole} %"
