"""Error boxes over a served page · problems → HTML."""

import html
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generator.messages.message import say, translate
from generator.messages.problem import Problem, problem_line

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

_BOX = (
    '<div role="alert" style="position:fixed;inset:0;z-index:99999;overflow:auto;padding:2rem;'
    'background:#fff;color:#1a1a1a;font:16px/1.6 sans-serif">'
    '<h1 style="font-size:1.4rem;color:#b00020">{heading}</h1>'
    '<p>{advice}</p><ol style="padding-left:2rem;overflow-wrap:anywhere">{items}</ol></div>'
)
_ERROR_PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>500</title>'
    '<meta http-equiv="refresh" content="2"></head><body>{box}</body></html>'
)
"""A page that could not be made; it asks for itself again."""
_ITEM = "<li><code>{text}</code></li>"


def data_notice(problems: Sequence[Problem], texts: Mapping[str, str]) -> str:
    """A box that lists problems of the data, with every character escaped."""
    return _box(say("The data are wrong; this page is as it was before"), problems, texts)


def fault_notice(problem: Problem, texts: Mapping[str, str]) -> str:
    """A box for an error in a template, in mkdocs.yml or in the program."""
    return _box(say("This page could not be made anew"), [problem], texts)


def _box(heading: str, problems: Sequence[Problem], texts: Mapping[str, str]) -> str:
    advice = say("Mend the lines below and save; the page comes back by itself.")
    return _BOX.format(
        heading=html.escape(translate(heading, texts)),
        advice=html.escape(translate(advice, texts)),
        items="".join(_ITEM.format(text=html.escape(problem_line(it, texts))) for it in problems),
    )


def with_notice(page: bytes, box: str) -> bytes:
    """`page` with the box at the end of its body."""
    at = page.rfind(b"</body>")
    return page + box.encode() if at < 0 else page[:at] + box.encode() + page[at:]


def error_box_app(app: App, box: Callable[[Exception], str]) -> App:
    """Wrap the WSGI application `app`: answer with an error box when it fails."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        try:
            return app(environ, start_response)
        except Exception as error:
            body = _ERROR_PAGE.format(box=box(error)).encode()
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))]
        start_response("500 Internal Server Error", headers)
        return [body]

    return answer


def notice_app(app: App, notice: Callable[[], str]) -> App:
    """Wrap the WSGI application `app`: add the notice to its pages while there is one."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        box = notice()
        if not box or not environ["PATH_INFO"].endswith(("/", ".html")):
            return app(environ, start_response)
        answers: list[tuple[str, list[tuple[str, str]]]] = []
        parts = app(environ, lambda status, headers: answers.append((status, headers)))
        body = with_notice(b"".join(parts), box)
        status, headers = answers[0]
        kept = [(name, value) for name, value in headers if name != "Content-Length"]
        start_response(status, [*kept, ("Content-Length", str(len(body)))])
        return [body]

    return answer
