"""Turns failures into something that the learner is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from textual.message_pump import MessagePump

from tui.app.going import Failed
from tui.fault import Fault


@contextmanager
def telling(node: MessagePump) -> Iterator[None]:
    """Posts a Fault that is raised inside as a message of `node`."""
    try:
        yield
    except Fault as fault:
        node.post_message(Failed(fault))


@contextmanager
def telling_all(node: MessagePump, what: str) -> Iterator[None]:
    """For the body of a worker: nobody else would see what it raises.

    what: what could not be done, such as "The last weeks could not be read".
    """
    try:
        yield
    except Fault as fault:
        node.post_message(Failed(fault))
    except Exception as error:
        words = f"{what} ({type(error).__name__}: {error})."
        node.post_message(Failed(Fault(words, "Go on; nothing was lost.")))
