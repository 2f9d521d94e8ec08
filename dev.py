"""One command for everybody: makes `.venv` from requirements.lock, then runs a command in it.

`python3 dev.py COMMAND …` is `python -m generator COMMAND …` inside `.venv`, in the folder the
caller stands in, so that paths mean what they say there; only `test` and `lock` are dev.py's own
and run at the repository's root. The generator is found through PYTHONPATH, and `-P` keeps a folder
of the same name in the caller's folder from being taken for it.

Needs Python 3.11 and nothing else. The file keeps to the grammar of Python 3.6, so that an older
Python is told what is missing instead of stumbling over the syntax: no newer syntax here, and
annotations that such a Python cannot evaluate stand in quotes. It is long for a module of ours
because it has to work before anything can be imported.
"""

import argparse
import contextlib
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "made-from"
WINDOWS = os.name == "nt"
IN_VENV = "Scripts/python.exe" if WINDOWS else "bin/python"
PYTHON = VENV / IN_VENV
PIP = ["-m", "pip", "--quiet", "--disable-pip-version-check"]
INSTALL = ["install", "--require-hashes", "--only-binary", ":all:", "-r"]
UV_LOCK = ROOT / ".ci" / "lock" / "uv.lock"
DOCUMENTS_LOCK = ROOT / ".ci" / "documents" / "requirements.lock"
"""What reads PDF and DOCX; most commands do without."""
DOCUMENTS_STAMP = VENV / "documents-made-from"
DOCUMENTS = (".pdf", ".docx")
LOCKS = (
    "requirements.lock",
    ".ci/documents/requirements.lock",
    ".github/weekly/requirements.lock",
    ".github/weekly/way-out.lock",
    ".ci/lock/uv.lock",
)
"""Each is compiled from the file beside it whose name ends in .in."""
MESSAGES = ROOT / ".ci" / "dev-messages.json"
"""English template → how it is said in Traditional Chinese."""
COMPILE = ["pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes"]


class Text(str):
    """An English text that knows its template and its values, and so can be told in Chinese."""

    template: str
    values: "dict[str, object]"

    def __new__(cls, template: str, **values: object) -> "Text":
        """The template filled in; one without values may hold braces of its own."""
        text = super().__new__(cls, template.format(**values) if values else template)
        text.template, text.values = template, values
        return text


USAGE = Text(
    """\
usage: python3 dev.py COMMAND [ARGUMENT ...]

  serve, build, generate, check, convert, ledger, take-in, extract, compare, verify, new,
  rename, retire, update, review, bench
                    the generator's commands (python3 dev.py --help tells more)
  test [ARGUMENT]   everything that must pass before a merge; with arguments, pytest alone
  lock [--upgrade [PACKAGE]]
                    renew requirements.lock and the other locks from their .in files"""
)

# Half of all the work, on two cores at once: what looks at the built site, which is so built in one
# of the two processes alone, and what runs the workflows.
FOLDERS_BESIDE = ["tests/browser", "tests/built_site", "tests/github"]
BESIDE = ["pytest", *FOLDERS_BESIDE]
CHECKS = [
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["mypy"],
    ["pytest", *(f"--ignore={folder}" for folder in FOLDERS_BESIDE)],
]

BROWSERS_ON_PATH = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
)
BROWSERS_OF_MACOS = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
BROWSERS_OF_WINDOWS = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright:\n"
    "    print(playwright.chromium.executable_path)"
)
DOWNLOAD_SECONDS = 300
CHECK_NETWORK = Text(
    "Check the network connection and run the command again. If it is not the network,\n"
    "this Python may be newer than the packages of requirements.lock: try Python 3.11."
)


class Missing(Exception):
    """Something the reader has to install or to mend; the text says what and how."""


def main(arguments: "list[str]") -> int:
    """Set up what is not there, then run the command; the result is its exit status."""
    if not arguments:
        say(USAGE)
        return 2
    try:
        require_python(sys.version_info[:2])
        if arguments[0] == "lock":
            return renew_locks(arguments[1:])
        set_up()
        if reads_documents(arguments):
            add_documents()
        if arguments[0] == "test":
            return run_tests(arguments[1:])
        return hand_over(arguments)
    except Missing as missing:
        say(Text("dev.py: {missing}", missing=missing.args[0]))
        return 1
    except KeyboardInterrupt:
        return 130


