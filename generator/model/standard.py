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

ORGANISATIONS = ("Organization", "GovernmentOrganization", "Corporation", "ResearchOrganization")
"""Kinds of organisation of https://schema.org/"""

PROGRAMMES = ("GovernmentService", "Service", "Project", "EventSeries", "Place", "CreativeWork")
"""What a programme may be in https://schema.org/"""

LISTS: dict[str, tuple[str, ...]] = {
    "categories": THEMES,
    "frequencies": FREQUENCIES,
    "agency-kinds": ORGANISATIONS,
    "programme-kinds": PROGRAMMES,
}
"""Vocabulary → the public list of its codes."""

COMPLETELY_CODED = ("frequencies", "agency-kinds", "programme-kinds")
"""Vocabularies whose every code is published so; a category may have no theme."""
