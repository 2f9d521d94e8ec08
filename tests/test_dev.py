"""dev.py as its users meet it: on a fresh clone, after a change, and when something is missing.

The projects here are copies of dev.py beside a tiny generator and a lock that names one wheel,
built on the spot, so that a whole set-up needs no network.
"""

import ast
import errno
import fcntl
import hashlib
import importlib.util
import json
import os
import select
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from message_templates import places

DEV = Path(__file__).resolve().parents[1] / "dev.py"

GENERATOR = """\
import os, sys
import greeting
print(greeting.TEXT, sys.argv[1:], os.getcwd(), sys.prefix)
sys.exit(int(sys.argv[2]) if sys.argv[2:] else 0)
"""


def a_project(folder: Path, pin: str = "") -> Path:
    """A fresh clone; `pin` replaces the right hash in its lock."""
    (folder / "generator").mkdir(parents=True)
    (folder / "generator" / "__main__.py").write_text(GENERATOR, encoding="utf-8")
    shutil.copy(DEV, folder)
    own = a_wheel(folder, "greeting", {"greeting.py": "TEXT = 'hello'\n"})
    lock = f"--no-index\n--find-links wheels\ngreeting==1.0 {pin or own}\n"
    (folder / "requirements.lock").write_text(lock, encoding="utf-8")
    return folder


def a_wheel(folder: Path, name: str, files: dict[str, str]) -> str:
    """A package among the project's wheels, and the hash that pins it."""
    wheel = folder / "wheels" / f"{name}-1.0-py3-none-any.whl"
    wheel.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(wheel, "w") as archive:
        info = f"{name}-1.0.dist-info"
        for path, text in files.items():
            entry = zipfile.ZipInfo(path)
            entry.external_attr = 0o100755 << 16
            archive.writestr(entry, text)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return f"--hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}"


