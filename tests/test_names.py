"""Names say what they hold: a stranger understands a line without the lines above it."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "generator").rglob("*.py"))
EMPTY = {"it", "found", "them", "those"}
"""Words that stand for anything. In a comprehension or a lambda of one line they may."""
SHORT = (ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp, ast.Lambda)


def bound_names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every empty word that a name is bound to, and its line; short expressions are left out."""
    stack: list[ast.AST] = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, SHORT) and node.lineno == node.end_lineno:
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            if node.id in EMPTY:
                yield node.id, node.lineno
        elif isinstance(node, ast.arg) and node.arg in EMPTY:
            yield node.arg, node.lineno
        stack.extend(ast.iter_child_nodes(node))


def test_a_local_name_says_what_it_holds() -> None:
    assert [
        f"{path.relative_to(ROOT).as_posix()}:{line}: {name}"
        for path in MODULES
        for name, line in bound_names(ast.parse(path.read_text("utf-8")))
    ] == []


def test_empty_words_would_be_found() -> None:
    source = (
        "def f(it): pass\n"
        "for it in x: pass\n"
        "found = 1\n"
        "y = [it for it in x]\n"
        "y = [\n    it\n    for it in x\n]\n"
        "z = lambda it: it\n"
    )
    assert sorted(bound_names(ast.parse(source))) == [
        ("found", 3),
        ("it", 1),
        ("it", 2),
        ("it", 7),
    ]
