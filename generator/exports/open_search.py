"""The OpenSearch description of each variant, by which a browser adds the site's search to its own.

https://github.com/dewitt/opensearch
"""

from collections.abc import Iterator
from xml.etree import ElementTree

from generator.exports.addresses import open_search
from generator.resolve.resolve import Records
from generator.script.convert import Converter
from generator.script.localiser import Localiser
from generator.script.variants import LANGUAGE_TAG, SCRIPTS, VARIANT_ROOT

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
MOST_OF_NAME = 16
"""Characters of a short name that the specification allows."""


def export(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """What is searched is put into the address of the variant's home page."""
    for script in SCRIPTS:
        speaker = Localiser(records.words, converter, script)
        name = speaker.text(records.theme["site-name"])
        root = ElementTree.Element("OpenSearchDescription", {"xmlns": NAMESPACE})
        parts = {
            "ShortName": name[:MOST_OF_NAME],
            "Description": f"{name} · {speaker.text(records.words['home-search'])}",
            "Language": LANGUAGE_TAG[script],
            "InputEncoding": "UTF-8",
        }
        for tag, text in parts.items():
            ElementTree.SubElement(root, tag).text = text
        template = f"{site_url}{VARIANT_ROOT[script]}?q={{searchTerms}}"
        ElementTree.SubElement(root, "Url", {"type": "text/html", "template": template})
        ElementTree.indent(root)
        content: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
        yield open_search(script), content + b"\n"
