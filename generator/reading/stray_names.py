"""Files in the data folder that are no records · file name → what to do about it.

Left alone without a word is what systems and editors keep for themselves and nobody has typed:
names that begin with a dot (.DS_Store, .itc.yml.swp, ._itc.yml), Thumbs.db, desktop.ini, Icon and
__MACOSX. Everything else is reported: it may be somebody's work, under a name that hides it.
"""

import re
from collections.abc import Callable

from generator.messages.message import say
from generator.model.base import is_identifier

SUFFIX = ".yml"

_SYSTEM_FILE = re.compile(r"(?i)\..*|(eh)?thumbs\.db|desktop\.ini|icon\r?|__macosx", re.DOTALL)
_HIDDEN_RECORD = re.compile(r"(?i)\.(?P<id>[a-z0-9-]+)\.ya?ml")
_OTHER_END = re.compile(
    r"(?i)(?P<id>.+?)(\.ya?ml)?(\.ya?ml)"  # x.yaml, x.YML, x.yml.yml
    r"|(?P<hidden>.+?)\.ya?ml\.(txt|text|rtf|docx?|html?)"  # what Windows does not show
    r"|(?P<typed>.+?)\.(ym|yl|yam|yml[_,.;-]|ymal|ylm|yaml_)",
)
_BACKUP = re.compile(
    r"(?i)~\$(?P<office>.+?)(\.ya?ml)?"
    r"|#(?P<emacs>.+?)(\.ya?ml)?#"
    r"|(?P<id>.+?)(\.ya?ml)?(~|\.(orig|rej|bak|backup|old|tmp|temp|sw[a-p]|save|part|lock"
    r"|crdownload|download|conflict|mine|theirs|r?[0-9][0-9_-]*))"
)


def is_system_file(name: str) -> bool:
    """Whether a file of this name is made by the system or an editor, so that it is ignored."""
    return bool(_SYSTEM_FILE.fullmatch(name)) and not _HIDDEN_RECORD.fullmatch(name)


def record_stem(name: str) -> str:
    """The identifier that a misnamed file probably stands for: itc for itc.yml.txt, ~$itc.yml."""
    return name.lstrip(".~$#").partition(".")[0]


def stray_tip(name: str, exists: Callable[[str], bool]) -> str:
    """What to do about a file that is no record; `exists` tells whether a neighbour exists."""
    if match := _HIDDEN_RECORD.fullmatch(name):
        return _rename_tip(match["id"], exists)
    if match := _OTHER_END.fullmatch(name):
        return _rename_tip(match["id"] or match["hidden"] or match["typed"], exists)
    if match := _BACKUP.fullmatch(name):
        record = f"{match['office'] or match['emacs'] or match['id']}{SUFFIX}"
        if exists(record):
            return say("delete what a program left beside {record}", record=record)
        return _perhaps_a_record(record)
    if is_identifier(name):
        return _perhaps_a_record(f"{name}{SUFFIX}")
    return say("records are files named <id>.yml: write it as one, or move it out of data/")


def _rename_tip(stem: str, exists: Callable[[str], bool]) -> str:
    record = f"{stem}{SUFFIX}"
    if exists(record):
        return say("{record} stands beside it: keep one, under that name", record=record)
    return say("rename the file to {record}", record=record)


def _perhaps_a_record(record: str) -> str:
    return say("rename it to {record} if it is the record, else delete it", record=record)
