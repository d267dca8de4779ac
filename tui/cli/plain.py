"""`cssprep study --plain`: the same session, line by line.

Nothing but text goes out, one thing a line, so that a screen reader reads it in order and a pipe
can drive it. Words that begin with a colon are commands; everything else is an answer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime

from tui.cli.opened import tell_new
from tui.cli.plain_words import outcome_lines, reading_lines, summary_lines
from tui.clock import Clock, SystemClock
from tui.fault import Fault
from tui.kinds.question import Answer
from tui.progress.copies.backups import back_up_daily, second_folder
from tui.study.desk import open_desk
from tui.study.folder import find_folder
from tui.study.ids import random_id
from tui.study.minutes import planned_minutes
from tui.study.opening import open_session
from tui.study.queued import Stage
from tui.study.session import Session
from tui.study.states import Asked, Finished, Reading, Shown
from tui.study.wish import Wish

HELP = (
    "Answer, or: :skip, :hint, :flag, :undo, :help, :quit. "
    "After a verdict: Enter goes on, :right, :remember (right, and this wording from now on), "
    ":guessed, :easy, :flag, :undo, :count (an answer for practice), :park (what keeps slipping), "
    ":quit."
)
HELD = "Your answer is held: Enter tries it again."
SURE = "Nothing typed: Enter again to leave it empty, or answer."

LONGEST_THOUGHT = 600.0
"""Seconds that count for one question at most: who takes longer has left the desk."""


class _EndOfInput(Exception):
    """Standard input has ended: the session stays where it is."""


def study_plainly(folder: str | None, minutes: int | None, wish: Wish) -> int:
    """Runs a session on standard input and output; 0 when it ends or the input does."""
    clock: Clock = SystemClock()
    with open_desk(find_folder(folder), clock, random_id) as desk:
        tell_new(desk.progress)
        session = open_session(desk, minutes or planned_minutes(desk), wish)
        talk = _Talk(session, clock, sys.stdin.readline, print, sys.stdin.isatty())
        try:
            talk.run()
        except _EndOfInput:
            print("Stopped. The session goes on where you left it.")
        try:
            back_up_daily(desk.folder.progress, clock, second_folder())
        except Fault as fault:
            # The session itself went well.
            print(fault, file=sys.stderr)
    return 0


class _Talk:
    """One session, spoken.

    is_heard: somebody hears what could not be done, and answers to that. Where a script's answers
    come in, the next one would be taken for an answer to this question: the Fault ends it all.
    """

    def __init__(
        self,
        session: Session,
        clock: Clock,
        read: Callable[[], str],
        write: Callable[[str], None],
        is_heard: bool,
    ) -> None:
        self._session = session
        self._clock = clock
        self._read_line = read
        self._write = write
        self._is_heard = is_heard
        self._is_sure = False
        self._held: tuple[str, Answer] | None = None

    def run(self) -> None:
        """Asks until the session is finished or left; says first what can be typed."""
        if not isinstance(self._session.state, Finished):
            self._write(HELP)
        while not isinstance(state := self._session.state, Finished):
            try:
                if isinstance(state, Asked):
                    self._ask(state)
                elif isinstance(state, Reading):
                    self._let_read(state)
                else:
                    self._show(state)
            except Fault as fault:
                # What stands now is said again.
                self._tell(fault)
        self._finish(state)

    def _tell(self, fault: Fault) -> None:
        if not self._is_heard:
            raise fault
        self._write(str(fault))

    def _read(self) -> str:
        sys.stdout.flush()
        line = self._read_line()
        if not line:
            raise _EndOfInput
        return "".join(c for c in line.strip() if c.isprintable())

    def _ask(self, asked: Asked) -> None:
        marks = [
            mark
            for mark, on in (
                ("new", asked.is_new),
                ("once more", asked.again),
                ("answer changed", asked.answer_changed),
                ("flagged", asked.flagged),
                ("for practice", asked.practice),
                ("in full: this answer counts", asked.stage is Stage.FULL),
            )
            if on
        ]
        head = f"Question {asked.place} of {asked.of}. {asked.topic}."
        self._write(f"{head} {', '.join(marks).capitalize()}." if marks else head)
        self._write(_printable(asked.question.prompt))
        for line in asked.question.plain_lines(asked.turn):
            self._write(_printable(line))
        started = self._clock.now()
        self._is_sure = False
        if self._held is not None and self._held[0] != asked.ref:
            self._held = None
        while self._session.state is asked:
            self._take_answer(asked, started)

    def _take_answer(self, asked: Asked, started: datetime) -> None:
        lines: list[str] = []
        while len(lines) < asked.question.plain_answers:
            line = self._read()
            if line.startswith(":"):
                self._command_while_asking(line[1:], asked)
                return
            if not line and asked.question.plain_answers > 1:
                break
            lines.append(line)
        answer: Answer = ()
        if any(lines):
            self._is_sure = False
            try:
                answer = asked.question.from_plain(tuple(lines), asked.turn)
            except ValueError as error:
                self._write(str(error))
                return
        elif self._held is not None:
            answer = self._held[1]
        elif not self._is_sure:
            # An Enter too many, after a verdict, is no answer.
            self._is_sure = True
            self._write(SURE)
            return
        seconds = (self._clock.now() - started).total_seconds()
        try:
            self._session.answer(answer, max(0.0, min(seconds, LONGEST_THOUGHT)))
        except Fault as fault:
            self._tell(fault)
            if self._session.state is asked:
                self._held = asked.ref, answer
                self._write(HELD)
        else:
            self._held = None

    def _command_while_asking(self, command: str, asked: Asked) -> None:
        self._is_sure = False
        match command:
            case "skip":
                self._session.skip()
            case "hint":
                self._write(_printable(asked.question.hint) or "There is no hint.")
            case "flag":
                self._flag()
            case "undo":
                self._undo()
            case "quit":
                raise _EndOfInput
            case _:
                self._write(HELP)

    def _let_read(self, reading: Reading) -> None:
        for line in reading_lines(reading):
            self._write(_printable(line))
        while self._session.state is reading:
            match self._read().removeprefix(":"):
                case "":
                    self._session.go_on()
                case "skip":
                    self._session.skip()
                case "park":
                    self._session.park()
                    self._write("Parked.")
                case "flag":
                    self._flag()
                    return
                case "undo":
                    self._undo()
                case "quit":
                    raise _EndOfInput
                case _:
                    self._write(HELP)

    def _show(self, shown: Shown) -> None:
        for line in outcome_lines(shown):
            self._write(_printable(line))
        while self._session.state is shown:
            command = self._read().removeprefix(":")
            match command:
                case "":
                    self._session.go_on()
                case "right" | "r" | "remember" | "guessed" | "easy" | "count":
                    self._say(command, shown)
                case "park" if shown.asked.leech.is_leech or shown.asked.parked:
                    self._park()
                    return
                case "flag":
                    self._flag()
                    return
                case "undo":
                    self._undo()
                case "quit":
                    raise _EndOfInput
                case _:
                    self._write(HELP)

    def _say(self, command: str, shown: Shown) -> None:
        match command:
            case "guessed":
                self._session.guessed()
            case "easy":
                self._session.too_easy()
            case "count" if shown.asked.practice and shown.asked.stage is None:
                self._session.count()
            case "count":
                self._write("This answer counts already, or can't.")
            case _:
                self._session.was_right(remember=command == "remember")

    def _park(self) -> None:
        state = self._session.park()
        parked = isinstance(state, Shown) and state.asked.parked
        self._write("Parked." if parked else "It is asked again.")

    def _flag(self) -> None:
        state = self._session.flag()
        if not isinstance(state, Finished):
            asked = state if isinstance(state, Asked) else state.asked
            self._write("Flagged." if asked.flagged else "The flag is off.")

    def _undo(self) -> None:
        if self._session.undo() is None:
            self._write("There is nothing left to take back in this session.")
        else:
            self._write("Taken back.")

    def _finish(self, finished: Finished) -> None:
        for line in summary_lines(finished.summary):
            self._write(_printable(line))
        try:
            self._session.end()
        except Fault as fault:
            self._tell(fault)


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
