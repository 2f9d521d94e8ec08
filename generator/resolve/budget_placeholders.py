"""Placeholders in our own words about a budget: `{analysis.total.2025-26-estimate}`."""

import re

BUDGET_PLACEHOLDER = re.compile(r"\{([a-z0-9]+(?:[.-][a-z0-9]+)*)\}")
"""The name of a cell, a statement, a date or a derived number."""