def require_python(version: "tuple[int, ...]") -> None:
    """An older Python would fail later and less clearly."""
    if version < (3, 11):
        this = ".".join(str(number) for number in version)
        raise Missing(
            Text(
                "Python 3.11 or newer is needed, this is {this}.\n"
                "Install one and call it by its name, for example: python3.11 dev.py serve",
                this=this,
            )
        )


def set_up() -> None:
    """Make `.venv` unless it is whole and made from this very lock by this very Python."""
    try:
        wanted = fingerprint()
        if is_made(wanted):
            return
        require_venv()
        with only_one_at_a_time() as inherited:
            if not is_made(wanted):
                make(wanted, inherited)
    except OSError as error:
        otherwise = Text("Remove .venv by hand and run the command again.")
        raise Missing(
            Text(
                "cannot make .venv: {error}\n{advice}",
                error=error,
                advice=remedy(str(error), otherwise),
            )
        ) from None


def fingerprint() -> bytes:
    """What `.venv` depends on; sys.version also tells builds and platforms apart."""
    try:
        lock = LOCK.read_bytes()
    except FileNotFoundError:
        raise Missing(
            Text(
                "requirements.lock is missing beside dev.py.\n"
                "Bring it back: git checkout -- requirements.lock"
            )
        ) from None
    return f"{hashlib.sha256(lock).hexdigest()}\n{sys.version}\n".encode()


def is_made(wanted: bytes) -> bool:
    """The stamp is written last, so it stands only in an environment that was once whole."""
    return is_from(wanted) and missing_file() is None


def is_from(wanted: bytes) -> bool:
    """Whether the stamp says so."""
    return STAMP.is_file() and STAMP.read_bytes() == wanted


def missing_file() -> "str | None":
    """A file that the set-up put into `.venv` and that is gone, if there is one.

    Every package brings a list of its files, RECORD; what a cache holds may go.
    """
    if not (PYTHON.exists() and os.access(str(PYTHON), os.X_OK)):
        return IN_VENV
    if not (VENV / "pyvenv.cfg").is_file():
        return "pyvenv.cfg"
    packages = sysconfig.get_path("purelib", "venv", {"base": str(VENV)})
    if not os.path.isdir(packages):
        return os.path.relpath(packages, str(VENV))
    listed = {name for name in os.listdir(packages) if name.endswith(".dist-info")}
    for wanted in always_locked(LOCK.read_text(encoding="utf-8")):
        if wanted not in {plain(name) for name in listed}:
            return wanted
    recorded = set()  # type: set[str]
    for name in listed:
        record = os.path.join(packages, name, "RECORD")
        if not os.path.isfile(record):
            return f"{name}/RECORD"
        with open(record, encoding="utf-8") as lines:
            recorded.update(line.rsplit(",", 2)[0].strip('"') for line in lines)
    gone = {path for path in recorded - files_below(packages) if not path.endswith(".pyc")}
    return next((it for it in sorted(gone) if not os.path.exists(f"{packages}/{it}")), None)


def always_locked(lock: str) -> "list[str]":
    """How the lists of packages are called that stand in a lock for every platform."""
    pins = re.findall(r"^([\w.-]+)==(\S+)(?: \\| --hash.*)?$", lock, re.MULTILINE)
    return [plain(f"{name}-{version}.dist-info") for name, version in pins]


def plain(name: str) -> str:
    """A package's name, which is written in many ways."""
    return re.sub(r"[-_.]+", "-", name).lower()


def files_below(folder: str) -> "set[str]":
    """Paths of files below a folder, without those of caches."""
    found, folders = set(), [""]
    while folders:
        here = folders.pop()
        with os.scandir(os.path.join(folder, here)) as entries:
            for entry in entries:
                if not entry.is_dir():
                    found.add(here + entry.name)
                elif entry.name != "__pycache__":
                    folders.append(f"{here}{entry.name}/")
    return found


