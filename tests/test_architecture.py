"""What may import what, and what stays at the two ends.

Read from the source, so that an import inside a function counts as well.
"""

import ast
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GENERATOR = ROOT / "generator"
MODULES = sorted(GENERATOR.rglob("*.py"))

EDGES = {"cli", "bench"}
"""Rooms that hold everything together, and may import every other."""
TABLE: dict[str, set[str]] = {
    "messages": set(),
    "model": {"messages"},
    "reading": {"model", "messages"},
    "script": {"model"},
    "resolve": {"model"},
    # which words of the interface pages and data files ask for: a rule holds the vocabulary to it
    "rules": {"model", "messages", "script", "resolve", "render", "exports"},
    "exports": {"model", "resolve", "script"},
    # what is published and where, which the page about the data tells
    "render": {"model", "resolve", "script", "exports"},
    "pipeline": {
        *("model", "messages", "reading", "script", "resolve", "rules", "render", "exports"),
    },
    # its child processes are those of the pipeline
    "site": {"messages", "reading", "pipeline"},
    # a change of several records is tried on a copy before it is made
    "maintain": {"model", "messages", "reading", "script", "resolve", "pipeline"},
    "__main__": {"cli"},
}
"""Room of generator → rooms it may import, apart from itself."""
PURE = ("model", "reading", "rules", "resolve")
"""Rooms between the two ends."""
ALSO_PURE = {
    GENERATOR / "messages" / "message.py",
    GENERATOR / "messages" / "problem.py",
    GENERATOR / "pipeline" / "outputs.py",
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(path: Path) -> str:
    """The room a module belongs to: generator/model/base.py → model."""
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def dotted(path: Path) -> str:
    """The name under which a module is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def imported_by(path: Path) -> list[str]:
    """What a module imports, in its own order."""
    return list(imported(tree_of(path)))


@cache
def used_by(path: Path) -> frozenset[str]:
    """What a module uses and calls."""
    return frozenset(used(tree_of(path)))


def imported(tree: ast.AST) -> Iterator[str]:
    """Dotted names of imported modules and of what is taken from them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide what is imported"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_of(imports: Iterable[str]) -> set[str]:
    """Rooms of generator among what is imported."""
    names = (name.split(".") for name in imports)
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


def offences(
    wrong: Callable[[Path], Collection[str]], modules: Iterable[Path]
) -> dict[str, Collection[str]]:
    """What is wrong with each module that something is wrong with."""
    checked = {name_of(it): wrong(it) for it in modules}
    assert checked
    return {name: found for name, found in checked.items() if found}


# --- rooms --------------------------------------------------------------------------------------


def test_the_rooms_are_those_of_the_table() -> None:
    """What Python keeps of a module that is gone makes no room."""
    entries = {path.relative_to(GENERATOR).parts[0].removesuffix(".py") for path in MODULES}
    assert entries - {"__init__"} == {*TABLE, *EDGES}
    assert len(entries - {"__init__"}) <= 14


@pytest.mark.parametrize("room", sorted({*TABLE, *EDGES} - {"__main__"}))
def test_a_room_says_in_one_line_what_goes_in_and_what_comes_out(room: str) -> None:
    """README shows the same line, so that a listing is understood without opening a file."""
    said = ast.get_docstring(ast.parse((GENERATOR / room / "__init__.py").read_text("utf-8")))
    assert said is not None
    assert re.fullmatch(r"[^\n·→]+ · [^\n·→]+ → [^\n→]+", said)
    assert f"| `{room}/` | {said.rstrip('.')} |" in (ROOT / "README.md").read_text("utf-8")


def test_a_room_imports_only_what_the_table_allows() -> None:
    def too_much(path: Path) -> set[str]:
        room = room_of(path)
        return rooms_of(imported_by(path)) - TABLE.get(room, set()) - {room}

    assert offences(too_much, (it for it in MODULES if room_of(it) not in EDGES)) == {}


def test_no_room_is_part_of_a_circle() -> None:
    """Each could be taken away with those above it, and those below would still work."""
    left = {room: {*allowed} for room, allowed in TABLE.items()}
    left["cli"] = set()
    while free := [room for room, needed in left.items() if not needed & left.keys()]:
        for room in free:
            del left[room]
    assert left == {}


def test_no_two_modules_import_each_other() -> None:
    """Neither directly nor by way of others; what only types need counts as well."""
    names = {dotted(path) for path in MODULES}
    needs = {dotted(path): set(imported_by(path)) for path in MODULES}
    modules = {
        name: {it if it in names else it.rpartition(".")[0] for it in targets} & names - {name}
        for name, targets in needs.items()
    }
    while free := [name for name, needed in modules.items() if not needed & modules.keys()]:
        for name in free:
            del modules[name]
    assert sorted(modules) == []


def test_only_the_glue_imports_mkdocs() -> None:
    """MkDocs 1.6.1 is unmaintained: the glue must be replaceable in a day."""

    def of_mkdocs(path: Path) -> list[str]:
        return [name for name in imported_by(path) if name.split(".")[0] == "mkdocs"]

    assert offences(of_mkdocs, (it for it in MODULES if room_of(it) != "site")) == {}


def test_the_command_line_imports_the_rest_only_where_it_is_needed() -> None:
    """A check must not wait for MkDocs, nor fail with it."""
    at_import = ast.Module(
        [it for it in tree_of(GENERATOR / "cli/parser.py").body if isinstance(it, ast.ImportFrom)],
        [],
    )
    assert rooms_of(imported(at_import)) == {"cli"}


REACHING = {
    "generator/site/port.py",
    "generator/reading/result_cache.py",
    "generator/reading/parsed_records.py",
    "generator/pipeline/known_markdown.py",
}


def test_nothing_reaches_for_the_network_or_for_chance() -> None:
    """No network in a build; same input, same bytes. A benchmark serves what it has built to a
    browser, starts the builds that it measures, and fetches what it compares with; a preview asks
    whether it can have its port. What is kept between runs is plain values and records."""
    refused = re.compile(
        r"(socket|ssl|http|requests|urllib\.request|subprocess|asyncio|pickle|random|uuid|secrets)"
        r"(\.|$)"
    )
    held_to_it = (it for it in MODULES if room_of(it) != "bench" and name_of(it) not in REACHING)
    assert offences(lambda it: list(filter(refused.match, imported_by(it))), held_to_it) == {}


# --- the two ends -------------------------------------------------------------------------------

CLOCK = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "datetime.datetime.now"}
CLOCK |= {"datetime.date.today", "time.time", "time.time_ns", "time.localtime", "time.gmtime"}
PLAIN_MKDOCS = GENERATOR / "site" / "plain_mkdocs.py"
ENVIRONMENT = {"os.environ", "os.getenv", "os.environb", "sys.argv"}
PRINTING = {"print", "input", "sys.stdout", "sys.stderr", "sys.stdout.write", "sys.stderr.write"}


