"""The catalogue of every dataset of the plans, in DCAT-AP 3: `data/catalog.jsonld` and `.ttl`.

A dataset that is only planned, or whose page on the portal nobody saw, has no distribution. What
the EU's lists describe (frequencies, file types, themes, places, languages) is named and not
described again.
"""

from collections.abc import Iterator

from rdflib import XSD, Literal, URIRef

from generator.exports import addresses
from generator.exports.graph import Graph, RdfTerm
from generator.exports.published_kinds import KINDS
from generator.exports.standard_addresses import (
    EU,
    HONG_KONG,
    LANGUAGE,
    MEDIA_TYPES,
    PORTAL_TERMS,
    iso_date,
)
from generator.model.wording import Wording
from generator.resolve.listing_types import ListingRecord
from generator.resolve.records import AgencyRecord, DatasetRecord
from generator.resolve.resolve import Records
from generator.script.convert import Converter
from generator.script.localiser import Localiser
from generator.script.variants import SCRIPTS

IANA = "https://www.iana.org/assignments/media-types/"
UNDER_DEVELOPMENT = URIRef(f"{EU}dataset-status/DEVELOP")


def export(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """The same graph in two forms."""
    graph = _CatalogueGraph(records, converter, site_url).graph()
    yield addresses.CATALOGUE_JSON, graph.json_ld()
    yield addresses.CATALOGUE_TURTLE, graph.turtle()


class _CatalogueGraph:
    """Makes the graph."""

    def __init__(self, records: Records, converter: Converter, site_url: str) -> None:
        self._records = records
        self._site = site_url
        self._graph = Graph(site_url)
        self._speakers = {it: Localiser(records.words, converter, it) for it in SCRIPTS}
        self._dates = {it.document.id: it.document.date for it in records.documents}
        self._rights = self._address("about/#rights")
        self._editors = self._address("about/#editors")

    def graph(self) -> Graph:
        """Catalogue, publishers, datasets with their distributions and records, our own files."""
        self._catalogue()
        for agency in self._records.agencies:
            if agency.datasets:
                self._agency(agency)
        for dataset in self._records.datasets:
            self._dataset(dataset)
        self._own_files()
        return self._graph

    def _address(self, address: str) -> URIRef:
        return URIRef(self._site + address)

    def _in_both_scripts(self, wording: Wording) -> list[RdfTerm]:
        return [Literal(it.text(wording), lang=script) for script, it in self._speakers.items()]

    def _catalogue(self) -> None:
        records = self._records
        site_name = self._in_both_scripts(records.theme["site-name"])
        datasets = [self._address(f"datasets/{it.id}/") for it in records.datasets]
        self._graph.add(
            self._address("data/#catalogue"),
            "dcat:Catalog",
            dct_title=site_name,
            dct_description=self._in_both_scripts(records.prose["home"].lead),
            dct_publisher=self._editors,
            foaf_homepage=self._address(""),
            dct_language=URIRef(LANGUAGE),
            dct_spatial=URIRef(HONG_KONG),
            dct_modified=Literal(records.data_as_of, datatype=XSD.date),
            dct_rights=self._rights,
            dcat_themeTaxonomy=URIRef(f"{EU}data-theme"),
            dcat_dataset=[*(it + "#dataset" for it in datasets), self._address("data/#files")],
            dcat_record=[it + "#record" for it in datasets],
        )
        self._graph.add(
            self._editors,
            "foaf:Agent",
            foaf_name=self._in_both_scripts(records.words["editors"]),
            foaf_homepage=self._address("about/"),
        )
        self._graph.add(self._address(""), "foaf:Document", dct_title=site_name)
        self._graph.add(self._address("about/"), "foaf:Document")
        facts = self._in_both_scripts(records.words["licence-facts"])
        self._graph.add(self._rights, "dct:RightsStatement", rdfs_label=facts)
        self._graph.add(URIRef(PORTAL_TERMS), "dct:LicenseDocument")

    def _agency(self, agency: AgencyRecord) -> None:
        english: list[RdfTerm] = [Literal(agency.english, lang="en")] if agency.english else []
        self._graph.add(
            self._address(f"agencies/{agency.id}/#agency"),
            "foaf:Agent",
            dct_identifier=Literal(agency.id),
            foaf_name=self._in_both_scripts(agency.name) + english,
        )

    def _dataset(self, dataset: DatasetRecord) -> None:
        page = self._address(f"datasets/{dataset.id}/")
        planned = dataset.newest.status == "planned"
        date = _date(dataset.newest.date) if dataset.newest.date else None
        codes = self._records.published_as
        theme = codes["categories"].get(dataset.category.code)
        frequency = codes["frequencies"][dataset.frequency.code]
        pages = dataset.landing
        landing = [URIRef(pages.hant), URIRef(pages.hans)] if pages else []
        self._graph.add(
            page + "#dataset",
            "dcat:Dataset",
            dct_title=self._in_both_scripts(dataset.name),
            dct_description=self._in_both_scripts(dataset.description),
            dct_identifier=Literal(dataset.id),
            dct_publisher=self._address(f"agencies/{dataset.agency.id}/#agency"),
            dcat_theme=URIRef(f"{EU}data-theme/{theme}") if theme else None,
            dcat_keyword=self._in_both_scripts(dataset.category.label),
            dct_accrualPeriodicity=URIRef(f"{EU}frequency/{frequency}"),
            dct_spatial=URIRef(HONG_KONG),
            # Dublin Core: the date on which it "became or will become available".
            dct_available=date if planned else None,
            dct_issued=None if planned else date,
            adms_status=UNDER_DEVELOPMENT if planned else None,
            dcat_landingPage=list[RdfTerm](landing),
            foaf_page=page,
            dct_isReferencedBy=[self._line_address(row) for row in dataset.listings],
            dct_provenance=[_statement(page, row) for row in dataset.listings],
            dcat_distribution=[]
            if planned or not landing
            else [page + f"#{form.lower()}" for form in dataset.formats],
        )
        self._graph.add(page, "foaf:Document")
        for address in landing:
            self._graph.add(address, "foaf:Document")
        for row in dataset.listings:
            self._provenance(page, row)
        if not planned and landing:
            self._distributions(page, dataset.formats, landing)
        self._record(page, dataset)

    def _distributions(self, page: URIRef, formats: tuple[str, ...], landing: list[URIRef]) -> None:
        for form in formats:
            file_type = self._records.published_as["formats"].get(form)
            media_type = MEDIA_TYPES.get(file_type or "")
            self._graph.add(
                page + f"#{form.lower()}",
                "dcat:Distribution",
                dcat_accessURL=list[RdfTerm](landing),
                dct_format=URIRef(f"{EU}file-type/{file_type}") if file_type else None,
                dcat_mediaType=URIRef(IANA + media_type) if media_type else None,
                dct_license=URIRef(PORTAL_TERMS),
            )

    def _provenance(self, page: URIRef, row: ListingRecord) -> None:
        """The row of the plan that a dataset is known from."""
        labels: list[RdfTerm] = [
            Literal(
                speaker.phrase(
                    "provenance",
                    document=row.document.name,
                    section=row.section,
                    row=row.row,
                    line=speaker.phrase("line", n=row.line),
                ),
                lang=script,
            )
            for script, speaker in self._speakers.items()
        ]
        self._graph.add(
            _statement(page, row),
            "dct:ProvenanceStatement",
            rdfs_label=labels,
            prov_hadPrimarySource=self._line_address(row),
        )

    def _record(self, page: URIRef, dataset: DatasetRecord) -> None:
        """When the catalogue first and last learnt of a dataset: the dates of its plans."""
        stands_for = self._records.edition_days
        days = [
            _date(self._dates[name] or stands_for[name].isoformat())
            for name in (row.document.id for row in dataset.listings)
        ]
        self._graph.add(
            page + "#record",
            "dcat:CatalogRecord",
            foaf_primaryTopic=page + "#dataset",
            dct_issued=days[0],
            dct_modified=days[-1],
            dct_language=URIRef(LANGUAGE),
        )

    def _own_files(self) -> None:
        prose = self._records.prose["data"]
        files = [(kind.name, form) for kind in KINDS for form in ("JSON", "CSV")]
        self._graph.add(
            self._address("data/#files"),
            "dcat:Dataset",
            dct_title=self._in_both_scripts(prose.title),
            dct_description=self._in_both_scripts(prose.lead),
            dct_publisher=self._editors,
            dcat_theme=URIRef(f"{EU}data-theme/TECH"),
            dct_spatial=URIRef(HONG_KONG),
            dct_modified=Literal(self._records.data_as_of, datatype=XSD.date),
            dcat_landingPage=self._address("data/"),
            dcat_distribution=[
                self._address(f"data/#{name}-{form.lower()}") for name, form in files
            ],
        )
        self._graph.add(self._address("data/"), "foaf:Document")
        for name, form in files:
            file = self._address(f"{addresses.DATA}{name}.{form.lower()}")
            self._graph.add(
                self._address(f"data/#{name}-{form.lower()}"),
                "dcat:Distribution",
                dct_title=Literal(f"{name} {form}"),
                dcat_accessURL=file,
                dcat_downloadURL=file,
                dct_format=URIRef(f"{EU}file-type/{form}"),
                dcat_mediaType=URIRef(IANA + MEDIA_TYPES[form]),
                dct_rights=self._rights,
            )

    def _line_address(self, row: ListingRecord) -> URIRef:
        return self._address(f"documents/{row.document.id}/#line-{row.line}")


def _statement(page: URIRef, row: ListingRecord) -> URIRef:
    return page + f"#listed-{row.document.id}-line-{row.line}"


def _date(edtf: str) -> Literal:
    iso = iso_date(edtf)
    kind = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}[len(iso)]
    # Normalised, a month would become its first day.
    return Literal(iso, datatype=kind, normalize=False)