def require_venv() -> None:
    """Debian and its descendants ship Python without the part that makes environments."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise Missing(
            Text(
                "this Python cannot make virtual environments (ensurepip is missing).\n"
                "On Debian and Ubuntu: apt install python3-venv"
            )
        )


@contextlib.contextmanager
def only_one_at_a_time() -> "Iterator[int]":
    """Let one set-up work and the others wait.

    The lock lies on this file itself, so nothing is left behind, and it ends with its owner. The
    commands of the set-up inherit it: when only dev.py is killed, the next set-up waits for the
    pip that lives on instead of working against it.
    """
    with open(__file__, "r+b") as file:
        if sys.platform == "win32":
            import msvcrt

            file.seek(1 << 30)  # beyond the end: nobody's reading is disturbed
            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError:  # LK_LOCK gives up after ten seconds
                    say(Text("Waiting for another set-up of .venv …"))
        else:
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say(Text("Waiting for another set-up of .venv …"))
                fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


def make(wanted: bytes, inherited: int) -> None:
    """Make `.venv` anew; whatever interrupts it, no stamp stands until everything is there."""
    if is_from(wanted):
        say(Text(".venv is not whole: {file} is missing.", file=missing_file()))
    say(Text("Setting up .venv (once, about a minute) …"))
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()  # of a link only the link goes: what it leads to may serve others
    elif VENV.exists():
        if STAMP.exists():
            STAMP.unlink()
        shutil.rmtree(VENV)
    run_quietly([base_python(), "-m", "venv", str(VENV)], inherited)
    run_quietly([str(PYTHON), *PIP, *INSTALL, str(LOCK)], inherited)
    unfinished = STAMP.with_suffix(".part")
    unfinished.write_bytes(wanted)
    os.replace(unfinished, STAMP)


def reads_documents(arguments: "list[str]") -> bool:
    """Whether a command reads a PDF or a Word file: `take-in`, `extract` of one, and the tests."""
    of_extract = arguments[0] in ("take-in", "extract") and any(
        argument.lower().endswith(DOCUMENTS) for argument in arguments
    )
    return of_extract or (arguments[0] == "test" and DOCUMENTS_LOCK.is_file())


def add_documents() -> None:
    """Install what reads such files, unless it is there; `.venv` stays whole without it."""
    try:
        wanted = DOCUMENTS_LOCK.read_bytes()
        if DOCUMENTS_STAMP.is_file() and DOCUMENTS_STAMP.read_bytes() == wanted:
            return
        with only_one_at_a_time() as inherited:
            say(Text("Installing what reads PDF and Word files (once) …"))
            run_quietly([str(PYTHON), *PIP, *INSTALL, str(DOCUMENTS_LOCK)], inherited)
            DOCUMENTS_STAMP.write_bytes(wanted)
    except OSError as error:
        raise Missing(
            Text(
                "cannot install what reads PDF and Word files: {error}\n"
                "Bring the list back: git checkout -- .ci/documents",
                error=error,
            )
        ) from None


def base_python() -> str:
    """Not sys.executable: that may be the Python of the very .venv that is removed."""
    return getattr(sys, "_base_executable", None) or sys.executable


def run_quietly(
    command: "list[str]",
    inherited: "int | None" = None,
    environment: "dict[str, str] | None" = None,
    otherwise: str = CHECK_NETWORK,
) -> None:
    """Run a command of the set-up; its last lines are shown only when it fails."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env=environment or undisturbed(),
            pass_fds=() if WINDOWS or inherited is None else (inherited,),
        )
    except OSError as error:
        raise Missing(
            Text(
                "{program} does not start: {error}\n{otherwise}",
                program=command[0],
                error=error,
                otherwise=otherwise,
            )
        ) from None
    if done.returncode:
        output = done.stdout.decode(errors="replace")
        lines = [line.strip() for line in output.splitlines() if line.strip()]
        last = "\n".join(f"    {line[:200]}" for line in lines[-4:])
        name = command[2] if command[1] == "-m" else os.path.basename(command[0])
        raise Missing(
            Text(
                "{name} failed:\n{last}\n{advice}",
                name=name,
                last=last,
                advice=remedy(output, otherwise),
            )
        )


