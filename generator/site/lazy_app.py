"""What a preview's server makes when it is asked for it, over WSGI: files, and pages."""

from collections.abc import Callable, Iterable
from mimetypes import guess_type
from typing import Any

from generator.site.overlay import App


def lazy_app(
    app: App,
    file: Callable[[str], bytes | None],
    drawing: Callable[[str], int | None],
    root: str,
) -> App:
    """The WSGI application `app`, and below the address `root` each file that there is.

    `app` serves pages from the disk, where `drawing` puts them: it returns the number of a page's
    last drawing, after it drew what had to be drawn anew.
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if not path.startswith(root):
            return app(environ, start_response)
        below = path.removeprefix(root)
        content = file(below)
        if content is None:
            return _answer_of_last_drawing(lambda: drawing(below), app, environ, start_response)
        kind = guess_type(path)[0] or "application/octet-stream"
        headers = [("Content-Type", kind), ("Content-Length", str(len(content)))]
        start_response("200 OK", headers)
        return [content]

    return answer


def _answer_of_last_drawing(
    drawing: Callable[[], int | None],
    app: App,
    environ: dict[str, Any],
    start_response: Callable[..., Any],
) -> Iterable[bytes]:
    """What `app` answers of a page's last drawing: of a page that was drawn anew while it was read,
    the answer may be the old one, or half of the new."""
    responses: list[tuple[Any, ...]] = []
    number = drawing()
    while True:
        body = b"".join(app(environ, lambda *it: responses.append(it)))
        before, number = number, drawing()
        if number == before:
            start_response(*responses[-1])
            return [body]