def start(
    project: Path, *arguments: str, folder: Path | None = None, **changes: str
) -> "subprocess.Popen[str]":
    environment = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONPATH" and not name.startswith("PIP_")
    } | changes
    return subprocess.Popen(
        [sys.executable, str(project / "dev.py"), *arguments],
        cwd=folder or project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def call(
    project: Path, *arguments: str, folder: Path | None = None, **changes: str
) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of one dev.py command."""
    with start(project, *arguments, folder=folder, **changes) as process:
        output, problems = process.communicate()
    return process.returncode, output, problems


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[int, str, str]]:
    project = a_project(tmp_path_factory.mktemp("dev") / "clone")
    return project, call(project, "check")


@pytest.fixture
def project(first_run: tuple[Path, Any], tmp_path: Path) -> Path:
    """A project that is set up and may be changed; also one that was moved since its set-up."""
    return shutil.copytree(
        first_run[0], tmp_path / "moved clone", symlinks=True, copy_function=copied_or_linked
    )


def copied_or_linked(source: str, target: str) -> str:
    """Packages are linked: they are many, and are replaced or removed, never written to."""
    if "site-packages" in Path(source).parts:
        os.link(source, target)
        return target
    return str(shutil.copy2(source, target))


@pytest.fixture
def dev(tmp_path: Path) -> Any:
    """A copy of dev.py as a module, whose ROOT is an empty folder."""
    return loaded(Path(shutil.copy(DEV, tmp_path)))


def loaded(place: Path) -> Any:
    spec = importlib.util.spec_from_file_location("dev_under_test", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def a_program(place: Path, script: str = "exit 0") -> str:
    """An executable shell script."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    place.chmod(0o755)
    return str(place)


# Language

MESSAGES = DEV.parent / ".ci" / "dev-messages.json"


def test_every_text_stands_in_both_languages() -> None:
    texts = json.loads(MESSAGES.read_text("utf-8"))
    said = [
        node.args[0].value
        for node in ast.walk(ast.parse(DEV.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text"
        if isinstance(node.args[0], ast.Constant)
    ]
    assert {*said} == {*texts}
    for english, chinese in texts.items():
        assert places(english) == places(chinese)


def test_nothing_is_said_that_cannot_be_told_in_chinese() -> None:
    """Only names of commands are, which are the same in both."""
    plain = [
        ast.unparse(node)
        for node in ast.walk(ast.parse(DEV.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id in ("say", "Missing")
        if isinstance(node.args[0], ast.Constant | ast.JoinedStr)
    ]
    assert [it for it in plain if "== " not in it] == []


@pytest.mark.parametrize(
    ("environment", "languages"),
    [
        ({"LANG": "zh_HK.UTF-8"}, ["zh"]),
        ({"LANG": "zh_HK.UTF-8", "LC_ALL": "en_GB.UTF-8"}, ["en"]),
        ({}, ["en"]),
        ({"GITHUB_ACTIONS": "true"}, ["zh", "en"]),
    ],
)
def test_the_environment_chooses_the_language(
    environment: dict[str, str],
    languages: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    dev = loaded(DEV)
    dev.say(dev.Text("{name}: {state}", name="x.lock", state=dev.Text("renewed")))
    told = {"en": "x.lock: renewed", "zh": "x.lock：已更新"}
    assert capsys.readouterr().err.splitlines() == [told[it] for it in languages]


def test_without_the_chinese_texts_it_speaks_english(
    dev: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_HK.UTF-8")
    dev.say(dev.Text("renewed"))
    assert capsys.readouterr().err == "renewed\n"


# Set-up


def test_first_run_makes_the_environment_and_says_so_in_one_line(first_run: Any) -> None:
    project, (status, output, problems) = first_run
    assert status == 0
    assert output == f"hello ['check'] {project} {project / '.venv'}\n"
    assert problems == "Setting up .venv (once, about a minute) …\n"


def test_second_run_does_nothing_and_says_nothing(project: Path) -> None:
    kept = project / ".venv" / "kept"
    kept.touch()
    status, output, problems = call(project, "check")
    assert (status, problems) == (0, "")
    assert output.startswith("hello ['check']")
    assert kept.exists()


def test_changed_lock_makes_the_environment_anew(project: Path) -> None:
    left_over = project / ".venv" / "left-over"
    left_over.touch()
    with (project / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    status, _, problems = call(project, "check")
    assert status == 0
    assert problems.startswith("Setting up .venv")
    assert not left_over.exists()
    assert call(project, "check")[2] == ""


def test_unfinished_environment_is_made_anew(project: Path) -> None:
    (project / ".venv" / "made-from").rename(project / ".venv" / "made-from.part")
    shutil.rmtree(project / ".venv" / "lib")
    status, output, problems = call(project, "check")
    assert status == 0
    assert output.startswith("hello")
    assert problems.startswith("Setting up .venv")


def packages(project: Path) -> Path:
    [folder] = (project / ".venv" / "lib").glob("python3*/site-packages")
    return folder


@pytest.mark.parametrize(
    "lost",
    [
        *("greeting.py", "greeting-1.0.dist-info", "greeting-1.0.dist-info/RECORD"),
        *("pip/__init__.py", "pip/_vendor", ".", "../../../pyvenv.cfg", "../../../bin/python"),
    ],
)
def test_half_deleted_environment_is_not_taken(project: Path, lost: str) -> None:
    """Its stamp still stands; without this the command would end in a traceback."""
    dev = loaded(project / "dev.py")
    assert dev.is_made(dev.fingerprint())
    gone = packages(project) / lost
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    assert not dev.is_made(dev.fingerprint())


def test_half_deleted_environment_is_made_anew(project: Path) -> None:
    (packages(project) / "greeting.py").unlink()
    status, output, problems = call(project, "check")
    assert (status, output.startswith("hello ['check']")) == (0, True)
    assert problems == (
        ".venv is not whole: greeting.py is missing.\nSetting up .venv (once, about a minute) …\n"
    )
    assert call(project, "check")[2] == ""


def test_cleared_cache_is_no_loss(project: Path) -> None:
    for cache in packages(project).rglob("__pycache__"):
        shutil.rmtree(cache)
    assert call(project, "check")[2] == ""


def test_package_for_another_platform_is_not_missed(dev: Any) -> None:
    hashes = " \\\n    --hash=sha256:00\n"
    lock = f"Py_YAML.x==6.0{hashes}winonly==1 ; sys_platform == 'win32'{hashes}last==2{hashes}"
    assert dev.always_locked(lock) == ["py-yaml-x-6-0-dist-info", "last-2-dist-info"]


def test_python_that_does_not_start_is_told(project: Path) -> None:
    python = project / ".venv" / "bin" / "python"
    python.unlink()
    python.write_bytes(b"\x00not a program")
    python.chmod(0o755)
    status, output, problems = call(project, "check")
    assert (status, output) == (1, "")
    assert problems.startswith("dev.py: the Python of .venv does not start: ")
    assert problems.endswith("\nRemove .venv by hand and run the command again.\n")
    assert "Traceback" not in problems


def test_link_gives_way_to_the_environment(tmp_path: Path) -> None:
    """What a link leads to may serve another clone, and stays."""
    project, other = a_project(tmp_path / "clone"), tmp_path / "other"
    other.mkdir()
    (other / "kept").touch()
    venv = project / ".venv"
    venv.symlink_to(other)
    status, output, problems = call(project, "check")
    assert (status, problems) == (0, "Setting up .venv (once, about a minute) …\n")
    assert output.startswith("hello")
    assert not venv.is_symlink()
    assert (other / "kept").exists()


def test_environment_of_another_python_or_without_a_python_is_not_taken(dev: Any) -> None:
    dev.LOCK.write_text("# nothing\n", encoding="utf-8")
    wanted = dev.fingerprint()
    python = Path(a_program(dev.PYTHON))
    (dev.VENV / "pyvenv.cfg").touch()
    major, minor, *_ = sys.version_info
    (dev.VENV / "lib" / f"python{major}.{minor}" / "site-packages").mkdir(parents=True)
    assert not dev.is_made(wanted)
    dev.STAMP.write_bytes(wanted.replace(sys.version.encode(), b"3.10.0 (main)"))
    assert not dev.is_made(wanted)
    dev.STAMP.write_bytes(wanted)
    assert dev.is_made(wanted)
    python.unlink()
    python.symlink_to("python-that-was-removed")
    assert not dev.is_made(wanted)


def test_two_runs_at_once_set_up_once(tmp_path: Path) -> None:
    project = a_project(tmp_path / "clone")
    runs = [start(project, "check") for _ in range(2)]
    problems = []
    for run in runs:
        with run:
            problems.append(run.communicate()[1])
        assert run.returncode == 0
    assert "".join(problems).count("Setting up") == 1


def test_pip_that_outlives_dev_py_keeps_the_next_set_up_waiting(dev: Any) -> None:
    with dev.only_one_at_a_time() as inherited:
        dev.run_quietly([sys.executable, "-c", f"import os; os.fstat({inherited})"], inherited)
        pip = subprocess.Popen(["cat"], stdin=subprocess.PIPE, pass_fds=(inherited,))
    with open(dev.__file__, "r+b") as other:
        with pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        pip.communicate()
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)


# What is missing


@pytest.mark.parametrize(
    ("pin", "remedy"),
    [
        (f"--hash=sha256:{'0' * 64}", "Do not use these packages; tell the maintainers."),
        ("# no hash", "requirements.lock again, with hashes: python3 dev.py lock"),
    ],
)
def test_package_without_its_hash_is_refused_and_leaves_no_stamp(
    tmp_path: Path, pin: str, remedy: str
) -> None:
    project = a_project(tmp_path / "clone", pin)
    status, output, problems = call(project, "check")
    assert (status, output) == (1, "")
    assert "dev.py: pip failed:" in problems
    assert problems.endswith(f"{remedy}\n")
    assert "Traceback" not in problems
    assert not (project / ".venv" / "made-from").exists()


def test_package_that_cannot_be_had_is_told_with_pips_last_lines(tmp_path: Path) -> None:
    project = a_project(tmp_path / "clone")
    shutil.rmtree(project / "wheels")
    status, _, problems = call(project, "check")
    assert status == 1
    assert "    ERROR: No matching distribution found for greeting==1.0\n" in problems
    assert "Check the network connection and run the command again." in problems


def test_missing_lock_is_told(tmp_path: Path) -> None:
    project = a_project(tmp_path / "clone")
    (project / "requirements.lock").unlink()
    assert call(project, "check") == (
        1,
        "",
        "dev.py: requirements.lock is missing beside dev.py.\n"
        "Bring it back: git checkout -- requirements.lock\n",
    )


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10)])
def test_older_python_is_told_what_is_needed(dev: Any, version: tuple[int, int]) -> None:
    this = f"{version[0]}.{version[1]}"
    with pytest.raises(dev.Missing, match=rf"Python 3\.11 or newer is needed, this is {this}\."):
        dev.require_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_newer_python_is_accepted(dev: Any, version: tuple[int, int]) -> None:
    dev.require_python(version)


def test_older_python_can_read_the_file() -> None:
    tree = ast.parse(DEV.read_text(encoding="utf-8"), feature_version=(3, 6))
    annotations = [
        node.annotation if isinstance(node, ast.arg | ast.AnnAssign) else node.returns
        for node in ast.walk(tree)
        if isinstance(node, ast.arg | ast.AnnAssign | ast.FunctionDef)
    ]
    assert annotations
    evaluated = [ast.unparse(each) for each in annotations if each and not is_plain(each)]
    assert evaluated == []


def is_plain(annotation: ast.expr) -> bool:
    """A name or a quoted text: Python 3.6 cannot evaluate `list[str]` or `X | Y`."""
    return isinstance(annotation, ast.Name | ast.Constant)


def test_python_without_ensurepip_is_told_the_debian_package(
    dev: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dev.LOCK.write_text("# nothing\n", encoding="utf-8")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name != "ensurepip" or None)
    monkeypatch.setattr(dev, "make", lambda *_: pytest.fail("the set-up was begun"))
    assert dev.main(["check"]) == 1
    assert "apt install python3-venv" in capsys.readouterr().err
    assert not dev.VENV.exists()


def test_full_disk_is_told_without_a_traceback(
    dev: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    dev.LOCK.write_text("# nothing\n", encoding="utf-8")
    monkeypatch.setattr(dev, "make", fail)
    assert dev.main(["check"]) == 1
    assert "Free some disk space" in capsys.readouterr().err


# Commands


def test_without_arguments_the_usage_is_shown_and_nothing_is_set_up(tmp_path: Path) -> None:
    project = a_project(tmp_path / "clone")
    status, output, problems = call(project)
    assert (status, output) == (2, "")
    assert problems.startswith("usage: python3 dev.py COMMAND")
    assert not (project / ".venv").exists()


@pytest.mark.parametrize("status", [0, 1, 2, 7])
def test_status_of_the_generator_is_passed_on(project: Path, status: int) -> None:
    assert call(project, "check", str(status))[0] == status


def test_unknown_commands_and_options_are_left_to_the_generator(project: Path) -> None:
    assert call(project, "--help")[1].startswith("hello ['--help']")
    assert call(project, "no-such-command")[1].startswith("hello ['no-such-command']")


def test_command_runs_in_the_callers_folder_with_our_generator(
    project: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "generator").mkdir(parents=True)
    (elsewhere / "generator" / "__main__.py").write_text("print('wrong')", encoding="utf-8")
    status, output, _ = call(project, "check", folder=elsewhere)
    assert (status, output) == (0, f"hello ['check'] {elsewhere} {project / '.venv'}\n")


def test_modules_of_somewhere_else_are_not_taken_for_ours(project: Path, tmp_path: Path) -> None:
    """PYTHONPATH and PYTHONHOME are about the caller's own Python, and pip's settings about his."""
    for name in ("greeting", "ast", "runpy"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('wrong')", encoding="utf-8")
    wrong = {"PYTHONPATH": str(tmp_path), "PYTHONHOME": sys.base_prefix}
    assert call(project, "check", **wrong)[0] == 0
    # The folder may be called anything, too.
    fresh = a_project(tmp_path / "資料 手冊 50% #1 it's (a copy)")
    wrong |= {"PIP_USER": "1", "PIP_TARGET": str(tmp_path / "target")}
    status, output, _ = call(fresh, "check", **wrong)
    assert (status, output.startswith("hello ['check']")) == (0, True)


def test_folder_that_no_environment_can_be_made_in_is_told(tmp_path: Path) -> None:
    status, _, problems = call(a_project(tmp_path / "a:b"), "check")
    assert status == 1
    assert problems.endswith(
        "Move the repository to a folder without that character in its path.\n"
    )
    assert "Traceback" not in problems


# The locks

UV = """\
#!/bin/sh
echo "$* $UV_NO_BUILD" >> asked
for output; do :; done
case "$WANTED" in
"") echo "cause: no such package" >&2; exit 1;;
"$output") echo "greeting==2.0" > "$output";;
esac
"""
RENEWED = """\
requirements.lock: renewed
.ci/documents/requirements.lock: as before
.github/weekly/requirements.lock: as before
.github/weekly/way-out.lock: as before
.ci/lock/uv.lock: as before
"""


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A project whose uv notes what it was asked for, and renews the lock that WANTED names."""
    project = a_project(tmp_path / "clone")
    pin = a_wheel(project, "uv", {"uv-1.0.data/scripts/uv": UV})
    for name in (".github/weekly", ".ci/lock", ".ci/documents"):
        (project / name).mkdir(parents=True)
    weekly = (".github/weekly/requirements.lock", ".github/weekly/way-out.lock")
    for name in (*weekly, ".ci/documents/requirements.lock"):
        (project / name).write_text("Other_Package==1\n", encoding="utf-8")
    uv = f"--no-index\n--find-links wheels\nuv==1.0 {pin}\n"
    (project / ".ci/lock/uv.lock").write_text(uv, encoding="utf-8")
    return project


def asked(options: str = "") -> list[str]:
    """Of uv: each lock from the file beside it, with wheels only."""
    same = "pip compile --universal --python-version 3.11 --generate-hashes --no-annotate"
    names = (
        *("requirements", ".ci/documents/requirements", ".github/weekly/requirements"),
        *(".github/weekly/way-out", ".ci/lock/uv"),
    )
    return [f"{same} {name}.in -o {name}.lock{options} 1" for name in names]


def test_locks_are_renewed_by_the_uv_that_is_locked_and_without_an_environment(
    locked: Path,
) -> None:
    elsewhere = locked / "elsewhere"
    elsewhere.mkdir()
    told = call(locked, "lock", folder=elsewhere, WANTED="requirements.lock")
    assert told == (0, "", RENEWED)
    assert (locked / "asked").read_text(encoding="utf-8").splitlines() == asked()
    assert not (locked / ".venv").exists()


@pytest.fixture
def renewing(locked: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """dev.py as a module, whose uv is there already."""
    dev = loaded(locked / "dev.py")
    uv = a_program(locked / "uv", UV.partition("\n")[2])
    monkeypatch.setattr(dev, "with_uv", lambda _: uv)
    return dev


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["--upgrade"], " --upgrade"),
        (["--upgrade", "other.package"], " --upgrade-package other.package"),
    ],
)
def test_locked_versions_are_renewed_when_asked_for(
    renewing: Any, monkeypatch: pytest.MonkeyPatch, arguments: list[str], options: str
) -> None:
    monkeypatch.setenv("WANTED", "none")
    assert renewing.main(["lock", *arguments]) == 0
    assert (renewing.ROOT / "asked").read_text(encoding="utf-8").splitlines() == asked(options)


def test_every_lock_says_the_command_that_renews_it() -> None:
    """Named in its first lines by uv, which so shows that the options are the same."""
    root = DEV.parent
    locks = {it for it in root.rglob("*.lock") if ".venv" not in it.parts}
    assert len(locks) == 5
    for lock in locks:
        name = lock.relative_to(root).as_posix()
        wanted = name.removesuffix("lock") + "in"
        options = "--universal --python-version 3.11 --generate-hashes --no-annotate"
        command = lock.read_text(encoding="utf-8").splitlines()[1]
        assert command == f"#    uv pip compile {options} {wanted} -o {name}"
        assert "python3 dev.py lock" in (root / wanted).read_text(encoding="utf-8")


def test_what_reads_documents_is_installed_when_it_is_first_needed(project: Path) -> None:
    folder = project / ".ci" / "documents"
    folder.mkdir(parents=True)
    pin = a_wheel(project, "reader", {"reader.py": ""})
    lock = f"--no-index\n--find-links ../../wheels\nreader==1.0 {pin}\n"
    (folder / "requirements.lock").write_text(lock, encoding="utf-8")
    call(project, "extract", "plan", "plan.txt")
    assert not list(project.glob(".venv/**/reader.py"))
    for name, command in (("plan.PDF", ["take-in"]), ("plan.docx", ["extract", "plan"])):
        _, _, told = call(project, *command, name)
        assert ("Installing what reads PDF and Word files" in told) == (name == "plan.PDF")
    assert list(project.glob(".venv/**/reader.py"))


def test_lock_that_cannot_be_compiled_is_told(
    renewing: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert renewing.main(["lock"]) == 1
    assert capsys.readouterr().err == (
        "dev.py: uv failed:\n"
        "    cause: no such package\n"
        "Correct requirements.in, or check the network connection, and run it again.\n"
    )


def test_package_that_is_not_locked_cannot_be_upgraded(
    renewing: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert renewing.main(["lock", "--upgrade", "greting"]) == 1
    assert capsys.readouterr().err.startswith("dev.py: no lock names a package greting.\n")
    assert not (renewing.ROOT / "asked").exists()


def test_lock_with_both_sides_of_a_merge_is_not_compiled(
    renewing: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with renewing.LOCK.open("a", encoding="utf-8") as lock:
        lock.write("<<<<<<< HEAD\na==1\n=======\na==2\n>>>>>>> other\n")
    assert renewing.main(["lock"]) == 1
    assert capsys.readouterr().err == (
        "dev.py: requirements.lock holds the marks of a merge conflict.\n"
        "Take one side, then run this again: git checkout --ours -- requirements.lock\n"
    )


def test_wrong_use_of_lock(renewing: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        renewing.main(["lock", "--everything"])
    assert stopped.value.code == 2
    assert "usage: dev.py lock [-h] [--upgrade [PACKAGE]]" in capsys.readouterr().err


def test_interruption_ends_quietly(
    dev: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "set_up", interrupt)
    assert dev.main(["serve"]) == 130
    assert capsys.readouterr().err == ""


@pytest.fixture
def checks(dev: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The log of a Python that only notes what it was asked for, and in which mypy fails."""
    log = tmp_path / "log"
    a_program(dev.PYTHON, f'echo "$PWD $BROWSER_PATH $*" >> "{log}"\n[ "$2" != mypy ]')
    monkeypatch.setenv("BROWSER_PATH", a_program(tmp_path / "browser"))
    return log


def test_test_runs_every_check_at_the_root_even_if_one_fails(
    dev: Any, checks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.run_tests([]) == 1
    root = f"{dev.ROOT} {dev.ROOT}/browser"
    beside = "tests/browser tests/built_site tests/github"
    others = " ".join(f"--ignore={it}" for it in beside.split())
    log = checks.read_text(encoding="utf-8").splitlines()
    log.remove(f"{root} -m pytest {beside}")
    assert log == [
        f"{root} -P -m generator check",
        f"{root} -m ruff check .",
        f"{root} -m ruff format --check .",
        f"{root} -m mypy",
        f"{root} -m pytest {others}",
    ]
    assert capsys.readouterr().err.endswith("Failed: mypy\n")


def test_every_test_runs_in_one_of_the_two_halves(dev: Any) -> None:
    """A folder that both left out would never be tested, one that neither did twice."""
    folders = [it for it in dev.BESIDE if it != "pytest"]
    assert dev.CHECKS[-1] == ["pytest", *(f"--ignore={folder}" for folder in folders)]
    assert all((DEV.parent / folder).is_dir() for folder in folders)


def test_what_runs_beside_is_shown_afterwards_and_counts(
    dev: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfdbinary: Any
) -> None:
    """It goes on while the others are done already, and its output is not mixed with theirs."""
    a_program(
        dev.PYTHON,
        f'case "$*" in *--ignore*) echo first; touch "{tmp_path}/first";; *tests/browser*)'
        f' echo begun; while [ ! -e "{tmp_path}/first" ]; do sleep 0.05; done;'
        " echo failed >&2; exit 1;; esac",
    )
    monkeypatch.setenv("BROWSER_PATH", a_program(tmp_path / "browser"))
    assert dev.run_tests([]) == 1
    output, said = capfdbinary.readouterr()
    assert output == b"first\nbegun\nfailed\n"
    title = "pytest tests/browser tests/built_site tests/github"
    assert said.decode().endswith(f"== {title} (begun at the start)\nFailed: {title}\n")


def test_what_runs_beside_ends_with_an_interruption(
    dev: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C reaches it as well; dev.py waits for it, and shows nothing more."""
    ended = tmp_path / "ended"
    a_program(dev.PYTHON, f'case "$*" in *tests/browser*) sleep 0.3; touch "{ended}";; esac')

    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "run_in_turn", interrupt)
    monkeypatch.setenv("BROWSER_PATH", a_program(tmp_path / "browser"))
    with pytest.raises(KeyboardInterrupt):
        dev.run_tests([])
    assert ended.exists()
    assert capsys.readouterr().err == ""


def test_test_with_arguments_runs_pytest_alone(dev: Any, checks: Path) -> None:
    assert dev.run_tests(["-k", "plan", "-x"]) == 0
    log = checks.read_text(encoding="utf-8").splitlines()
    assert log == [f"{dev.ROOT} {dev.ROOT}/browser -m pytest -k plan -x"]


def test_tests_are_compiled_once_whatever_the_environment_says(
    dev: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    a_program(dev.PYTHON, f'echo "${{PYTHONDONTWRITEBYTECODE-unset}}" >> "{log}"')
    monkeypatch.setenv("BROWSER_PATH", a_program(tmp_path / "browser"))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert dev.run_tests(["-x"]) == 0
    assert log.read_text(encoding="utf-8") == "unset\n"


@pytest.fixture
def wrong_data(dev: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The log of a Python whose `check` finds something, and whose every test fails."""
    log = tmp_path / "log"
    a_program(
        dev.PYTHON,
        f'echo "$*" >> "{log}"\n'
        'case "$*" in *check) echo "x.yml:1:1: 空" >&2; echo "::error::$GITHUB_STEP_SUMMARY"\n'
        "esac\n"
        "exit 1",
    )
    monkeypatch.setenv("BROWSER_PATH", a_program(tmp_path / "browser"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    return log


def test_wrong_data_are_told_before_anything_is_tested(
    dev: Any, wrong_data: Path, capsysbinary: Any
) -> None:
    """What `check` says, as it says it; a step before has put it into GitHub's summary."""
    assert dev.run_tests([]) == 1
    assert wrong_data.read_text(encoding="utf-8") == "-P -m generator check\n"
    output, said = capsysbinary.readouterr()
    assert output == b""
    assert said.decode() == (
        "x.yml:1:1: 空\n::error::\n"
        "The data are wrong; nothing was tested. Mend them, and run the tests again.\n"
    )


def test_tests_that_were_asked_for_run_although_the_data_are_wrong(
    dev: Any, wrong_data: Path, capsysbinary: Any
) -> None:
    """Whoever works on a rule changes data and tests by turns."""
    assert dev.run_tests(["tests/x.py"]) == 1
    log = wrong_data.read_text(encoding="utf-8").splitlines()
    assert log == ["-m pytest tests/x.py", "-P -m generator check"]
    assert capsysbinary.readouterr().err.decode() == (
        "== pytest tests/x.py\nx.yml:1:1: 空\n::error::\nThe data are wrong, which may be why.\n"
        "Failed: pytest tests/x.py\n"
    )


def test_a_check_that_breaks_off_does_not_keep_the_tests_from_running(
    dev: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsysbinary: Any
) -> None:
    """Its traceback is the program's mistake, which the tests name."""
    trace = "Traceback (most recent call last):"
    a_program(dev.PYTHON, f'case "$*" in *check) echo "{trace}" >&2; exit 1;; esac')
    monkeypatch.setenv("BROWSER_PATH", a_program(tmp_path / "browser"))
    assert dev.run_tests([]) == 0
    assert b"Traceback" not in capsysbinary.readouterr().err


# The browser of the tests


@pytest.fixture
def programs(dev: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The only folder on PATH; no other browser, no download, and not root."""
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "programs"))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    a_program(dev.PYTHON, "exit 1")
    return tmp_path / "programs"


def test_browser_named_in_the_environment_comes_first(
    dev: Any, programs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    a_program(programs / "chromium")
    named = a_program(tmp_path / "my browser")
    monkeypatch.setenv("BROWSER_PATH", named)
    assert dev.find_browser() == named


def test_browser_named_in_the_environment_must_exist(
    dev: Any, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_program(programs / "chromium")
    monkeypatch.setenv("BROWSER_PATH", "/no/such/browser")
    with pytest.raises(dev.Missing, match="BROWSER_PATH names /no/such/browser"):
        dev.find_browser()


def test_browsers_on_path_are_taken_in_a_fixed_order(dev: Any, programs: Path) -> None:
    for name in reversed(dev.BROWSERS_ON_PATH):
        expected = a_program(programs / name)
        assert dev.find_browser() == expected


def test_browser_that_does_not_start_is_passed_over(dev: Any, programs: Path) -> None:
    a_program(programs / "chromium", "echo install the snap >&2; exit 1")
    (programs / "chromium-browser").write_bytes(b"\x00not a program")
    (programs / "chromium-browser").chmod(0o755)
    expected = a_program(programs / "microsoft-edge")
    assert dev.find_browser() == expected


def test_usual_places_on_macos_come_after_path(
    dev: Any, programs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(dev, "BROWSERS_OF_MACOS", ["Ours.app/Ours"])
    expected = a_program(tmp_path / "Applications" / "Ours.app" / "Ours")
    assert dev.find_browser() == expected
    expected = a_program(programs / "google-chrome")
    assert dev.find_browser() == expected


def test_browser_downloaded_earlier_is_found(dev: Any, programs: Path, tmp_path: Path) -> None:
    downloaded = a_program(tmp_path / "downloaded")
    a_program(dev.PYTHON, f'[ "$1" = -c ] && echo "{downloaded}"')
    assert dev.find_browser() == downloaded


def test_browser_is_downloaded_when_there_is_none(dev: Any, programs: Path, tmp_path: Path) -> None:
    ready, downloaded = Path(a_program(tmp_path / "ready")), tmp_path / "downloaded"
    a_program(
        dev.PYTHON,
        f'[ "$1" = -c ] && echo "{downloaded}" && exit\n'
        f'[ "$*" = "-m playwright install chromium" ] && /bin/mv "{ready}" "{downloaded}"',
    )
    assert dev.find_browser() == str(downloaded)


def test_download_that_hangs_is_given_up_with_its_children(
    dev: Any, programs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fifo = tmp_path / "open while the download lives"
    os.mkfifo(fifo)
    monkeypatch.setattr(dev, "DOWNLOAD_SECONDS", 0.5)
    a_program(dev.PYTHON, f'exec 3> "{fifo}"\n/bin/sleep 600 &\nwait')
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert dev.download_browser() is None
        ended, _, _ = select.select([reader], [], [], 30)
        assert ended
        assert os.read(reader, 1) == b""
    finally:
        os.close(reader)


def test_root_on_debian_installs_the_package_when_the_download_fails(
    dev: Any, programs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log, ready = tmp_path / "log", a_program(tmp_path / "ready")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    a_program(
        programs / "apt-get",
        f'echo "$*" >> "{log}"\n[ "$1" = update ] || /bin/mv "{ready}" "{programs / "chromium"}"',
    )
    assert dev.find_browser() == str(programs / "chromium")
    assert log.read_text(encoding="utf-8").splitlines() == [
        "update",
        "install -y --no-install-recommends chromium",
    ]


@pytest.mark.parametrize("user", [0, 1000])
def test_without_any_browser_the_remedy_is_told(
    dev: Any, programs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, user: int
) -> None:
    asked = tmp_path / "asked"
    monkeypatch.setattr(os, "geteuid", lambda: user)
    a_program(programs / "apt-get", f'echo "no such package" | /usr/bin/tee "{asked}"; exit 100')
    with pytest.raises(dev.Missing, match="Install Chromium, Google Chrome or Microsoft Edge"):
        dev.find_browser()
    assert asked.exists() == (user == 0)
