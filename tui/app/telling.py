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
def telling_all(node: MessagePump, what: str, *, in_the_way: bool = True) -> Iterator[None]:
    """For the body of a worker: nobody else would see what it raises.

    what: what could not be done, such as "The last weeks could not be read". in_the_way: over the
    screen, to be closed; otherwise in its corner, for a while.
    """
    try:
        yield
    except Fault as fault:
        node.post_message(Failed(fault, in_the_way=in_the_way))
    except Exception as error:
        words = f"{what} ({type(error).__name__}: {error})."
        unexpected = Fault(words, "Go on; nothing was lost.")
        node.post_message(Failed(unexpected, in_the_way=in_the_way))