def test_only_the_command_line_reads_the_environment_and_prints() -> None:
    """The extractor is an edge of its own; it prints its report where it is told. What plain
    `mkdocs` runs has no command line of ours above it."""
    allowed = {GENERATOR / "__main__.py": {"sys.argv"}}

    def reached_for(path: Path) -> set[str]:
        return used_by(path) & (ENVIRONMENT | PRINTING) - allowed.get(path, set())

    held_to_it = (
        it
        for it in MODULES
        if room_of(it) not in ("cli", "bench")
        and it != PLAIN_MKDOCS
        and not it.is_relative_to(GENERATOR / "maintain" / "extract")
    )
    assert offences(reached_for, held_to_it) == {}


def test_only_one_module_reads_the_clock() -> None:
    """Who asks the machine for the day gets that of the machine's zone."""
    others = (it for it in MODULES if it != GENERATOR / "cli" / "clock.py")
    assert offences(lambda it: used_by(it) & CLOCK, others) == {}


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
EDGES_OF_READING = {"load.py", "record_files.py", "docs_folder.py", "result_cache.py"}
"""What opens the files of records, and keeps what they became; all else in the room works on their
bytes."""


def test_what_lies_between_the_ends_opens_no_file() -> None:
    """Apart from the templates and OpenCC's tables, which come with the program."""
    pure = (it for it in MODULES if room_of(it) in PURE or it in ALSO_PURE)

    def opened(path: Path) -> set[str]:
        return {name.rsplit(".", 1)[-1] for name in used_by(path)} & FILES

    assert offences(opened, (it for it in pure if it.name not in EDGES_OF_READING)) == {}


# --- how modules are written --------------------------------------------------------------------


def test_a_module_is_small_enough_to_be_read() -> None:
    assert offences(lambda it: it.read_text("utf-8").splitlines()[250:], MODULES) == {}


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
    *(
        GENERATOR / "maintain" / "extract" / f"{name}.py"
        for name in (
            "agency_drafts",
            "edition_words",
            "footnotes",
            "head_layout",
            "layout",
            "likely_codes",
            "plan_closing",
            "plan_columns",
            "plan_dates",
            "plan_formats",
            "plan_headings",
            "plan_opening",
            "row_numbers",
        )
    ),
    GENERATOR / "model" / "draft.py",
    GENERATOR / "maintain" / "verify" / "clauses.py",
    GENERATOR / "maintain" / "verify" / "numbers.py",
    *(
        GENERATOR / "resolve" / "printed" / f"{name}.py"
        for name in (
            "claim_words",
            "claims",
            "date_words",
            "dates",
            "numerals",
            "qualifiers",
            "units",
            "words",
        )
    ),
)
"""What the program reads in documents, the words of tables, numbers and dates, and how it marks the
texts of a draft."""


def test_no_wording_stands_in_the_program() -> None:
    """Wording lives in data/vocabulary/, where it is converted like everything else."""

    def wording(path: Path) -> list[str]:
        source = path.read_text("utf-8")
        # A file without such a character has none in its strings; most have none at all.
        return [it for it in strings(source) if HAN.search(it)] if HAN.search(source) else []

    others = (it for it in [*MODULES, ROOT / "dev.py"] if it not in LAYOUT)
    assert offences(wording, others) == {}


# --- the reader of the source itself ------------------------------------------------------------


def test_what_is_looked_for_would_be_found() -> None:
    source = (
        '"""Docstring 海."""\n'
        "import os, generator.site\n"
        "from generator import rules\n"
        "from generator.model.base import Record\n"
        "def f():\n"
        "    from generator.cli.parser import main\n"
        "    from mkdocs.config import load_config\n"
        "    print(os.environ['X'], date.today(), f'{x}海', '\\u6d77')\n"
    )
    tree = ast.parse(source)
    assert rooms_of(imported(tree)) == {"site", "rules", "model", "cli"}
    assert "mkdocs.config.load_config" in set(imported(tree))
    assert {"print", "os.environ", "date.today"} <= used(tree)
    assert [it for it in strings(source) if HAN.search(it)] == ["f'{x}海'"]
