"""What every bank keeps to beyond the types of its fields: one rule a file."""

from __future__ import annotations

from tui.banks.rule import Rule
from tui.banks.rules.all_of_these import AllOfThese
from tui.banks.rules.answer_in_prompt import AnswerInPrompt
from tui.banks.rules.answer_told_elsewhere import AnswerToldElsewhere
from tui.banks.rules.blank_text import BlankText
from tui.banks.rules.count_off import CountOff
from tui.banks.rules.cut_by_comment import CutByComment
from tui.banks.rules.duplicate_bank import DuplicateBank
from tui.banks.rules.duplicate_id import DuplicateId
from tui.banks.rules.expired import Expired
from tui.banks.rules.figure_not_quoted import FigureNotQuoted
from tui.banks.rules.guessable import Guessable
from tui.banks.rules.infinite_number import InfiniteNumber
from tui.banks.rules.invalid_date import InvalidDate
from tui.banks.rules.invalid_id import InvalidId
from tui.banks.rules.long_quote import LongQuote
from tui.banks.rules.mistake_right_elsewhere import MistakeRightElsewhere
from tui.banks.rules.not_silenceable import NotSilenceable
from tui.banks.rules.quote_not_found import QuoteNotFound
from tui.banks.rules.quote_off_answer import QuoteOffAnswer
from tui.banks.rules.retired_id import RetiredId
from tui.banks.rules.same_question import SameQuestion
from tui.banks.rules.single_brace import SingleBrace
from tui.banks.rules.source_absent import SourceAbsent
from tui.banks.rules.source_changed import SourceChanged
from tui.banks.rules.source_missing import SourceMissing
from tui.banks.rules.source_outside import SourceOutside
from tui.banks.rules.source_unreadable import SourceUnreadable
from tui.banks.rules.unattributed_opinion import UnattributedOpinion
from tui.banks.rules.undated import Undated
from tui.banks.rules.unknown_code import UnknownCode
from tui.banks.rules.unknown_question import UnknownQuestion
from tui.banks.rules.unknown_source import UnknownSource
from tui.banks.rules.unknown_topic import UnknownTopic
from tui.banks.rules.unnamed_source import UnnamedSource
from tui.banks.rules.unused_silence import UnusedSilence
from tui.banks.rules.unused_source import UnusedSource
from tui.banks.rules.unused_topic import UnusedTopic
from tui.banks.rules.was_live import WasLive
from tui.banks.rules.was_twice import WasTwice

RULES: tuple[type[Rule], ...] = (
    AllOfThese,
    AnswerInPrompt,
    AnswerToldElsewhere,
    BlankText,
    CountOff,
    CutByComment,
    DuplicateBank,
    DuplicateId,
    Expired,
    FigureNotQuoted,
    Guessable,
    InfiniteNumber,
    InvalidDate,
    InvalidId,
    LongQuote,
    MistakeRightElsewhere,
    NotSilenceable,
    QuoteNotFound,
    QuoteOffAnswer,
    RetiredId,
    SameQuestion,
    SingleBrace,
    SourceAbsent,
    SourceChanged,
    SourceMissing,
    SourceOutside,
    SourceUnreadable,
    UnattributedOpinion,
    Undated,
    UnknownCode,
    UnknownQuestion,
    UnknownSource,
    UnknownTopic,
    UnnamedSource,
    UnusedSilence,
    UnusedSource,
    UnusedTopic,
    WasLive,
    WasTwice,
)
