from __future__ import annotations

from tui.progress import settings
from tui.progress.database import Database


def test_a_setting_is_kept_changed_and_taken_back(db: Database) -> None:
    assert settings.get(db, "minutes") is None
    for value in ("20", "", "30", None, None):
        with db.transaction():
            settings.put(db, "minutes", value)
        assert settings.get(db, "minutes") == value
