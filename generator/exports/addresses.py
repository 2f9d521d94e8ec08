"""Addresses of the files that both variants share, below the site's root."""

from generator.model.base import Script

DATA = "data/v1/"
CATALOGUE_JSON = "data/catalog.jsonld"
CATALOGUE_TURTLE = "data/catalog.ttl"
PACKAGE = f"{DATA}datapackage.json"
CITATION_FORMS = (("bib", "BibTeX"), ("ris", "RIS"), ("csl.json", "CSL-JSON"))
"""How the names of the files end that reference managers take in, and what readers call them."""


def changes_feed(script: Script, agency: str | None = None) -> str:
    """The feed of changes, of all records or of those of one agency."""
    return f"feeds/{agency + '/' if agency else ''}changes.{script}.xml"


def corrections_feed(script: Script) -> str:
    """The feed of what this site published otherwise."""
    return f"{CORRECTIONS_FEED}.{script}.xml"


CORRECTIONS_FEED = "feeds/corrections"
FOLLOWED = ("agencies", "programmes", "datasets")
"""Kinds of record with a feed of their own."""


def record_feed(folder: str, identifier: str) -> str:
    """What is told of one record: the feed's name without script and ending."""
    return f"feeds/{folder}/{identifier}"


def releases_calendar(script: Script, agency: str | None = None) -> str:
    """The calendar of planned releases, of all agencies or of one."""
    return f"feeds/{agency + '/' if agency else ''}releases.{script}.ics"


def record_file(folder: str, identifier: str) -> str:
    """The file of one record, beside its page."""
    return f"{folder}/{identifier}/index.json"


def open_search(script: Script) -> str:
    """The description by which a browser adds the search of a variant."""
    return "opensearch.xml" if script == "zh-Hant" else f"opensearch.{script}.xml"


def explanations(script: Script) -> str:
    """What bodies and terms are, in a few words."""
    return f"search/explanations.{script}.json"


def citation_file(folder: str, identifier: str, suffix: str, anchor: str = "") -> str:
    """A file with what a record rests on, or the table at an anchor, beside its page."""
    return f"{folder}/{identifier}/{anchor or 'index'}.{suffix}"


def statement_anchor(identifier: str) -> str:
    """The place of a statement on the page of its subject (render/templates/statements.md.j2)."""
    return f"statement-{identifier}"


def statements_anchor(kind: str, year: str | None) -> str:
    """The place where those of one kind begin there, of work those of one year."""
    return f"statements-{kind}-{year.replace('/', '-')}" if year else f"statements-{kind}"


def figure_anchor(measure: str) -> str:
    """The place of a measure's row on the page of its subject (render/templates/facts.md.j2)."""
    return f"figure-{measure}"


def chart_file(page: str, identifier: str, suffix: str) -> str:
    """A file of a chart: the address of its page, its identifier there, how its name ends."""
    return f"charts/{page}{identifier}.{suffix}"
