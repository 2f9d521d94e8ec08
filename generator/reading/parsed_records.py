"""A file of records, parsed and decoded · bytes → source and record, or problems.

Files that read without a problem are remembered from run to run by what is in them.
"""

import io
import pickle
from functools import lru_cache, partial
from hashlib import sha256
from typing import Any

from generator.messages.problem import Problem
from generator.model.base import Record
from generator.model.record_fields import value_type
from generator.model.source import Source
from generator.reading.decode import decode
from generator.reading.result_cache import results
from generator.reading.yaml_source import parse

NAME = "records"
SPARE = 1_000
"""Files that are remembered beside twice as many as were read: other folders, and what files held
before they were edited."""


class _Remembered:
    """What is known of files, by a hash of what they were read from; the last used come last."""

    _blobs: dict[bytes, bytes] | None = None
    _loaded = 0
    _used = 0
    _has_new = False

    def get(self, key: bytes) -> tuple[Source, Record] | None:
        """What a file became, if it is known."""
        if results.folder is None:
            return None
        if self._blobs is None:
            self._blobs = results.load(NAME)
            self._loaded = len(self._blobs)
        blob = self._blobs.pop(key, None)
        return None if blob is None else self._use(key, blob)

    def put(self, key: bytes, value: tuple[Source, Record]) -> tuple[Source, Record]:
        """Remember what a file became; as the next run will have it."""
        if results.folder is None:
            return value
        self._has_new = True
        return self._use(key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL)) or value

    def save(self) -> None:
        """Keep what is remembered for the next run, if there is anything new."""
        if self._has_new and self._blobs is not None:
            # A preview asks for edited files alone, and keeps the others as they are.
            most = max(2 * self._used + SPARE, self._loaded)
            results.save(NAME, dict([*self._blobs.items()][-most:]))
        self._blobs, self._loaded, self._used, self._has_new = None, 0, 0, False

    def _use(self, key: bytes, blob: bytes) -> tuple[Source, Record] | None:
        assert self._blobs is not None
        self._blobs[key] = blob
        self._used += 1
        try:
            value: tuple[Source, Record] = _ModelUnpickler(io.BytesIO(blob)).load()
        except pickle.UnpicklingError:
            return None
        return value


_remembered = _Remembered()


@lru_cache(maxsize=20_000)
def parsed_record(
    raw: bytes, path: str, kind: type[Record]
) -> tuple[Source | None, Record | None, tuple[Problem, ...]]:
    """A file as it was read; a preview reads thousands again for the one that was edited.

    Were there more files than the cache holds, each would drive out the next and none be kept.
    """
    key = sha256(
        f"{kind.__module__} {kind.__name__} {path}\n".encode("utf-8", "surrogatepass") + raw
    ).digest()
    if known := _remembered.get(key):
        return (*known, ())
    source, problems = parse(raw, path, partial(value_type, kind))
    if source is None:
        return None, None, tuple(problems)
    record, problems = decode(source, kind)
    if record is not None:
        source, record = _remembered.put(key, (source, record))
    return source, record, tuple(problems)


def keep_parsed_records() -> None:
    """Keep what was read for the next run."""
    _remembered.save()


class _ModelUnpickler(pickle.Unpickler):
    """Makes nothing but what records consist of."""

    def find_class(self, module: str, name: str) -> Any:
        """A class of the model, or of days."""
        if module.startswith("generator.model.") or (module, name) == ("datetime", "date"):
            found_class = super().find_class(module, name)
            if isinstance(found_class, type) and found_class.__module__ == module:
                return found_class
        raise pickle.UnpicklingError(f"{module}.{name}")
