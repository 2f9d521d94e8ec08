"""A preview's server answers with files and pages that are made when they are asked for."""

from collections.abc import Callable, Iterable
from typing import Any

from generator.site.lazy_app import lazy_app

FILES = {"search/words.json": b"{}", "data/catalog.ttl": b"@prefix", "data/v1/數據.csv": b"a"}


def answered(
    path: str, root: str = "/", drawing: Callable[[str], int | None] = lambda _: None
) -> tuple[str, dict[str, str], bytes]:
    """Status, headers and body for `path`; of what is no such file the server says how often it
    was asked."""
    told: list[tuple[str, dict[str, str]]] = []
    asks = 0

    def pages(_: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        nonlocal asks
        asks += 1
        start_response("404 Not Found" if asks == 1 else "200 OK", [("X-Asks", str(asks))])
        return [b"page ", str(asks).encode()]

    app = lazy_app(pages, FILES.get, drawing, root)
    raw = path.encode().decode("latin-1")
    parts = app({"PATH_INFO": raw}, lambda status, headers: told.append((status, dict(headers))))
    [(status, headers)] = told
    return status, headers, b"".join(parts)


LEFT_ALONE = ("404 Not Found", {"X-Asks": "1"}, b"page 1")


def test_a_file_is_answered_with_its_type_and_length() -> None:
    headers = {"Content-Type": "application/json", "Content-Length": "2"}
    assert answered("/search/words.json") == ("200 OK", headers, b"{}")
    assert answered("/data/v1/數據.csv")[2] == b"a"


def test_below_an_address_of_a_host_it_is_answered_there_alone() -> None:
    assert answered("/name/search/words.json", "/name/")[2] == b"{}"
    assert answered("/search/words.json", "/name/") == LEFT_ALONE


def test_everything_else_is_left_to_the_server() -> None:
    for path in ("/", "/datasets/", "/search/", "/search/other.json", "//search/words.json"):
        assert answered(path) == LEFT_ALONE


def test_a_page_is_drawn_before_it_is_served() -> None:
    addresses: list[str] = []

    def drawing(address: str) -> int:
        addresses.append(address)
        return 1

    assert answered("/name/datasets/數據/", "/name/", drawing) == LEFT_ALONE
    assert set(addresses) == {"datasets/數據/"}


def test_a_page_that_was_drawn_anew_while_it_was_read_is_read_again() -> None:
    """The server waits for a rebuild before it reads: what was drawn before that is old."""
    numbers = iter([1, 2, 2])
    assert answered("/datasets/", drawing=lambda _: next(numbers)) == (
        "200 OK",
        {"X-Asks": "2"},
        b"page 2",
    )


def test_a_page_that_came_with_the_rebuild_that_was_waited_for_is_there() -> None:
    numbers = iter([None, 1, 1])
    assert answered("/datasets/new/", drawing=lambda _: next(numbers))[0] == "200 OK"
