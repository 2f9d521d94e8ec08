"""Records → schema.org nodes, for the page of each record in one variant.

Names and descriptions stand in both scripts, each tagged, that of the page first.
"""

from collections.abc import Iterator
from typing import Any

from generator.exports import addresses
from generator.exports.published_kinds import KINDS
from generator.exports.standard_addresses import FORMATS, HONG_KONG, PORTAL_TERMS, iso_date
from generator.model.base import Script
from generator.model.wording import Wording
from generator.resolve.records import AgencyRecord, DatasetRecord, ProgrammeRecord, Records
from generator.script.convert import OTHER, Converter
from generator.script.localiser import Localiser

START: dict[Script, str] = {"zh-Hant": "", "zh-Hans": "zh-Hans/"}
LONGEST = 5000
"""What Google's Dataset Search takes of a description."""
KEPT_UP_NO_MORE = "ONE_OFF"

Node = dict[str, Any]


class LinkedData:
    """Makes the nodes of one variant's pages."""

    def __init__(
        self, records: Records, converter: Converter, site_url: str, script: Script
    ) -> None:
        self._records = records
        self._site = site_url
        self._pages = site_url + START[script]
        self._speakers = [
            (it, Localiser(records.words, converter, it)) for it in (script, OTHER[script])
        ]
        self._agencies = {it.id: it for it in records.agencies}

    def dataset(self, it: DatasetRecord) -> Node:
        """A dataset; one that is only planned has no distribution."""
        node: Node = {
            "@type": "Dataset",
            "@id": f"{self._site}datasets/{it.id}/#dataset",
            "url": f"{self._pages}datasets/{it.id}/",
            "identifier": it.id,
            "name": self._both(it.name),
            "description": [
                {"@language": script, "@value": about_dataset(it, speaker)[:LONGEST]}
                for script, speaker in self._speakers
            ],
            "creator": self._agency_stub(it.agency.id),
            "includedInDataCatalog": self._catalogue_stub(),
            "keywords": self._both(it.category.label),
            "spatialCoverage": self._hong_kong(),
            "subjectOf": [
                f"{self._site}documents/{row.document.id}/#line-{row.line}" for row in it.listings
            ],
        }
        if it.status == "planned":
            return node | {"creativeWorkStatus": "Planned"}
        node["datePublished"] = iso_date(it.newest.date)
        if not it.archived and it.frequency.code != KEPT_UP_NO_MORE:
            node["temporalCoverage"] = f"{iso_date(it.newest.date)}/.."
        if it.landing:
            node |= {"license": PORTAL_TERMS, "sameAs": [it.landing.hant, it.landing.hans]}
            # DCAT 3 (annex on schema.org) maps accessURL, which a portal's page is, to contentUrl.
            node["distribution"] = [
                {
                    "@type": "DataDownload",
                    "encodingFormat": FORMATS[form][1],
                    "contentUrl": it.landing.hant,
                }
                for form in it.formats
            ]
        return node

    def agency(self, it: AgencyRecord) -> Node:
        """An organisation."""
        node = self._agency_stub(it.id)
        node |= {"identifier": it.id, "mainEntityOfPage": f"{self._pages}agencies/{it.id}/"}
        node["alternateName"] = self._others(it)
        if it.summary:
            node["description"] = self._both(it.summary)
        if it.established:
            node["foundingDate"] = iso_date(it.established)
        if it.dissolved:
            node["dissolutionDate"] = iso_date(it.dissolved)
        if it.parent and it.parent.id in self._agencies:
            node["parentOrganization"] = self._agency_stub(it.parent.id)
        return _without_empty(node)

    def programme(self, it: ProgrammeRecord) -> Node:
        """A scheme, park, agreement, competition or policy."""
        kind = self._records.published_as["programme-kinds"][it.kind.code]
        node: Node = {
            "@type": kind,
            "@id": f"{self._site}programmes/{it.id}/#programme",
            "identifier": it.id,
            "mainEntityOfPage": f"{self._pages}programmes/{it.id}/",
            "name": self._both(it.name),
            "alternateName": self._others(it),
            "description": self._both(it.summary) if it.summary else None,
            "sameAs": [url for url in (it.links.hant, it.links.hans, it.links.en) if url]
            if it.links
            else None,
        }
        if kind == "GovernmentService" and it.agency and it.agency.id in self._agencies:
            node["serviceOperator"] = self._agency_stub(it.agency.id)
        return _without_empty(node)

    def catalogue(self) -> Node:
        """The handbook as a catalogue of datasets, each of which names it: a list of thousands
        would be in the way of the home page, and data/catalog.jsonld has it."""
        return self._catalogue_stub() | {
            "url": self._pages,
            "description": self._both(self._records.prose["home"].lead),
            "creator": self._editors(),
        }

    def own_data(self) -> Node:
        """The handbook's own files."""
        prose = self._records.prose["data"]
        return {
            "@type": "Dataset",
            "@id": f"{self._site}data/#files",
            "url": f"{self._pages}data/",
            "name": [
                {"@language": script, "@value": f"{speaker.text(site)}{speaker.text(prose.title)}"}
                for site in (self._records.theme["site-name"],)
                for script, speaker in self._speakers
            ],
            "description": [
                {"@language": script, "@value": f"{speaker.text(home)}\n{speaker.text(prose.lead)}"}
                for home in (self._records.prose["home"].lead,)
                for script, speaker in self._speakers
            ],
            "creator": self._editors(),
            "license": f"{self._site}about/#rights",
            "isAccessibleForFree": True,
            "dateModified": self._records.data_as_of,
            "spatialCoverage": self._hong_kong(),
            "includedInDataCatalog": self._catalogue_stub(),
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": media_type,
                    "contentUrl": f"{self._site}{addresses.DATA}{kind.name}.{suffix}",
                }
                for kind in KINDS
                for suffix, media_type in (("json", "application/json"), ("csv", "text/csv"))
            ],
        }

    def breadcrumbs(self, *steps: tuple[str, Wording]) -> Node:
        """The way to a page: addresses below the variant's root, and what they are called."""
        _, speaker = self._speakers[0]
        home = ("", self._records.theme["site-name"])
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": number,
                    "name": speaker.text(name),
                    "item": self._pages + address,
                }
                for number, (address, name) in enumerate((home, *steps), 1)
            ],
        }

    def _both(self, wording: Wording) -> list[Node]:
        return [
            {"@language": script, "@value": speaker.text(wording)}
            for script, speaker in self._speakers
        ]

    def _others(self, it: AgencyRecord | ProgrammeRecord) -> list[Any]:
        names: list[Any] = [it.acronym] if it.acronym else []
        if it.english:
            names.append({"@language": "en", "@value": it.english})
        for alias in (*it.aliases, *it.former_names):
            names += self._both(alias)
        return names

    def _agency_stub(self, identifier: str) -> Node:
        it = self._agencies[identifier]
        official = it.links and (it.links.hant or it.links.hans or it.links.en)
        return {
            "@type": self._records.published_as["agency-kinds"][it.kind.code],
            "@id": f"{self._site}agencies/{it.id}/#agency",
            "name": self._both(it.name),
            "url": official or f"{self._pages}agencies/{it.id}/",
        }

    def _catalogue_stub(self) -> Node:
        return {
            "@type": "DataCatalog",
            "@id": f"{self._site}data/#catalogue",
            "name": self._both(self._records.theme["site-name"]),
        }

    def _editors(self) -> Node:
        return {
            "@type": "Organization",
            "name": self._both(self._records.words["editors"]),
            "url": f"{self._pages}about/",
        }

    def _hong_kong(self) -> Node:
        return {
            "@type": "Place",
            "name": self._both(self._records.words["place"]),
            "sameAs": HONG_KONG,
        }


def about_dataset(it: DatasetRecord, speaker: Localiser) -> str:
    """What is known of a dataset, in sentences; never shorter than 50 characters."""
    return "\n".join(_sentences(it, speaker))


def _sentences(it: DatasetRecord, speaker: Localiser) -> Iterator[str]:
    newest = it.newest
    yield speaker.text(it.description)
    yield speaker.phrase(
        "about-dataset", name=it.name, agency=it.agency.name, frequency=it.frequency.label
    )
    yield speaker.phrase(f"about-{it.status}", date=speaker.date(newest.date))
    line = speaker.phrase("line", n=newest.line)
    yield speaker.phrase("about-source", document=newest.document.name, line=line)


def _without_empty(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, [])}
