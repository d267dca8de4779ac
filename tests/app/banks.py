"""Banks that only the app's tests need."""

from __future__ import annotations

from pathlib import Path

VALLEY_TEXT = """\
Ahmad Shah Massoud held the valley against nine Soviet offensives. He had trained as an engineer,
read poetry at night, and kept a library of three thousand books in a house above the river, of
which his guests said that it was the only quiet place between the two wars. After his death, his
son, Ahmad Massoud, leads the resistance there. Those who mourned the father came from all parts
of the country, and some walked for three days over the passes, because the roads were closed and
no helicopter would fly in the dust of that dry autumn. They carried tea, bread and the green flag
of the old days, and when they met others on the way, nobody asked which language was spoken at
home. An old teacher wrote down their names in a school book, which is kept in the valley still.

Another paragraph, which says nothing of this.
"""

VALLEY = """\
format: 1
bank: valley
title: The valley
language: en
licence: CC0-1.0
sources:
  valley:
    title: The valley and its people
    author: A. Traveller
    file: sources/valley.txt
    redistribute: true
topics:
  valley.people:
    title: People of the valley
    papers: [current-affairs]
questions:
  - id: leader
    kind: short
    topic: valley.people
    prompt: Who leads the resistance in the valley today?
    answer: Ahmad Massoud
    mistakes:
      Ahmad Shah Massoud: That is his father, killed in 2001.
    disputed:
      Nobody: By 2024 the valley was held by the other side.
    quote: his son, Ahmad Massoud, leads the resistance there
    note: Named successor in 2019.
    explain: The son took over the name and the cause.
    hint: A son.
"""

HOSTILE = """\
format: 1
bank: hostile
title: "[red]Hostile[/]"
language: en
licence: CC0-1.0
sources:
  text:
    title: "[bold]A title[/] [@click=app.quit]x[/]"
    file: sources/hostile.txt
    redistribute: true
topics:
  hostile.topic:
    title: "[@click=app.quit]Topic[/]"
    papers: [current-affairs]
questions:
  - id: markup
    kind: choice
    topic: hostile.topic
    prompt: "Is [bold]this[/] bold, or [@click=app.quit]a link[/]?"
    answer: "[bold]x[/]"
    mistakes:
      "[@click=app.quit]x[/]": "[red]No[/] [link=x]y[/link]"
      "$text": "[/]"
    quote: "[bold]x[/] is text"
    note: "[blink]Note[/] [@click=app.bell]z[/]"
    hint: "[bold]hint[/]"
  - id: typed
    kind: short
    topic: hostile.topic
    prompt: "[b]Type[/b] it"
    answer: "[i]it[/i]"
    quote: "[bold]x[/] is text"
"""

HOSTILE_TEXT = "Here [bold]x[/] is text, as [@click=app.quit]that[/] is, and [red]this.\n"


def add_bank(banks: Path, name: str, bank: str, source: str) -> None:
    """Writes a bank and its source into a study folder's banks, and takes all others out."""
    for other in banks.glob("*.yaml"):
        other.unlink()
    (banks / f"{name}.yaml").write_text(bank, encoding="utf-8")
    (banks / "sources" / f"{name}.txt").write_text(source, encoding="utf-8")
