"""Addresses of public lists and standards that the catalogue and the pages' linked data name."""

EU = "http://publications.europa.eu/resource/authority/"
HONG_KONG = f"{EU}country/HKG"
LANGUAGE = f"{EU}language/ZHO"
SCHEMA_ORG = "https://schema.org/"

PORTAL_TERMS = "https://data.gov.hk/en/terms-and-conditions"
"""Conditions of DATA.GOV.HK: the licence of what has a page there, and of nothing else."""

MEDIA_TYPES: dict[str, str] = {
    "CSV": "text/csv",
    "XLS": "application/vnd.ms-excel",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ODS": "application/vnd.oasis.opendocument.spreadsheet",
    "JSON": "application/json",
    "GEOJSON": "application/geo+json",
    "XML": "application/xml",
    "RSS": "application/rss+xml",
    "PDF": "application/pdf",
    "TXT": "text/plain",
    "HTML": "text/html",
    "DOC": "application/msword",
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "GML": "application/gml+xml",
    "KML": "application/vnd.google-earth.kml+xml",
    "KMZ": "application/vnd.google-earth.kmz",
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "TIFF": "image/tiff",
    "ZIP": "application/zip",
}
"""Code of the EU's list of file types → media type of IANA, where it has one."""


def iso_date(edtf: str) -> str:
    """`edtf` as ISO 8601 and XML Schema have it, which know no quarters
    and halves of a year: `2024-33` → `2024`."""
    year, *rest = edtf.split("-")
    return year if rest and int(rest[0]) > 12 else edtf
