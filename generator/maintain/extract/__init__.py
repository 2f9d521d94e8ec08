"""Edge, by hand, never in a build: an open data plan's text → draft records and a report."""
