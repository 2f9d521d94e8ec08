"""Asks every outside address of the records whether it still answers; by the weekly workflow only.

`outside_links.py DATA STATE`: DATA is the folder of the records, STATE a JSON file that remembers
how often in a row an address has failed. Prints a table in Markdown. The exit status is 1 when an
address has failed REPEATED times in a row: one bad week is nobody's mistake. Refusals that say
"not to a program" (401, 403, 429 and the like) are unknown, neither good nor bad.
"""

import json
import re
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

REPEATED = 3
SECONDS = 30
UNKNOWN = {401, 403, 405, 406, 408, 418, 425, 429, 451, 503}
_ADDRESS = re.compile(r"https?://[!-~]+?(?=[\s'\"<>|}\]]|[^!-~]|$)")

State = dict[str, int]
"""Address → failures in a row."""


def addresses(data: Path) -> list[str]:
    """Every outside address in the records, sorted."""
    texts = (file.read_text("utf-8") for file in sorted(data.rglob("*.yml")))
    return sorted({match.rstrip(".,;)") for text in texts for match in _ADDRESS.findall(text)})


def ask(url: str) -> int:
    """The status with which `url` answers; 0 when there is no answer at all."""
    request = urllib.request.Request(url, headers={"User-Agent": "handbook-link-check"})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code
    except (OSError, ValueError):
        return 0


def look(
    urls: Iterable[str], before: State, asked: Callable[[str], int]
) -> tuple[State, list[str]]:
    """The new state, and a line for each address that did not simply answer."""
    after: State = {}
    lines = []
    urls = list(urls)
    with ThreadPoolExecutor(8) as pool:
        for url, status in zip(urls, pool.map(asked, urls), strict=True):
            if 200 <= status < 400:
                continue
            if status in UNKNOWN:
                # Neither another failure nor an answer: what was counted stays counted.
                after |= {url: before[url]} if url in before else {}
                lines.append(f"| {url} | {status} | unknown |")
                continue
            after[url] = before.get(url, 0) + 1
            lines.append(f"| {url} | {status or 'no answer'} | {after[url]} in a row |")
    return after, lines


def main(data: Path, state: Path) -> int:
    """Look at all addresses, remember the failures, and say whether one keeps failing."""
    before: State = json.loads(state.read_text("utf-8")) if state.is_file() else {}
    urls = addresses(data)
    after, lines = look(urls, before, ask)
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_text(json.dumps(after, indent=1, sort_keys=True) + "\n", "utf-8")
    print(f"{len(urls)} outside addresses, {len(urls) - len(lines)} answered.\n")
    if lines:
        print("| address | answer | failures |\n|---|---|---|")
        print("\n".join(lines))
    return int(any(count >= REPEATED for count in after.values()))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
