"""Codes of public lists that our own vocabularies are published as."""

THEMES = (
    *("AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "OP_DATPRO"),
    *("REGI", "SOCI", "TECH", "TRAN"),
)
"""http://publications.europa.eu/resource/authority/data-theme"""

FREQUENCIES = (
    *("1MIN", "5MIN", "10MIN", "15MIN", "30MIN", "HOURLY", "BIHOURLY", "TRIHOURLY", "12HRS"),
    *("CONT", "UPDATE_CONT", "DAILY", "DAILY_2", "WEEKLY", "WEEKLY_2", "WEEKLY_3", "BIWEEKLY"),
    *("MONTHLY", "MONTHLY_2", "MONTHLY_3", "BIMONTHLY", "QUARTERLY", "ANNUAL", "ANNUAL_2"),
    *("ANNUAL_3", "BIENNIAL", "TRIENNIAL", "QUADRENNIAL", "QUINQUENNIAL", "DECENNIAL"),
    *("BIDECENNIAL", "TRIDECENNIAL", "AS_NEEDED", "IRREG", "NEVER", "NOT_PLANNED"),
    *("OTHER", "UNKNOWN"),
)
"""http://publications.europa.eu/resource/authority/frequency"""

FILE_TYPES = (
    *("CSV", "XLS", "XLSX", "ODS", "JSON", "JSON_LD", "GEOJSON", "XML", "RDF", "RSS", "ATOM"),
    *("PDF", "TXT", "HTML", "XHTML", "RTF", "DOC", "DOCX", "ODT", "PPT", "PPTX", "EPUB"),
    *("GML", "KML", "KMZ", "SHP", "GPKG", "MDB", "DBF", "GRID", "E00", "LAS", "LAZ", "NETCDF"),
    *("JPEG", "PNG", "GIF", "TIFF", "BMP", "SVG", "MP3", "MPEG4", "ZIP", "GZIP", "TAR"),
    *("WMS_SRVC", "WFS_SRVC", "WCS_SRVC", "REST", "PARQUET", "SQL"),
)
"""http://publications.europa.eu/resource/authority/file-type, as far as datasets have them"""

ORGANISATIONS = ("Organization", "GovernmentOrganization", "Corporation", "ResearchOrganization")
"""Kinds of organisation of https://schema.org/"""

PROGRAMMES = ("GovernmentService", "Service", "Project", "EventSeries", "Place", "CreativeWork")
"""What a programme may be in https://schema.org/"""

LISTS: dict[str, tuple[str, ...]] = {
    "categories": THEMES,
    "formats": FILE_TYPES,
    "frequencies": FREQUENCIES,
    "agency-kinds": ORGANISATIONS,
    "programme-kinds": PROGRAMMES,
}
"""Vocabulary → the public list of its codes."""

COMPLETELY_CODED = ("frequencies", "agency-kinds", "programme-kinds")
"""Vocabularies whose every code is published so; a category may have no theme."""
