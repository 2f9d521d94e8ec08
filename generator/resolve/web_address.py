"""Hosts and addresses in a text, read as a browser reads them · text → hosts.

A browser takes what follows the last `@` for the host, and a backslash for a slash.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[/\\]{2,}(?P<authority>[^\s/?#\\]*)")
_WITHOUT_SCHEME = re.compile(r"(?<![\w./\\@:-])(?P<authority>www\.[^\s/?#\\]+)", re.IGNORECASE)
_MAIL = re.compile(r"(?<![\w.+/@-])[\w.+-]+@(?P<authority>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
_DOT = re.compile("[\u3002\uff0e\uff61](?=[A-Za-z0-9])")
"""What a browser takes for a full stop."""
_AFTER_HOST = re.compile(
    "[,;!<>\"'`|()\\[\\]{}\u2018-\u201f\u3000-\u3002\u3008-\u3011\uff01-\uff0d\uff1a-\uff1f].*"
    "|(?<=[!-~])[\u3400-\u9fff]+$"
)
"""What belongs to the sentence and no longer to the host."""
_WHOLE_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9+.-])"
    r"(?:[A-Za-z][A-Za-z0-9+.-]*:[/\\]{2}|(?:mailto|tel|javascript|vbscript|data|blob):(?=\S))"
    r"[^\s<>\"`]+",
    re.IGNORECASE,
)
_BARE_ADDRESS = re.compile(
    r"(?<![\w./\\@:-])www\.[^\s<>\"`\u3000-\u303f\uff01-\uff0d\uff1a-\uff1f]+", re.IGNORECASE
)
_PUNCTUATION = ".,;:!?)]}>'\"\u3001\u3002\uff0c\uff1b\uff1a\uff09\u300d\u300f"
_SCHEME_AND_REST = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<rest>.*)", re.DOTALL)
_PORTS = {"http": ":80", "https": ":443"}


def host_of(address: str) -> str:
    """The host of one whole address, in lower case, with its port unless it is the usual one.

    Empty for an address without a host: of a page of one's own, or of a script.
    """
    bare = re.sub(r"[\t\r\n]", "", address).strip()
    whole = _SCHEME_AND_REST.match(bare)
    scheme, rest = (whole["scheme"].lower(), whole["rest"]) if whole else ("", bare)
    rest = rest.replace("\\", "/")
    if scheme == "mailto":
        return _host(rest.partition("?")[0], scheme)
    if not rest.startswith("//") and scheme not in _PORTS:
        return ""
    return _host(re.split("[/?#]", rest.lstrip("/"), maxsplit=1)[0], scheme)


def hosts_in(text: str) -> Iterator[str]:
    """The hosts of all addresses in a text, also of those without a scheme and of mail."""
    if "." not in text and "://" not in text:
        return
    for pattern in (_ADDRESS, _WITHOUT_SCHEME, _MAIL):
        for match in pattern.finditer(text):
            host = _DOT.sub(".", unquote(match["authority"]).rpartition("@")[2])
            scheme = match[0].partition(":")[0].lower()
            if host := _host(_AFTER_HOST.sub("", host), scheme):
                yield host


def addresses_in(text: str) -> Iterator[str]:
    """All addresses in a text, whole, without the punctuation behind them; mail as `mailto:`, and
    what begins with `www.` as a browser would complete it."""
    for match in _WHOLE_ADDRESS.finditer(text) if ":" in text else ():
        yield match[0].rstrip(_PUNCTUATION)
    for match in _BARE_ADDRESS.finditer(text):
        yield f"https://{match[0].rstrip(_PUNCTUATION)}"
    for match in _MAIL.finditer(text) if "@" in text else ():
        if not text[: match.start()].lower().endswith("mailto:"):
            yield f"mailto:{match[0]}"


def _host(authority: str, scheme: str) -> str:
    host = unquote(authority).rpartition("@")[2].lower()
    return host.removesuffix(_PORTS.get(scheme, "\0")).rstrip(".")