def remedy(output: str, otherwise: str) -> str:
    """What to do about a set-up that failed with this text."""
    known = {
        "No space left": Text("Free some disk space (.venv takes about 500 MB) and run it again."),
        "DO NOT MATCH THE HASHES": Text("Do not use these packages; tell the maintainers."),
        "Hashes are required": Text(
            "Compile requirements.lock again, with hashes: python3 dev.py lock"
        ),
        "PATH separator": Text(
            "Move the repository to a folder without that character in its path."
        ),
        "Permission denied": Text("Use a copy of the repository that you may write to."),
        "Read-only file system": Text("Use a copy of the repository that you may write to."),
    }
    return next((advice for sign, advice in known.items() if sign in output), otherwise)


def undisturbed() -> "dict[str, str]":
    """The caller's environment without what leads a Python to modules of somewhere else."""
    astray = {"PYTHONHOME", "PYTHONPATH", "PYTHONPLATLIBDIR", "PIP_TARGET", "PIP_PREFIX"}
    kept = {name: value for name, value in os.environ.items() if name not in astray}
    return dict(kept, PIP_USER="0")


def with_generator() -> "dict[str, str]":
    """The same, in which `-m generator` is found from any folder."""
    return dict(undisturbed(), PYTHONPATH=str(ROOT))


def hand_over(arguments: "list[str]") -> int:
    """Let the generator take this process's place: its signals and its status are its own."""
    command = [str(PYTHON), "-P", "-m", "generator", *arguments]
    try:
        if WINDOWS:  # os.execv returns to the shell at once there
            return run(command, with_generator())
        os.execve(command[0], command, with_generator())
    except OSError as error:
        raise Missing(
            Text(
                "the Python of .venv does not start: {error}\n"
                "Remove .venv by hand and run the command again.",
                error=error,
            )
        ) from None


def renew_locks(arguments: "list[str]") -> int:
    """Compile each lock from what is wanted, in a folder of its own; nothing has to be installed.

    What is locked stays as it is, as long as it is still wanted, unless it is to be upgraded.
    """
    parser = argparse.ArgumentParser(prog="dev.py lock", description=renew_locks.__doc__)
    parser.add_argument(
        *("--upgrade", "-U"),
        nargs="?",
        const="",
        metavar="PACKAGE",
        help="take the newest version that is wanted, of one package or of all",
    )
    package = parser.parse_args(arguments).upgrade
    before = {name: read_lock(name) for name in LOCKS}
    upgrade = [] if package is None else ["--upgrade"]
    if package:
        require_locked(package, before)
        upgrade = ["--upgrade-package", package]
    with tempfile.TemporaryDirectory() as folder:
        uv = with_uv(Path(folder))
        # Names in the environment are not repeated in a lock's first lines, as options would be.
        environment = dict(undisturbed(), UV_NO_BUILD="1", UV_CACHE_DIR=os.path.join(folder, "c"))
        for name in LOCKS:
            wanted = name[: -len("lock")] + "in"
            command = [uv, *COMPILE, "--no-annotate", wanted, "-o", name]
            advice = Text(
                "Correct {wanted}, or check the network connection, and run it again.",
                wanted=wanted,
            )
            run_quietly(command + upgrade, environment=environment, otherwise=advice)
            changed = (ROOT / name).read_text(encoding="utf-8") != before[name]
            say(
                Text(
                    "{name}: {state}",
                    name=name,
                    state=Text("renewed") if changed else Text("as before"),
                )
            )
    return 0


def read_lock(name: str) -> str:
    """A lock as it is. Between the two sides of a merge nobody can choose for the maintainer."""
    text = (ROOT / name).read_text(encoding="utf-8") if (ROOT / name).exists() else ""
    if re.search("^<<<<<<< ", text, re.MULTILINE):
        raise Missing(
            Text(
                "{name} holds the marks of a merge conflict.\n"
                "Take one side, then run this again: git checkout --ours -- {name}",
                name=name,
            )
        )
    return text


def require_locked(package: str, locks: "dict[str, str]") -> None:
    """A package that nobody has locked is a slip of the pen, which uv would pass over."""
    pins = (re.findall(r"^([\w.-]+)==", text, re.MULTILINE) for text in locks.values())
    if plain(package) not in {plain(name) for names in pins for name in names}:
        raise Missing(
            Text(
                "no lock names a package {package}.\n"
                "Correct the name; a new package is first added to requirements.in.",
                package=package,
            )
        )


