"""The learner's own keys: `keys.toml` in the user's config folder, one line a binding.

    "study.home" = "ctrl+w"
    "verdict.right" = "x"

The names are those that the help screen shows. A file with a fault changes nothing.
"""

from __future__ import annotations

import os
from pathlib import Path

from tui.fault import Fault

FILE = "keys.toml"
CONFIG_VARIABLE = "CSSPREP_CONFIG"


def config_folder() -> Path:
    """The folder of the user's settings: $CSSPREP_CONFIG, else where the system keeps them."""
    if given := os.environ.get(CONFIG_VARIABLE):
        return Path(given).expanduser()
    from platformdirs import user_config_path

    return user_config_path("cssprep", appauthor=False)


def read_keymap(file: Path) -> dict[str, str]:
    """The keys that `file` gives to bindings, {} if there is no such file.

    Raises a Fault that says what is wrong with the file where it can't be used.
    """
    try:
        content = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise Fault(f"The keys in {file} can't be read: {error}.", USE_DEFAULTS) from error
    import tomllib

    try:
        found = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise Fault(f"{file} is no TOML: {error}.", USE_DEFAULTS) from error
    keymap = dict(flattened(found))
    for name, keys in keymap.items():
        if not isinstance(keys, str) or not keys.strip():
            raise Fault(f'{file} gives no key to "{name}".', f'Write "{name}" = "ctrl+x".')
    return {name: keys for name, keys in keymap.items() if isinstance(keys, str)}


USE_DEFAULTS = "The keys are as they come; the help screen shows their names."


def flattened(table: dict[str, object], prefix: str = "") -> list[tuple[str, object]]:
    """Names and values, so that [verdict] with right = "x" is "verdict.right" = "x"."""
    pairs: list[tuple[str, object]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            pairs += flattened(value, f"{prefix}{name}.")
        else:
            pairs.append((prefix + name, value))
    return pairs
