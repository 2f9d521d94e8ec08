"""Permissions that hold for whoever runs the tests, root included."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

VERSION = 0x20080522
"""Of the calls of Linux that read and set what a thread may do."""
PASSES_OVER_PERMISSIONS = 1 << 1 | 1 << 2
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""


@contextmanager
def permissions(path: Path, mode: int) -> Iterator[None]:
    """Give a file or folder these permissions, which hold for root, too, during the block."""
    before = path.stat().st_mode
    with _as_anybody():
        path.chmod(mode)
        try:
            yield
        finally:
            with suppress(FileNotFoundError):
                path.chmod(before)


@contextmanager
def _as_anybody() -> Iterator[None]:
    """Lay down root's right to read and write everything; what is started meanwhile lacks it."""
    if not hasattr(os, "geteuid"):
        pytest.skip("this system has no such permissions")
    if os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("root reads and writes everything")
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(VERSION, 0)
    # Effective, permitted and inheritable, the lower halves before the upper ones.
    rights = (ctypes.c_uint32 * 6)()
    assert libc.capget(header, rights) == 0
    before = rights[0]
    rights[0] = before & ~PASSES_OVER_PERMISSIONS
    assert libc.capset(header, rights) == 0
    try:
        yield
    finally:
        rights[0] = before
        assert libc.capset(header, rights) == 0
