"""The command palette's own commands: the keys that work now, by their words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.binding import ActiveBinding
from textual.command import DiscoveryHit, Hit, Hits, Provider


class KeyCommands(Provider):
    """Each live binding that has a name, to be found by what it does."""

    def found(self) -> Iterator[ActiveBinding]:
        """The bindings that work on the screen below the palette, each once."""
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            name = active.binding.id
            if name and active.binding.description and active.enabled and name not in seen:
                seen.add(name)
                yield active

    async def run(self, active: ActiveBinding) -> None:
        """Does what the binding does."""
        await self.app.run_action(active.binding.action, active.node)

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for active in self.found():
            words = active.binding.description
            yield DiscoveryHit(
                words[0].upper() + words[1:],
                partial(self.run, active),
                help=active.binding.tooltip or None,
            )

    async def search(self, query: str) -> Hits:
        """Those whose words match."""
        matcher = self.matcher(query)
        for active in self.found():
            words = active.binding.description
            score = matcher.match(f"{words} {active.binding.tooltip}")
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(words[0].upper() + words[1:]),
                    partial(self.run, active),
                    help=active.binding.tooltip or None,
                )