def with_uv(folder: Path) -> str:
    """The program uv, in the one version that is locked, below `folder`."""
    if not UV_LOCK.exists():
        name = UV_LOCK.relative_to(ROOT).as_posix()
        raise Missing(Text("{name} is missing.\nBring it back: git checkout -- {name}", name=name))
    require_venv()
    run_quietly([base_python(), "-m", "venv", str(folder / "uv")])
    python = folder / "uv" / IN_VENV
    run_quietly([str(python), *PIP, *INSTALL, str(UV_LOCK)])
    return str(python.with_name("uv.exe" if WINDOWS else "uv"))


def run(command: "list[str]", environment: "dict[str, str]", folder: "Path | None" = None) -> int:
    """Run a command; Ctrl-C reaches it too, and it is given the time to clean up."""
    child = subprocess.Popen(command, env=environment, cwd=folder)
    try:
        return child.wait()
    except KeyboardInterrupt:
        child.wait()
        raise


def run_tests(arguments: "list[str]") -> int:
    """Run every check even if one fails, so that one run tells all there is to mend.

    Only wrong data come before everything: hundreds of tests would fail with them, and none would
    say so plainly. Whoever asks for some tests gets them, and is told of the data if they fail.
    """
    if not arguments and say_what_is_wrong_with_the_data():
        say(Text("The data are wrong; nothing was tested. Mend them, and run the tests again."))
        return 1
    environment = dict(with_generator(), BROWSER_PATH=find_browser())
    # Tests are compiled once, not by each of the many processes that run them.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if arguments:
        failed = run_in_turn([["pytest", *arguments]], environment)
        if failed and say_what_is_wrong_with_the_data():
            say(Text("The data are wrong, which may be why."))
    else:
        with beside(BESIDE, environment) as failed_beside:
            failed = run_in_turn(CHECKS, environment)
        failed += failed_beside
    if failed:
        say(Text("Failed: {checks}", checks=", ".join(failed)))
    return 1 if failed else 0


