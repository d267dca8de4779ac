"""The texts of sound banks: the shipped ones, those of the documentation and of the tests."""

from __future__ import annotations

import re
from pathlib import Path

from tests.banks.sample import BANK

ROOT = Path(__file__).parents[1]
FORMAT = (ROOT / "docs" / "bank-format.md").read_text(encoding="utf-8")
WHOLE, *EXAMPLES = re.findall(r"```yaml\n(.*?)```", FORMAT, re.DOTALL)

SOUND = {
    "the docs": WHOLE + "\n".join(each for each in EXAMPLES if each.startswith("  - id:")),
    "the sample of the tests": BANK,
    **{
        path.name: path.read_text(encoding="utf-8")
        for folder in (ROOT / "question_banks", ROOT / "tests" / "samples" / "question_banks")
        for path in sorted(folder.glob("*.yaml"))
    },
}
"""By name."""
