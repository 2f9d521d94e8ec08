"""Edge: what the extraction of a document would write, tried on a copy of the records."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from generator.maintain.extract.edition_command import EditionRequest, extract_edition
from generator.maintain.extract.edition_drafts import read_decisions
from generator.maintain.extract.head_command import HeadRequest, extract_head
from generator.maintain.extract.plan_drafts import PlanRequest, extract_plan
from generator.maintain.extract.text_files import drafts_file, review_file, text_file
from generator.maintain.take_in.request import (
    Incoming,
    TakeInRequest,
)
from generator.maintain.trial_change import trial_change
from generator.messages.language import chinese_texts
from generator.messages.message import say, translate


@dataclass(frozen=True)
class Extraction:
    """What there is to write, and whether a person had seen it before."""

    pending: Sequence[str]
    """Paths below the data folder of the files that are still to be written or changed."""
    written: Sequence[str]
    """Those that were, in this run."""
    possible: bool
    """Whether the document has a record, or gets one."""
    reviewed: bool
    """Whether the same review lay there before this run."""


def extract(request: TakeInRequest, incoming: Incoming, *, taken: bool) -> Extraction:
    """Write the review, and the records if that is wanted and nothing new stands in the review, or
    the document was `taken` in before. Raises SourceError if nothing can be done."""
    review = review_file(request.sources, incoming.document)
    if not taken:
        _forget_undecided(request, incoming.document)
    before = review.read_bytes() if review.is_file() else None
    with trial_change(request.data) as trial:
        said = _run(request, incoming, trial.copy).replace(str(trial.copy), str(request.data))
        _write_review(review, incoming, said, (str(trial.copy), str(request.data)))
        reviewed = review.read_bytes() == before
        pending = list(trial.changed_contents())
        possible = taken or f"documents/{incoming.document}.yml" in pending
        written: Sequence[str] = ()
        if request.write and possible and (taken or reviewed):
            trial.apply()
            written, pending = pending, []
    return Extraction(pending, written, possible, reviewed)


def _run(request: TakeInRequest, incoming: Incoming, into: Path) -> str:
    """Extract into the copy; the result is what is said of it, in Chinese as the review is."""
    out, file = StringIO(), text_file(request.sources, incoming.document)
    if incoming.kind == "plan":
        plan = PlanRequest(file, incoming.document, request.data, into, sources=request.sources)
        extract_plan(plan, out, chinese_texts())
    elif incoming.kind == "head":
        head = HeadRequest(
            file=file,
            earlier=incoming.earlier,
            sources=request.sources,
            data=request.data,
            today=request.today,
            into=into,
        )
        extract_head(head, out, chinese_texts())
    elif incoming.earlier is not None:
        edition = EditionRequest(
            file=file,
            document=incoming.document,
            old=incoming.earlier,
            sources=request.sources,
            data=request.data,
            into=into,
        )
        extract_edition(edition, out, chinese_texts())
    return out.getvalue()


def _write_review(review: Path, incoming: Incoming, said: str, folders: tuple[str, str]) -> None:
    """What the extraction said stands below its review; that of a plan is nothing else. Of the two
    `folders` the first is the copy that it was tried on."""
    texts = chinese_texts()
    head = f"# {translate(say('{document}: for review', document=incoming.document), texts)}\n"
    if incoming.kind != "plan" and review.is_file():
        head = review.read_text("utf-8").replace(*folders)
    title = translate(say("what the extraction says"), texts)
    review.write_text(f"{head}\n## {title}\n\n```\n{said}```\n", "utf-8", newline="\n")


def _forget_undecided(request: TakeInRequest, document: str) -> None:
    """Drafts of a text that was mended since are drafted again, unless one is decided."""
    drafts = drafts_file(request.sources, document)
    if all(it.decision == "open" for it in read_decisions(drafts).values()):
        drafts.unlink(missing_ok=True)
