"""Edge: what was worked out before, kept between runs in the user's own folder.

Nothing depends on it: without a folder, or when it cannot be trusted, everything is worked out
anew. Values are plain ones: a file of a stranger could not run anything here.
"""

import contextlib
import io
import os
import pickle
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

PROGRAM = Path(__file__).parents[1]
_DIGEST_SIZE = sha256().digest_size
_OTHERS_MAY_WRITE = 0o022
_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_OLD = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | _BINARY


class ResultCache:
    """Results by name, each name in a file of its own; none while no folder is given."""

    def __init__(self) -> None:
        self.folder: Path | None = None

    @contextlib.contextmanager
    def kept_in(self, folder: Path | None) -> Iterator[None]:
        """Use `folder` for the block; with None, as before it, nothing is kept."""
        before, self.folder = self.folder, folder
        try:
            yield
        finally:
            self.folder = before

    def load(self, name: str) -> dict[Any, Any]:
        """What was last saved under `name`: all of it, or nothing if it is not there, not complete,
        somebody else's, or of another version of the program."""
        if self.folder is None:
            return {}
        try:
            content = _own_bytes(self.folder / name)
            digest, payload = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
            if digest != _signature(payload):
                return {}
            values = _PlainUnpickler(io.BytesIO(payload)).load()
        except (OSError, pickle.UnpicklingError):
            return {}
        return values if isinstance(values, dict) else {}

    def save(self, name: str, results: Mapping[Any, Any]) -> None:
        """Keep plain `results` under `name` in place of what was there; if the disk refuses, what
        was there stays, or nothing."""
        if self.folder is None:
            return
        payload = pickle.dumps(dict(results), pickle.HIGHEST_PROTOCOL)
        new = self.folder / f"{name}.new"
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            # No copy of the repository, whatever it ignores, takes in what is kept here.
            (self.folder / ".gitignore").write_text("*\n", "ascii")
            # One that was left by a killed run; of two that write at once one may come out broken,
            # which the next to read it sees.
            new.unlink(missing_ok=True)
            with open(os.open(new, _NEW, 0o600), "wb") as file:
                file.write(_signature(payload) + payload)
            new.replace(self.folder / name)
        except OSError:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)


results = ResultCache()
"""That of this process; the command line gives it a folder."""


@cache
def program_version() -> bytes:
    """A hash of the program, its packages and its Python: with any of them results may change."""
    files = (it for it in PROGRAM.rglob("*") if it.suffix in (".py", ".j2", ".yml"))
    packages = (it for it in os.listdir(sysconfig.get_path("purelib")) if it.endswith("-info"))
    digest = sha256("\n".join((sys.version, *sorted(packages))).encode())
    for file in sorted(files):
        content = file.read_bytes()
        digest.update(f"\n{file.relative_to(PROGRAM)} {len(content)}\n".encode() + content)
    return digest.digest()


class _PlainUnpickler(pickle.Unpickler):
    """Reads numbers, texts and what holds them; no classes and no functions."""

    def find_class(self, module: str, name: str) -> Any:
        """Refuse everything that has a name."""
        raise pickle.UnpicklingError(f"{module}.{name}")


def _own_bytes(file: Path) -> bytes:
    """The bytes of a file that only its owner, who runs this, may write. Raises OSError."""
    with open(os.open(file, _OLD), "rb") as opened:
        for status in (os.fstat(opened.fileno()), os.lstat(file.parent)):
            is_own = not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
            if sys.platform != "win32" and not (is_own and not status.st_mode & _OTHERS_MAY_WRITE):
                raise PermissionError(file)
        return opened.read()


def _signature(payload: bytes) -> bytes:
    return sha256(program_version() + payload).digest()
