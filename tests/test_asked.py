"""A preview's server answers with files that are made when they are asked for."""

from collections.abc import Callable, Iterable
from typing import Any

from generator.asked import asked

FILES = {"search/words.json": b"{}", "data/catalog.ttl": b"@prefix", "data/v1/數據.csv": b"a"}


def answered(path: str, root: str = "/") -> tuple[str, dict[str, str], bytes]:
    """Status, headers and body for `path`; whatever is no such file the server knows."""
    told: list[tuple[str, dict[str, str]]] = []

    def pages(_: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("404 Not Found", [])
        return [b"page"]

    app = asked(pages, FILES.get, root)
    raw = path.encode().decode("latin-1")
    parts = app({"PATH_INFO": raw}, lambda status, headers: told.append((status, dict(headers))))
    [(status, headers)] = told
    return status, headers, b"".join(parts)


def test_a_file_is_answered_with_its_type_and_length() -> None:
    headers = {"Content-Type": "application/json", "Content-Length": "2"}
    assert answered("/search/words.json") == ("200 OK", headers, b"{}")
    assert answered("/data/v1/數據.csv")[2] == b"a"


def test_below_an_address_of_a_host_it_is_answered_there_alone() -> None:
    assert answered("/name/search/words.json", "/name/")[2] == b"{}"
    assert answered("/search/words.json", "/name/")[2] == b"page"


def test_everything_else_is_left_to_the_server() -> None:
    for path in ("/", "/datasets/", "/search/", "/search/other.json", "//search/words.json"):
        assert answered(path) == ("404 Not Found", {}, b"page")
