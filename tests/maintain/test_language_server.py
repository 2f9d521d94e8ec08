"""VS Code's own language server for YAML completes fields and codes, and explains them.

Needs `npm install --global yaml-language-server`, or its path in YAML_LANGUAGE_SERVER.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import catalogue_of_the_project
from data_today import word
from example_records import AGENCY, FACT_SHEET
from expected_datasets import names_of

from generator.maintain.schemas import schemas

SERVER = os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")

pytestmark = [
    pytest.mark.today,
    pytest.mark.skipif(
        SERVER is None,
        reason="no yaml-language-server: npm install --global yaml-language-server",
    ),
]


class Client:
    """Speaks the language server protocol over the server's own streams."""

    def __init__(self, folder: Path) -> None:
        assert SERVER is not None
        self.folder = folder
        self.process = subprocess.Popen(
            [SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.number = 0
        settings = json.loads((folder / ".vscode" / "settings.json").read_text("utf-8"))
        self.yaml: dict[str, Any] = {"completion": True, "hover": True, "validate": True}
        for name, value in settings.items():
            if name.startswith("yaml."):
                self.yaml[name.removeprefix("yaml.")] = value
        workspace = {"uri": folder.as_uri(), "name": "handbook"}
        self.ask(
            "initialize",
            processId=os.getpid(),
            rootUri=folder.as_uri(),
            workspaceFolders=[workspace],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {"completion": {}, "hover": {}},
            },
        )
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings={"yaml": self.yaml})

    def tell(self, method: str, **params: Any) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        self.number += 1
        self._send({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params})
        while True:
            message = self._receive()
            if "method" in message and "id" in message:
                self._answer(message)
            elif message.get("id") == self.number:
                assert "error" not in message, message
                return message["result"]

    def _answer(self, message: dict[str, Any]) -> None:
        result: Any = None
        if message["method"] == "workspace/configuration":
            sections = {"yaml": self.yaml}
            result = [sections.get(it.get("section"), {}) for it in message["params"]["items"]]
        self._send({"jsonrpc": "2.0", "id": message["id"], "result": result})

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        length = 0
        while (line := self.process.stdout.readline().strip()) != b"":
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message

    def open(self, path: str, text: str) -> str:
        uri = (self.folder / path).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def complete(self, path: str, text: str) -> dict[str, dict[str, Any]]:
        """What is offered where `|` stands in `text`, by its label."""
        before = text[: text.index("|")]
        at = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        uri = self.open(path, text.replace("|", "", 1))
        for _ in range(50):  # the server reads its settings while it answers the first questions
            found = self.ask("textDocument/completion", textDocument={"uri": uri}, position=at)
            items = found["items"] if isinstance(found, dict) else found or []
            if items:
                break
            time.sleep(0.1)
        return {item["label"]: item for item in items}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """In a folder as VS Code opens it: with the settings, and the schemas of the records."""
    folder = tmp_path_factory.mktemp("opened")
    for path, text in schemas(catalogue_of_the_project()).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    started = Client(folder)
    yield started
    started.process.kill()
    started.process.communicate()


def documentation(item: dict[str, Any]) -> str:
    value = item.get("documentation", "")
    return str(value["value"] if isinstance(value, dict) else value)


def test_fields_are_completed_and_explained(client: Client) -> None:
    offered = client.complete("data/agencies/a1.yml", "id: a1\nscript: zh-Hant\n|")
    assert {"name", "kind", "locators", "summary", "parent"} <= set(offered)
    assert "script" not in offered
    assert "機構類別" in documentation(offered["kind"])


def test_a_file_that_is_of_another_kind_than_its_folder_has_its_own_fields(client: Client) -> None:
    offered = client.complete("data/vocabulary/synonyms.yml", "id: synonyms\n|")
    assert "groups" in offered
    assert "terms" not in offered
    assert "terms" in client.complete("data/vocabulary/colours.yml", "id: colours\n|")


@pytest.mark.parametrize(
    ("path", "text", "code", "label"),
    [
        (
            "data/agencies/a2.yml",
            "id: a2\nkind: |\n",
            "department",
            word("department", of="agency-kinds"),
        ),
        (
            "data/datasets/itc/d1.yml",
            "id: d1\nfrequency: |\n",
            "ANNUAL_2",
            word("ANNUAL_2", of="frequencies"),
        ),
        ("data/datasets/itc/d2.yml", "id: d2\nagency: |\n", AGENCY, next(names_of(AGENCY))),
        (
            "data/figures/f1.yml",
            "id: f1\nfigures:\n  - id: f1-x\n    unit: |\n",
            "HKD",
            word("HKD", of="units", n=""),
        ),
        (
            "data/events/e1.yml",
            "id: e1\nevents:\n  - id: e1-x\n    document: |\n",
            FACT_SHEET,
            "",
        ),
    ],
)
def test_codes_and_references_are_completed_with_their_labels(
    client: Client, path: str, text: str, code: str, label: str
) -> None:
    offered = client.complete(path, text)
    assert code in offered, sorted(offered)
    assert label in documentation(offered[code])


def test_a_field_is_explained_where_the_pointer_rests(client: Client) -> None:
    uri = client.open("data/programmes/p1.yml", "id: p1\nlaunched: 2024\n")
    found = client.ask(
        "textDocument/hover", textDocument={"uri": uri}, position={"line": 1, "character": 2}
    )
    assert "推出日期" in json.dumps(found, ensure_ascii=False)
