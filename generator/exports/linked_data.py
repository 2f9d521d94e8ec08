"""Records → schema.org nodes, for the page of each record in one variant.

Names and descriptions stand in both scripts, each tagged, that of the page first.
"""

from collections.abc import Iterator
from typing import Any

from generator.exports import addresses
from generator.exports.published_kinds import KINDS
from generator.exports.standard_addresses import HONG_KONG, MEDIA_TYPES, PORTAL_TERMS, iso_date
from generator.model.base import Script
from generator.model.link import Links
from generator.model.wording import Wording
from generator.resolve.records import AgencyRecord, DatasetRecord, ProgrammeRecord
from generator.resolve.resolve import Records
from generator.script.convert import OTHER, Converter
from generator.script.localiser import Localiser
from generator.script.variants import VARIANT_ROOT

LONGEST = 5000
"""What Google's Dataset Search takes of a description."""
ONE_OFF = "ONE_OFF"

Node = dict[str, Any]


class LinkedData:
    """Makes the nodes of one variant's pages."""

    def __init__(
        self, records: Records, converter: Converter, site_url: str, script: Script
    ) -> None:
        self._records = records
        self._site = site_url
        self._pages = site_url + VARIANT_ROOT[script]
        self._speakers = [
            (variant, Localiser(records.words, converter, variant))
            for variant in (script, OTHER[script])
        ]
        self._agencies = records.agencies_by_id

    def dataset(self, dataset: DatasetRecord) -> Node:
        """A dataset; one that is only planned has no distribution."""
        node: Node = {
            "@type": "Dataset",
            "@id": f"{self._site}datasets/{dataset.id}/#dataset",
            "url": f"{self._pages}datasets/{dataset.id}/",
            "identifier": dataset.id,
            "name": self._in_both_scripts(dataset.name),
            "description": [
                {"@language": script, "@value": about_dataset(dataset, speaker)[:LONGEST]}
                for script, speaker in self._speakers
            ],
            "creator": self._agency_stub(dataset.agency.id),
            "includedInDataCatalog": self._catalogue_stub(),
            "keywords": self._in_both_scripts(dataset.category.label),
            "spatialCoverage": self._hong_kong(),
            "subjectOf": [
                f"{self._site}documents/{row.document.id}/#line-{row.line}"
                for row in dataset.listings
            ],
        }
        if dataset.newest.status == "planned":
            return node | {"creativeWorkStatus": "Planned"}
        if released := dataset.newest.date:
            node["datePublished"] = iso_date(released)
            if not dataset.archived and dataset.frequency.code != ONE_OFF:
                node["temporalCoverage"] = f"{iso_date(released)}/.."
        if dataset.landing:
            node["license"] = PORTAL_TERMS
            node["sameAs"] = [dataset.landing.hant, dataset.landing.hans]
            # DCAT 3 (annex on schema.org) maps accessURL, which a portal's page is, to contentUrl.
            file_types = self._records.published_as["formats"]
            node["distribution"] = [
                {
                    "@type": "DataDownload",
                    # schema.org takes a media type, or else what the format is called.
                    "encodingFormat": MEDIA_TYPES.get(file_types.get(form, ""), form),
                    "contentUrl": dataset.landing.hant,
                }
                for form in dataset.formats
            ]
        return node

    def agency(self, agency: AgencyRecord) -> Node:
        """An organisation."""
        node = self._agency_stub(agency.id)
        node |= {"identifier": agency.id, "mainEntityOfPage": f"{self._pages}agencies/{agency.id}/"}
        node["alternateName"] = self._other_names(agency)
        if agency.summary:
            node["description"] = self._in_both_scripts(agency.summary)
        if agency.established:
            node["foundingDate"] = iso_date(agency.established)
        if agency.dissolved:
            node["dissolutionDate"] = iso_date(agency.dissolved)
        if agency.parent and agency.parent.id in self._agencies:
            node["parentOrganization"] = self._agency_stub(agency.parent.id)
        return _without_empty(node)

    def programme(self, programme: ProgrammeRecord) -> Node:
        """A scheme, park, agreement, competition or policy."""
        kind = self._records.published_as["programme-kinds"][programme.kind.code]
        node: Node = {
            "@type": kind,
            "@id": f"{self._site}programmes/{programme.id}/#programme",
            "identifier": programme.id,
            "mainEntityOfPage": f"{self._pages}programmes/{programme.id}/",
            "name": self._in_both_scripts(programme.name),
            "alternateName": self._other_names(programme),
            "description": self._in_both_scripts(programme.summary) if programme.summary else None,
            "sameAs": _addresses(programme.links),
        }
        operator = programme.agency if kind == "GovernmentService" else None
        if operator and operator.id in self._agencies:
            node["serviceOperator"] = self._agency_stub(operator.id)
        return _without_empty(node)

    def catalogue(self) -> Node:
        """The handbook as a catalogue of datasets, each of which names it: a list of thousands
        would make the home page heavy, and data/catalog.jsonld has it."""
        return self._catalogue_stub() | {
            "url": self._pages,
            "description": self._in_both_scripts(self._records.prose["home"].lead),
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

    def _in_both_scripts(self, wording: Wording) -> list[Node]:
        return [
            {"@language": script, "@value": speaker.text(wording)}
            for script, speaker in self._speakers
        ]

    def _other_names(self, record: AgencyRecord | ProgrammeRecord) -> list[Any]:
        names: list[Any] = [record.acronym] if record.acronym else []
        if record.english:
            names.append({"@language": "en", "@value": record.english})
        for alias in (*record.aliases, *record.former_names):
            names += self._in_both_scripts(alias)
        return names

    def _agency_stub(self, identifier: str) -> Node:
        agency = self._agencies[identifier]
        official = next(iter(_addresses(agency.links)), None)
        return {
            "@type": self._records.published_as["agency-kinds"][agency.kind.code],
            "@id": f"{self._site}agencies/{agency.id}/#agency",
            "name": self._in_both_scripts(agency.name),
            "url": official or f"{self._pages}agencies/{agency.id}/",
        }

    def _catalogue_stub(self) -> Node:
        return {
            "@type": "DataCatalog",
            "@id": f"{self._site}data/#catalogue",
            "name": self._in_both_scripts(self._records.theme["site-name"]),
        }

    def _editors(self) -> Node:
        return {
            "@type": "Organization",
            "name": self._in_both_scripts(self._records.words["editors"]),
            "url": f"{self._pages}about/",
        }

    def _hong_kong(self) -> Node:
        return {
            "@type": "Place",
            "name": self._in_both_scripts(self._records.words["place"]),
            "sameAs": HONG_KONG,
        }


def about_dataset(dataset: DatasetRecord, speaker: Localiser) -> str:
    """What is known of a dataset, in sentences; never shorter than 50 characters."""
    return "\n".join(_sentences(dataset, speaker))


def _sentences(dataset: DatasetRecord, speaker: Localiser) -> Iterator[str]:
    newest, frequency = dataset.newest, dataset.frequency.label
    yield speaker.text(dataset.description)
    yield speaker.phrase(
        "about-dataset", name=dataset.name, agency=dataset.agency.name, frequency=frequency
    )
    yield speaker.phrase(
        f"about-{dataset.newest.status}", date=speaker.date_or_note(newest.date, newest.date_note)
    )
    line = speaker.phrase("line", n=newest.line)
    yield speaker.phrase("about-source", document=newest.document.name, line=line)


def _addresses(links: Links | None) -> list[str]:
    """The official pages there are, Chinese ones first."""
    return [url for url in (links.hant, links.hans, links.en) if url] if links else []


def _without_empty(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, [])}
