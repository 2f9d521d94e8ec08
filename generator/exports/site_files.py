"""What stands at the site's root for machines: site map, robots.txt, llms.txt."""

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree

from generator.exports import addresses
from generator.exports.published_kinds import KINDS
from generator.model.wording import Wording
from generator.resolve.resolve import Records
from generator.script.convert import Converter
from generator.script.localiser import Localiser
from generator.script.variants import LANGUAGE_TAG, VARIANT_ROOT

SITE_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
MARKDOWN_PAGE = "index.md"
"""What is added to a page's address for its Markdown, which the build puts there."""
XHTML = "http://www.w3.org/1999/xhtml"


def site_files(
    records: Records, converter: Converter, pages: Iterable[str], site_url: str
) -> Iterator[tuple[str, bytes]]:
    """`pages` are addresses below the root of either variant, for example `datasets/`."""
    pages = sorted(pages)
    yield "sitemap.xml", _site_map(pages, site_url)
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n"
    yield "robots.txt", robots.encode()
    speaker = Localiser(records.words, converter, "zh-Hant")
    yield "llms.txt", _llms(records, speaker, pages, site_url)


def _site_map(pages: Iterable[str], site_url: str) -> bytes:
    """Every page in both variants, each naming both and the one for everybody else."""
    root = ElementTree.Element("urlset", {"xmlns": SITE_MAP, "xmlns:xhtml": XHTML})
    for page in pages:
        variants = {LANGUAGE_TAG[it]: site_url + start + page for it, start in VARIANT_ROOT.items()}
        links = variants | {"x-default": variants[LANGUAGE_TAG["zh-Hant"]]}
        for address in variants.values():
            url = ElementTree.SubElement(root, "url")
            ElementTree.SubElement(url, "loc").text = address
            for language, other in links.items():
                attributes = {"rel": "alternate", "hreflang": language, "href": other}
                ElementTree.SubElement(url, "xhtml:link", attributes)
    ElementTree.indent(root)
    content: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return content + b"\n"


def _llms(records: Records, speaker: Localiser, pages: Sequence[str], site_url: str) -> bytes:
    """The site in a few lines for language models, as https://llmstxt.org/ proposes."""
    data = records.prose["data"]

    def say(wording: Wording) -> str:
        return _as_markdown(speaker.text(wording))

    lead = say(records.prose["home"].lead).replace("\n", "\n> ")
    about_data = say(data.lead).replace("\n", " ")
    files = [
        (kind.name, f"{addresses.DATA}{kind.name}.json", records.fields[f"record.{kind.type_key}"])
        for kind in KINDS
    ]
    others = [
        ("Frictionless Data Package", addresses.PACKAGE),
        ("DCAT-AP 3 (JSON-LD)", addresses.CATALOGUE_JSON),
        ("DCAT-AP 3 (Turtle)", addresses.CATALOGUE_TURTLE),
        ("Atom", addresses.changes_feed("zh-Hant")),
        ("iCalendar", addresses.releases_calendar("zh-Hant")),
    ]
    lines = [
        f"# {say(records.theme['site-name'])}",
        "",
        f"> {lead}",
        "",
        say(records.theme["footer-official"]),
        "",
        f"## {say(data.title)}",
        "",
        f"- [{say(data.title)}]({site_url}data/): {about_data}",
        *(f"- [{name}]({site_url}{file}): {say(what)}" for name, file, what in files),
        *(f"- [{name}]({site_url}{file})" for name, file in others),
        "",
        "## Markdown",
        "",
        say(records.words["markdown-pages"]),
        "",
        *(
            f"- [{_as_markdown(name)}]({site_url}{page}{MARKDOWN_PAGE})"
            for page, name in _lists(records, speaker, pages)
        ),
        "",
    ]
    return "\n".join(lines).encode()


def _lists(records: Records, speaker: Localiser, pages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Address and name of the home page, of each list, and of what is about the site."""
    lists = dict.fromkeys(kind.list_page for kind in KINDS if kind.list_page)
    for page in ("", *lists, "data/", "about/"):
        name = page.strip("/")
        words = (records.theme.get(f"{place}.{name or 'index'}") for place in ("nav", "footer"))
        label = next(filter(None, words), None)
        if page in pages:
            yield page, speaker.text(label) if label else name


def _as_markdown(text: str) -> str:
    """`text` so that Markdown shows it as it is, on the lines it has."""
    html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = re.sub(r"[\\`*_{}\[\]!]", lambda it: "\\" + it[0], html)
    # What makes a heading, a list or a rule at the beginning of a line.
    marks = re.compile(r"^([0-9]*)([-+=#:.)])", re.MULTILINE)
    return marks.sub(lambda it: f"{it[1]}&#{ord(it[2])};", plain)
