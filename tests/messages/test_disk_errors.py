"""What the disk refuses is told in words that help."""

import errno
from pathlib import Path

import pytest

from generator.messages.disk_errors import disk_error_message
from generator.messages.language import chinese_texts
from generator.messages.message import translate


@pytest.mark.parametrize(
    ("error", "path", "expected"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device", "a/b"),
            None,
            "a/b: the disk is full (free some space, and run the command again)",
        ),
        (
            OSError(errno.ENOSPC, "No space left on device", "a/.site-x/b"),
            Path("a/site"),
            "a/site: the disk is full (free some space, and run the command again)",
        ),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            None,
            "the disk is full (free some space, and run the command again)",
        ),
        (
            OSError(errno.EIO, "Input/output error", "a"),
            None,
            "a: Input/output error (mend it, and run the command again)",
        ),
        (OSError("odd"), None, "OSError (mend it, and run the command again)"),
    ],
)
def test_it_names_the_file_the_reason_and_the_remedy(
    error: OSError, path: Path | None, expected: str
) -> None:
    assert disk_error_message(error, path) == expected


def test_it_is_told_in_chinese() -> None:
    error = OSError(errno.EROFS, "Read-only file system", "a")
    assert translate(disk_error_message(error), chinese_texts()) == "a：磁碟唯讀（另選資料夾）"
