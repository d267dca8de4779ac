from __future__ import annotations

import gc

import pytest

from tui.collector import collector_paused


@pytest.mark.parametrize("was", [True, False])
def test_it_is_as_before_afterwards(was: bool) -> None:
    try:
        if not was:
            gc.disable()
        with pytest.raises(LookupError), collector_paused():
            assert not gc.isenabled()
            raise LookupError
        assert gc.isenabled() is was
    finally:
        gc.enable()
