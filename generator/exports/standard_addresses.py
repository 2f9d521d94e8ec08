"""Addresses of public lists and standards that the catalogue and the pages' linked data name."""

EU = "http://publications.europa.eu/resource/authority/"
HONG_KONG = f"{EU}country/HKG"
LANGUAGE = f"{EU}language/ZHO"
SCHEMA_ORG = "https://schema.org/"

PORTAL_TERMS = "https://data.gov.hk/en/terms-and-conditions"
"""Conditions of DATA.GOV.HK: the licence of what has a page there, and of nothing else."""

FORMATS: dict[str, tuple[str, str]] = {
    "CSV": ("CSV", "text/csv"),
    "XLS": ("XLS", "application/vnd.ms-excel"),
    "XLSX": ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "JSON": ("JSON", "application/json"),
    "XML": ("XML", "application/xml"),
    "GeoJSON": ("GEOJSON", "application/geo+json"),
    "PDF": ("PDF", "application/pdf"),
}
"""Format → code of the EU's list of file types, media type of IANA."""


def iso_date(edtf: str) -> str:
    """`edtf` as ISO 8601 and XML Schema have it, which know no quarters
    and halves of a year: `2024-33` → `2024`."""
    year, *rest = edtf.split("-")
    return year if rest and int(rest[0]) > 12 else edtf