def say_what_is_wrong_with_the_data() -> bool:
    """Show what `check` says of wrong data; of right ones nothing, which takes two seconds."""
    environment = with_generator()
    environment.pop("GITHUB_STEP_SUMMARY", None)  # a step of the workflow has written it
    done = subprocess.run(
        [str(PYTHON), "-P", "-m", "generator", "check"],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    # A check that breaks off says nothing of the data: the tests tell more of the program.
    if not done.returncode or b"Traceback (most recent call last)" in done.stdout:
        return False
    sys.stdout.flush()
    sys.stderr.flush()
    sys.stderr.buffer.write(done.stdout)
    sys.stderr.flush()
    return True


def run_in_turn(checks: "list[list[str]]", environment: "dict[str, str]") -> "list[str]":
    """Run checks one after the other; the result names those that failed."""
    failed = []
    for check in checks:
        say(f"== {' '.join(check)}")
        if run([str(PYTHON), "-m", *check], environment, ROOT):
            failed.append(" ".join(check))
    return failed


@contextlib.contextmanager
def beside(check: "list[str]", environment: "dict[str, str]") -> "Iterator[list[str]]":
    """Run a check while the block runs, and show what it says afterwards, in one piece.

    What is yielded names the check at the end, if it failed.
    """
    failed = list[str]()
    title = " ".join(check)
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, "output")
        with open(log, "wb") as output:
            child = subprocess.Popen(
                [str(PYTHON), "-m", *check],
                env=environment,
                cwd=ROOT,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            yield failed
            say(Text("== {title} (begun at the start)", title=title))
            show_until_it_ends(child, log)
            if child.returncode:
                failed.append(title)
        finally:
            child.wait()  # Ctrl-C reaches it too, and it is given the time to clean up


def show_until_it_ends(child: "subprocess.Popen[bytes]", log: str) -> None:
    """Copy to standard output what a process has said into a file, and what it goes on to say."""
    with open(log, "rb") as said:
        ended = False
        while not ended:
            ended = child.poll() is not None
            sys.stdout.buffer.write(said.read())
            sys.stdout.flush()
            if not ended:
                time.sleep(0.2)


def find_browser() -> str:
    """A Chromium, Chrome or Edge that starts; installed when there is none."""
    named = os.environ.get("BROWSER_PATH")
    if named:
        if not os.path.isfile(named):
            raise Missing(
                Text(
                    "BROWSER_PATH names {named}, where there is no file.\n"
                    "Correct it, or unset it to let dev.py look for a browser.",
                    named=named,
                )
            )
        return os.path.abspath(named)
    found = installed_browser() or playwright_browser() or download_browser() or debian_browser()
    if not found:
        raise Missing(
            Text(
                "no browser for the tests was found, and none could be installed.\n"
                "Install Chromium, Google Chrome or Microsoft Edge, or name one in BROWSER_PATH."
            )
        )
    return found


def installed_browser() -> "str | None":
    """The first browser on PATH or at its usual place on macOS and Windows."""
    places = [shutil.which(name) for name in BROWSERS_ON_PATH]
    if sys.platform == "darwin":
        folders = ["/Applications", os.path.expanduser("~/Applications")]
        places += [os.path.join(folder, app) for app in BROWSERS_OF_MACOS for folder in folders]
    if WINDOWS:
        names = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
        folders = [os.environ[name] for name in names if name in os.environ]
        places += [os.path.join(folder, exe) for exe in BROWSERS_OF_WINDOWS for folder in folders]
    return next((place for place in places if place and starts(place)), None)


def starts(browser: str) -> bool:
    """Ubuntu's chromium-browser may be an empty shell, and a download may lack libraries."""
    if not os.path.isfile(browser):
        return False
    if WINDOWS:  # a browser there opens a window instead of telling its version
        return True
    silent = subprocess.DEVNULL
    try:
        return subprocess.call([browser, "--version"], stdout=silent, stderr=silent) == 0
    except OSError:
        return False


def playwright_browser() -> "str | None":
    """The browser that Playwright downloaded earlier."""
    asked = subprocess.run(
        [str(PYTHON), "-c", ASK_PLAYWRIGHT], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    place = asked.stdout.decode(errors="replace").strip()
    return place if asked.returncode == 0 and starts(place) else None


def download_browser() -> "str | None":
    """Playwright's own Chromium; the download hangs behind some proxies, hence the limit."""
    say(Text("No browser found; downloading Chromium for the tests (once, some minutes) …"))
    download = subprocess.Popen(
        [str(PYTHON), "-m", "playwright", "install", "chromium"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        failed = download.wait(DOWNLOAD_SECONDS)
    except subprocess.TimeoutExpired:
        failed = 1
    finally:
        stop_all(download)
    return None if failed else playwright_browser()


def stop_all(process: "subprocess.Popen[bytes]") -> None:
    """Playwright downloads in a child of its own, which would go on without its parent."""
    if process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, 9)
        process.wait()


def debian_browser() -> "str | None":
    """In a Debian container there is usually root, and Debian's chromium."""
    if sys.platform == "win32" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    say(Text("The download failed; installing Debian's chromium instead …"))
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]
    for command in (["apt-get", "update"], install):
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        if done.returncode:
            say(done.stdout.decode(errors="replace")[-1000:])
            return None
    return installed_browser()


def say(text: str) -> None:
    """Everything dev.py says itself goes to standard error; standard output is the command's.

    It speaks the language of the environment, and under GitHub Actions, where nobody can choose,
    Chinese and English.
    """
    both = os.environ.get("GITHUB_ACTIONS") == "true"
    variables = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chinese = next(filter(None, variables), "").lower().startswith("zh")
    told = [told_in(text, chinese_texts())] if both or chinese else []
    if both or not chinese:
        told.append(text)
    for line in dict.fromkeys(told):
        try:
            print(line, file=sys.stderr, flush=True)
        except UnicodeEncodeError:  # a terminal without Chinese
            print(text, file=sys.stderr, flush=True)


def chinese_texts() -> "dict[str, str]":
    """English template → Chinese one; none when the file is not there or cannot be read."""
    try:
        texts = json.loads(MESSAGES.read_text(encoding="utf-8"))  # type: dict[str, str]
    except (OSError, ValueError):
        return {}
    return texts


def told_in(text: object, texts: "dict[str, str]") -> str:
    """A text in the language of `texts`; what is no Text stays as it is."""
    if not isinstance(text, Text):
        return str(text)
    template = texts.get(text.template, text.template)
    if not text.values:
        return template
    return template.format(**{name: told_in(it, texts) for name, it in text.values.items()})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
