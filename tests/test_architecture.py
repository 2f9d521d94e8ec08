"""What may import what (STYLE.md, section 10), and what stays at the two ends (section 1).

Read from the source, so that an import inside a function counts as well.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GENERATOR = ROOT / "generator"
MODULES = sorted(GENERATOR.rglob("*.py"))

MIDDLE = {"model", "resolve", "script"}
TABLE: dict[str, set[str]] = {
    "__main__": {"cli"},
    "message": set(),
    "problem": {"message"},
    "clock": set(),
    "hidden": {"problem", "message"},
    "syntax": {"message"},
    "slips": {"message"},
    "places": {"problem"},
    "file_text": {"problem", "message"},
    "text_mistakes": {"problem", "message", "file_text", "hidden"},
    "radicals": set(),
    "stray_marks": set(),
    "odd_characters": {"message", "hidden", "radicals", "stray_marks"},
    "value_lines": {"problem", "message", "odd_characters", "syntax"},
    "yaml_source": {
        *("problem", "message", "hidden", "slips", "syntax", "places"),
        *("file_text", "text_mistakes", "odd_characters", "value_lines"),
    },
    "language": {"problem", "yaml_source", "message"},
    "model": {"problem", "yaml_source", "message"},
    "fields": {"model", "places"},
    "objections": {"model", "problem", "places", "message", "fields", "syntax"},
    "github_markdown": {"problem"},
    "check_summary": {"problem", "message", "language", "github_markdown"},
    "web_address": set(),
    "decode": {"model", "problem", "places", "yaml_source", "objections"},
    "conflict": set(),
    "stray_names": {"model", "message"},
    "record_files": {"problem", "message", "stray_names"},
    "record_kinds": {"model", "yaml_source"},
    "load": {
        *("yaml_source", "decode", "model", "problem", "message"),
        *("fields", "record_files", "record_kinds", "conflict"),
    },
    "by_hand": {"problem", "message", "record_files", "stray_names"},
    # render and exports: only their lists of the words and fields that they ask for
    "rules": {
        *("model", "problem", "resolve", "script", "render", "exports", "message", "quantity"),
        *("places", "web_address", "yaml_source"),
    },
    # what printed numbers and dates say: text in, values out, of no other part
    "quantity": set(),
    "resolve": {"model"},
    "script": {"model"},
    # exports: what is published and where, which the page about the data tells
    "render": MIDDLE | {"exports"},
    "exports": MIDDLE,
    "outputs": MIDDLE | {"render", "exports"},
    "publish": set(),
    "workplace": set(),
    "swap": {"message", "workplace"},
    "disk": {"message"},
    "notice": {"message", "problem"},
    # an edge, by hand: documents and people → records, and what is kept beside them
    "maintain": {
        *("model", "resolve", "load", "decode", "yaml_source", "problem", "message", "language"),
        *("report", "generate", "conflict", "blank", "guide", "schemas", "script"),
    },
    "guide": {"model"},
    "review": {
        *("message", "language", "github_markdown", "web_address", "yaml_source"),
    },
    "schemas": {"model", "language"},
    "blank": {"language", "message", "model"},
    "raw_html": set(),
    "compiled": set(),
    "frame": {"compiled"},
    "preview": set(),
    "asked": {"notice"},
    "policy": set(),
    "port": {"message"},
    "site_address": {"message"},
    "stylesheet": set(),
    "sheets": {"stylesheet"},
    "handed": set(),
    "processes": {"message"},
    "site": {
        *("raw_html", "frame", "handed", "message", "notice", "policy", "preview", "processes"),
        *("asked", "sheets", "swap", "problem", "language", "by_hand"),
    },
    # load, decode and script: a new plan is held against the records
    "extract": {
        *("model", "problem", "yaml_source", "message", "load", "decode", "script"),
        "odd_characters",
    },
    "verify": {"model", "problem", "script", "message", "odd_characters", "blank"},
    "report": {"problem", "message", "language", "check_summary"},
    "bench": {"load", "model", "generate", "problem", "site"},
    "generate": MIDDLE
    | {"clock", "load", "rules", "problem", "outputs", "publish", "processes", "stray_names"},
}
"""Part of generator → parts it may import, apart from itself. The style guide's table, and:
yaml_source for decode, whose input it makes; the types that outputs hands on; generate and swap,
which came later. cli, and desk and press, which hold its subcommands, may import everything."""
COMMANDS = ("cli", "desk", "press", "verification")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def part_of(path: Path) -> str:
    """The part a module belongs to: generator/model/base.py → model."""
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(tree: ast.AST) -> Iterator[str]:
    """Dotted names of imported modules and of what is taken from them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide what is imported"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts_imported(tree: ast.AST) -> set[str]:
    """Parts of generator that a module imports."""
    names = (name.split(".") for name in imported(tree))
    return {name[1] for name in names if name[0] == "generator" and len(name) > 1}


