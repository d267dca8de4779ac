from __future__ import annotations

import json

from tests.banks.render.samples import EXPIRED, TOPIC
from tui.banks.render import render


def test_a_list_of_these_fields_and_no_others() -> None:
    assert json.loads(render("json", [TOPIC, EXPIRED])) == [
        {
            "path": "banks/nrf.yaml",
            "line": 12,
            "column": 12,
            "severity": "error",
            "code": "unknown-topic",
            "message": "The bank has no topic “nrf.leader”.",
            "help": "Did you mean nrf.leaders?",
        },
        {
            "path": "banks/a,b:c.yaml",
            "line": 3,
            "column": 1,
            "severity": "warning",
            "code": "expired",
            "message": "100 % [bold]sure[/].",
            "help": "",
        },
    ]


def test_nothing_found_is_an_empty_list() -> None:
    assert render("json", []) == "[]\n"
