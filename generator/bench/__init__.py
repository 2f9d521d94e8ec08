"""Builds of synthetic records, measured by hand · numbers of records → a table."""
