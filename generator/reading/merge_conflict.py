"""Git's conflict marks in a file that two branches changed · text → its two versions."""

import re

_MARK = re.compile(r"(?m)^(<{7}|\|{7}|={7}|>{7})(?: |\r?$)")


def has_conflict(text: str) -> bool:
    """Whether the text holds git's conflict marks."""
    return _MARK.search(text) is not None


def conflict_sides(text: str) -> tuple[str, str]:
    """Our version and their version of the file; the common ancestor is left out."""
    ours: list[str] = []
    theirs: list[str] = []
    into: tuple[list[str], ...] = (ours, theirs)
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        if mark := _MARK.match(line):
            into = {"<": (ours,), "|": (), "=": (theirs,), ">": (ours, theirs)}[mark[1][0]]
        else:
            for side in into:
                side.append(line)
    return "".join(ours), "".join(theirs)
