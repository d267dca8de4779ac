"""An editor's side of the language server protocol, as far as the tests need it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import Any, Self

SECONDS = 60
"""How long a message is waited for before the server counts as stuck."""

# Nothing is fetched from the network: the catalogue of public schemas is off.
SETTINGS: dict[str, dict[str, Any]] = {
    "yaml": {
        "validate": True,
        "completion": True,
        "hover": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    }
}

Message = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What the server says of a document; line and column from 1, as in `bank check`."""

    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the server offers to write."""

    label: str
    text: str
    words: str


class LanguageServer:
    """A yaml-language-server that runs until the block ends.

    It knows a file as it was when it was first asked about: its messages don't say which state of a
    file they are about.
    """

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._messages: Queue[Message | None] = Queue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        self._number = 0
        self._published: dict[str, list[Message]] = {}
        self._open: set[str] = set()
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder.as_uri(),
                "workspaceFolders": [{"uri": folder.as_uri(), "name": "banks"}],
                "capabilities": {
                    "workspace": {"configuration": True},
                    "textDocument": {
                        "completion": {
                            "completionItem": {
                                "snippetSupport": True,
                                "documentationFormat": ["markdown", "plaintext"],
                            }
                        },
                        "publishDiagnostics": {},
                    },
                },
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self._ask("shutdown", None)
            self._tell("exit", None)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(SECONDS)
        self._reader.join(SECONDS)
        self._process.stdout.close()

    def diagnostics(self, path: Path) -> list[Diagnostic]:
        """What the server says of the file at `path`, in the order of the file."""
        uri = self._show(path)
        while uri not in self._published:
            self._take()
        found = (
            Diagnostic(
                each["range"]["start"]["line"] + 1,
                each["range"]["start"]["character"] + 1,
                each["message"],
            )
            for each in self._published[uri]
        )
        return sorted(found, key=lambda each: (each.line, each.column))

    def completions(self, path: Path, line: int, column: int) -> list[Proposal]:
        """What the server offers at a place of the file at `path`, from 1."""
        uri = self._show(path)
        answer = self._ask("textDocument/completion", _at(uri, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return [
            Proposal(
                each["label"],
                each.get("textEdit", {}).get("newText", each.get("insertText", "")),
                _words(each.get("documentation", "")),
            )
            for each in items
        ]

    def hover(self, path: Path, line: int, column: int) -> str:
        """What the server says of the word at a place of the file at `path`, from 1."""
        uri = self._show(path)
        answer = self._ask("textDocument/hover", _at(uri, line, column))
        return _words(answer["contents"]) if answer else ""

    def _show(self, path: Path) -> str:
        """Opens the file at `path`, unless it is open; returns its address."""
        uri = path.as_uri()
        if uri not in self._open:
            self._open.add(uri)
            text = path.read_text(encoding="utf-8")
            document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
            self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def _ask(self, method: str, params: Any) -> Any:
        """The server's answer to a request."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                return message["result"]

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _take(self) -> Message:
        """The next message, which is noted or answered if it is not the answer to a request."""
        message = self._messages.get(timeout=SECONDS)
        if message is None:
            raise RuntimeError(f"The language server has ended: {self._process.poll()}.")
        params = message.get("params") or {}
        if message.get("method") == "textDocument/publishDiagnostics":
            self._published[params["uri"]] = params["diagnostics"]
        elif "id" in message and "method" in message:
            result = None
            if message["method"] == "workspace/configuration":
                result = [SETTINGS.get(item.get("section", "")) for item in params["items"]]
            self._send({"id": message["id"], "result": result})
        return message

    def _send(self, message: Message) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> None:
        """Puts what the server sends on the queue, and None at its end."""
        stream = self._process.stdout
        assert stream is not None
        while True:
            length = 0
            while (line := stream.readline().strip()) != b"":
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            body = stream.read(length) if length else b""
            if not body:
                self._messages.put(None)
                return
            self._messages.put(json.loads(body))


def _at(uri: str, line: int, column: int) -> Message:
    return {
        "textDocument": {"uri": uri},
        "position": {"line": line - 1, "character": column - 1},
    }


def _words(markup: str | Message) -> str:
    return markup if isinstance(markup, str) else str(markup["value"])
