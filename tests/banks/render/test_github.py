from __future__ import annotations

from dataclasses import replace

from tests.banks.render.samples import EXPIRED, NOTE, TOPIC
from tui.banks.render import render


def test_each_finding_is_a_workflow_command() -> None:
    assert render("github", [TOPIC, EXPIRED, NOTE]) == (
        "::error file=banks/nrf.yaml,line=12,col=12,title=unknown-topic::"
        "The bank has no topic “nrf.leader”. Did you mean nrf.leaders?\n"
        "::warning file=banks/a%2Cb%3Ac.yaml,line=3,col=1,title=expired::"
        "100 %25 [bold]sure[/].\n"
        "::notice file=x.yaml,line=1,col=1,title=source-absent::Not here. No harm.\n"
    )


def test_a_line_break_can_not_begin_another_command() -> None:
    (line,) = render("github", [replace(NOTE, message="a\n::error::b\r")]).splitlines()
    assert line.endswith("::a%0A::error::b%0D No harm.")