def used(tree: ast.AST) -> set[str]:
    """Every dotted expression such as `date.today`, and every name that is called."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            found.add(ast.unparse(node))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found.add(node.func.id)
    return found


# --- imports ------------------------------------------------------------------------------------


def test_every_part_stands_in_the_table() -> None:
    assert {part_of(path) for path in MODULES} == {*TABLE, *COMMANDS, "__init__"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_part_imports_only_what_the_table_allows(path: Path) -> None:
    part = part_of(path)
    if part in COMMANDS:
        return
    allowed = TABLE.get(part, set()) | {part}
    assert parts_imported(tree_of(path)) - allowed == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_glue_imports_mkdocs(path: Path) -> None:
    """MkDocs 1.6.1 is unmaintained: the glue must be replaceable in a day."""
    if part_of(path) == "site":
        return
    assert [name for name in imported(tree_of(path)) if name.split(".")[0] == "mkdocs"] == []


def test_the_command_line_imports_the_rest_only_where_it_is_needed() -> None:
    """A check must not wait for MkDocs, nor fail with it."""
    at_import = ast.Module(
        [it for it in tree_of(GENERATOR / "cli.py").body if isinstance(it, ast.ImportFrom)], []
    )
    assert parts_imported(at_import) == {"report"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_reaches_for_the_network_or_for_chance(path: Path) -> None:
    """No network in a build; same input, same bytes. A benchmark serves what it has built to a
    browser, starts the builds that it measures, and fetches what it compares with; a preview asks
    whether it can have its port."""
    if part_of(path) in ("bench", "port"):
        return
    refused = re.compile(
        r"(socket|ssl|http|requests|urllib\.request|subprocess|asyncio|pickle|random|uuid|secrets)"
        r"(\.|$)"
    )
    assert [name for name in imported(tree_of(path)) if refused.match(name)] == []


# --- the two ends -------------------------------------------------------------------------------

CLOCK = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "datetime.datetime.now"}
CLOCK |= {"datetime.date.today", "time.time", "time.time_ns", "time.localtime", "time.gmtime"}
EDGES = {"generator/maintain/commands.py", "generator/site/plain_mkdocs.py"}
ENVIRONMENT = {"os.environ", "os.getenv", "os.environb", "sys.argv"}
PRINTING = {"print", "input", "sys.stdout", "sys.stderr", "sys.stdout.write", "sys.stderr.write"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_reads_the_environment_and_prints(path: Path) -> None:
    """The extractor is an edge of its own; it prints its report where it is told."""
    part = part_of(path)
    if part in (*COMMANDS, "report", "extract") or name_of(path) in EDGES:
        return
    refused = ENVIRONMENT | PRINTING
    if part == "__main__":
        refused -= {"sys.argv"}
    assert used(tree_of(path)) & refused == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_one_module_reads_the_clock(path: Path) -> None:
    """Who asks the machine for the day gets that of the machine's zone."""
    if path == GENERATOR / "clock.py":
        return
    assert used(tree_of(path)) & CLOCK == set()


FILES = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "mkdir",
    "unlink",
    "iterdir",
}
PURE = (
    "message",
    "problem",
    "hidden",
    "file_text",
    "text_mistakes",
    "odd_characters",
    "stray_marks",
    "stray_names",
    "value_lines",
    "fields",
    "record_kinds",
    "syntax",
    "objections",
    "web_address",
    "yaml_source",
    "model",
    "decode",
    "rules",
    "quantity",
    "resolve",
    "outputs",
)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_lies_between_the_ends_opens_no_file(path: Path) -> None:
    """Apart from the templates and OpenCC's tables, which come with the program."""
    if part_of(path) not in PURE:
        return
    names = {name.rsplit(".", 1)[-1] for name in used(tree_of(path))}
    assert names & FILES == set()


# --- how modules are written --------------------------------------------------------------------


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_small_enough_to_be_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 250


HAN = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def strings(source: str) -> Iterator[str]:
    """Strings that do something, as typed: an escape is no wording, and one that stands alone is
    a docstring."""
    tree = ast.parse(source)
    alone = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield ast.get_source_segment(source, node) or ""


LAYOUT = (
    GENERATOR / "extract" / "layout.py",
    GENERATOR / "verify" / "numbers.py",
    *(GENERATOR / "quantity" / f"{name}.py" for name in ("words", "dates", "qualifiers")),
    GENERATOR / "quantity" / "claims.py",
    *(GENERATOR / "quantity" / f"{name}.py" for name in ("numerals", "units")),
)
"""What the program reads in documents: the words of a plan's tables, and of numbers and dates."""


@pytest.mark.parametrize("path", [*MODULES, ROOT / "dev.py"], ids=name_of)
def test_no_wording_stands_in_the_program(path: Path) -> None:
    """Wording lives in data/vocabulary/, where it is converted like everything else."""
    if path in LAYOUT:
        return
    assert [it for it in strings(path.read_text("utf-8")) if HAN.search(it)] == []


# --- the reader of the source itself ------------------------------------------------------------


def test_what_is_looked_for_would_be_found() -> None:
    source = (
        '"""Docstring 海."""\n'
        "import os, generator.site\n"
        "from generator import rules\n"
        "from generator.model.base import Record\n"
        "def f():\n"
        "    from generator.cli import main\n"
        "    from mkdocs.config import load_config\n"
        "    print(os.environ['X'], date.today(), f'{x}海', '\\u6d77')\n"
    )
    tree = ast.parse(source)
    assert parts_imported(tree) == {"site", "rules", "model", "cli"}
    assert "mkdocs.config.load_config" in set(imported(tree))
    assert {"print", "os.environ", "date.today"} <= used(tree)
    assert [it for it in strings(source) if HAN.search(it)] == ["f'{x}海'"]
