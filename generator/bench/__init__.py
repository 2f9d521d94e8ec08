"""Edge, by hand, never in a build: measures builds of synthetic records and prints a table."""
