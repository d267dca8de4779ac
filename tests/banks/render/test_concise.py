from __future__ import annotations

from tests.banks.render.samples import EXPIRED, TOPIC
from tui.banks.render import render


def test_one_line_a_finding() -> None:
    assert render("concise", [TOPIC, EXPIRED], colour=True) == (
        "banks/nrf.yaml:12:12: error unknown-topic: The bank has no topic “nrf.leader”.\n"
        "banks/a,b:c.yaml:3:1: warning expired: 100 % [bold]sure[/].\n"
    )
