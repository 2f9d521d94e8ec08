"""Edge: a checkout of the repository → the hosts it knows, and which files git keeps in it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.reading.yaml_source import parse

_SYMBOLIC_LINK = "120000"


def known_hosts(checkout: Path) -> Mapping[str, str]:
    """Host → its owner, from the lists that can be read; an older checkout has none."""
    owners: dict[str, str] = {}
    for file in sorted((checkout / "data" / "hosts").glob("*.yml")):
        source, _ = parse(file.read_bytes(), file.name)
        value = source.value if source else None
        hosts = value.get("hosts") if isinstance(value, dict) else None
        for host in hosts if isinstance(hosts, list) else ():
            if isinstance(host, dict) and "host" in host:
                owners[str(host["host"])] = str(host.get("who", ""))
    return owners


def program_changes(before: Path, after: Path) -> tuple[str, ...]:
    """Files outside data/ that differ: a changed program could show anything, even in this report.
    `before` and `after` hold the output of `git ls-files --stage -z`."""
    old, new = dict(_files(before)), dict(_files(after))
    changed = (it for it in old.keys() | new.keys() if old.get(it) != new.get(it))
    return tuple(sorted(it for it in changed if not it.startswith("data/")))


def symbolic_links(files: Path) -> tuple[str, ...]:
    """Symbolic links that git tracks: each may lead out of the repository."""
    return tuple(path for path, state in _files(files) if state.startswith(_SYMBOLIC_LINK))


def _files(listed: Path) -> Iterator[tuple[str, str]]:
    """Path → its mode and its content's hash."""
    for entry in listed.read_text("utf-8", "surrogateescape").split("\0"):
        state, tab, path = entry.partition("\t")
        if tab:
            yield path, state
