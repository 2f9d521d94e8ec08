"""What the disk refused, in words that help · OSError → message."""

import errno
from pathlib import Path

from generator.messages.message import Message, say

_SPACE = say("the disk is full"), say("free some space, and run the command again")
_RIGHTS = say("this user may not"), say("give the permission, or choose another folder")
_WRITTEN = say("the disk is read-only"), say("choose another folder")
_FILE = say("a part of the path is a file"), say("choose another folder")
_BY_NUMBER: dict[int, tuple[str, Message]] = {
    errno.ENOSPC: _SPACE,
    errno.EDQUOT: _SPACE,
    errno.EFBIG: (say("a file would be too large"), say("raise the limit on the size of files")),
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: _WRITTEN,
    errno.ENOENT: (say("there is no such file"), say("bring it back, or correct the path")),
    errno.ENOTDIR: _FILE,
    errno.EEXIST: _FILE,
    errno.ENAMETOOLONG: (say("the path is too long"), say("choose a folder nearer to the top")),
    errno.EMFILE: (say("too many open files"), say("raise the limit on open files")),
}


def disk_error_message(error: OSError, path: Path | None = None) -> Message:
    """What the disk refused and how to mend it, of the file that `error` names, or of `path`."""
    reason = error.strerror or type(error).__name__
    unknown = reason, say("mend it, and run the command again")
    reason, tip = _BY_NUMBER.get(error.errno or 0, unknown)
    shown = path if path is not None else error.filename
    if shown is None:
        return say("{reason} ({tip})", reason=reason, tip=tip)
    return say("{path}: {reason} ({tip})", path=shown, reason=reason, tip=tip)
