"""The texts that the program says, read from its source: what `say` is given, and what is not.

`PYTHONPATH=.:tests python -m message_templates` lists what the catalogue of texts lacks, and the
plain strings that a maintainer would see in English whatever the language.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from generator.messages.language import chinese_texts

ROOT = Path(__file__).resolve().parents[1]
GENERATOR = ROOT / "generator"
SPEAKERS = {"Problem", "refuse", "Fault", "SourceError", "NotASite", "_problem", "_damaged", "tell"}
"""What takes a text that a maintainer reads."""
TEXTS = ("message", "tip", "AGAIN")
"""Names that hold such a text before it is handed on."""

JOINS_ITSELF = {"message.py", "report_words.py", "scaffold.py"}
"""Modules that join names in no language, in both at once, or into lines that wrap at spaces."""


def templates() -> dict[str, str]:
    """Template → where it stands."""
    found: dict[str, str] = {}
    for path in sorted(GENERATOR.rglob("*.py")):
        source = path.read_text("utf-8")
        if "from generator.messages.message import" not in source and path.name != "message.py":
            continue
        for node in ast.walk(ast.parse(source)):
            for text in _templates_of(node):
                found.setdefault(text, f"{path.relative_to(ROOT).as_posix()}:{node.lineno}")
    return found


def plain() -> Iterator[str]:
    """`path:line: text` of every text that goes to a maintainer without `say`."""
    for path in sorted(GENERATOR.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for text in _plain_of(node):
                where = f"{path.relative_to(ROOT).as_posix()}:{text.lineno}"
                yield f"{where}: {ast.unparse(text)}"


def joined() -> Iterator[str]:
    """`path:line` of every `", ".join(…)`: in Chinese another mark stands between names."""
    for path in sorted(GENERATOR.rglob("*.py")):
        source = path.read_text("utf-8")
        if "from generator.messages.message import" not in source or path.name in JOINS_ITSELF:
            continue
        for node in ast.walk(ast.parse(source)):
            match node:
                case ast.Attribute(value=ast.Constant(value=", "), attr="join"):
                    yield f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"


def places(template: str) -> set[str]:
    """The names of the values that a template takes."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def untranslated() -> list[str]:
    """Templates that the catalogue lacks, with where they stand."""
    known = chinese_texts()
    return [f"{where}: {text!r}" for text, where in templates().items() if text not in known]


def _templates_of(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Name(id="say"), args=[ast.Constant(value=str(text)), *_]):
            yield text
        case ast.Assign(targets=[ast.Name(id="template")], value=ast.Constant(value=str(text))):
            yield text


def _plain_of(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in SPEAKERS:
            for argument in node.args:
                yield from _strings(argument)
        case ast.Assign(targets=[ast.Name(id=name)]) if name in TEXTS:
            yield from _strings(node.value)


def _strings(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Constant(value=str()) | ast.JoinedStr():
            yield node
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str()), attr="join")):
            # What is joined forgets in which words it was said; `join_messages` does not.
            yield node
        case ast.IfExp():
            yield from _strings(node.body)
            yield from _strings(node.orelse)
        case ast.BinOp():
            yield from _strings(node.left)
            yield from _strings(node.right)


if __name__ == "__main__":
    print("not in generator/messages/messages.yml:", *untranslated(), sep="\n  ")
    print("plain strings:", *plain(), sep="\n  ")
