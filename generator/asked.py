"""Files of a preview that nobody makes before they are asked for · path → bytes, over WSGI."""

from collections.abc import Callable, Iterable
from mimetypes import guess_type
from typing import Any

from generator.notice import App


def asked(app: App, file: Callable[[str], bytes | None], root: str) -> App:
    """The WSGI application `app`, and below the address `root` each file that there is."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        content = file(path.removeprefix(root)) if path.startswith(root) else None
        if content is None:
            return app(environ, start_response)
        kind = guess_type(path)[0] or "application/octet-stream"
        headers = [("Content-Type", kind), ("Content-Length", str(len(content)))]
        start_response("200 OK", headers)
        return [content]

    return answer
