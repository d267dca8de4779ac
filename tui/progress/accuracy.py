"""How answers came out, counted by question, without reading them one by one."""

from __future__ import annotations

from datetime import date

from tui.progress.database import Database

# The last thing said of a review stands, unless it was taken back; SQLite gives the other columns
# of the row that has the greatest `said`.
_RECALLED = """
    WITH
    undone (id) AS MATERIALIZED (
        SELECT target FROM log WHERE event = 'undo' AND target IS NOT NULL
    ),
    amended (target, grade, said) AS MATERIALIZED (
        SELECT target, grade, max(at || id) FROM log
        WHERE event = 'amend' AND how <> 'count' AND id NOT IN undone GROUP BY target
    ),
    counted (target) AS MATERIALIZED (
        SELECT target FROM log WHERE event = 'amend' AND how = 'count' AND id NOT IN undone
    )
    SELECT question, key, sum(coalesce(amended.grade, log.grade) > 1), count(*)
    FROM log LEFT JOIN amended ON amended.target = log.id
    WHERE log.event = 'answer' AND day BETWEEN ? AND ? AND log.id NOT IN undone
        AND (practice = 0 OR log.id IN counted)
    GROUP BY question, key
"""


def recalled_between(
    db: Database, first: date, last: date
) -> dict[tuple[str, str], tuple[int, int]]:
    """How many answers on these days were recalled, and of how many.

    By the name of a question and the hash of the answer key they were graded by. Recalled is any
    grade but `AGAIN`, as amended since: all right, or four fifths of the parts. Answers taken back
    and practice are left out.
    """
    rows = db.rows(_RECALLED, (first.isoformat(), last.isoformat()))
    return {(question, key): (recalled, answers) for question, key, recalled, answers in rows}


def last_answered(db: Database, count: int) -> tuple[set[str], str]:
    """The names of the questions of the last `count` answers, and the moment of the first of them.

    Practice and answers taken back are left out. The moment is text as
    `tui.progress.history` has it, "" if there is none.
    """
    rows = db.rows(
        """
        SELECT question, at FROM log WHERE event = 'answer' AND practice = 0 AND NOT EXISTS (
            SELECT 1 FROM log AS undo WHERE undo.target = log.id AND undo.event = 'undo')
        ORDER BY day DESC, at DESC LIMIT ?
        """,
        (count,),
    )
    return {question for question, _ in rows}, min((at for _, at in rows), default="")


def first_answers(db: Database, look_back: int) -> tuple[int, int]:
    """How many first answers to a question were recalled, and of how many, among the last answers.

    Of so many answers, the last ones; those taken back are left out, and so is a question that was
    met in practice first. Recalled is any grade but `AGAIN`, as amended since.
    """
    stands = """
        NOT EXISTS (SELECT 1 FROM log AS undo WHERE undo.target = {}.id AND undo.event = 'undo')
    """
    row = db.row(
        f"""
        WITH lately AS MATERIALIZED (
            SELECT id, question, at, grade, practice FROM log
            WHERE event = 'answer' AND {stands.format("log")}
            ORDER BY day DESC, at DESC LIMIT ?
        )
        SELECT sum(coalesce((
            SELECT said.grade FROM log AS said
            WHERE said.target = lately.id AND said.event = 'amend' AND said.how <> 'count'
                AND {stands.format("said")}
            ORDER BY said.at DESC, said.id DESC LIMIT 1
        ), grade) > 1), count(*)
        FROM lately
        WHERE practice = 0 AND NOT EXISTS (
            SELECT 1 FROM log AS before
            WHERE before.event = 'answer' AND before.question = lately.question
                AND (before.at, before.id) < (lately.at, lately.id) AND {stands.format("before")}
        )
        """,
        (look_back,),
    )
    return (row[0] or 0, row[1]) if row else (0, 0)
