"""Data files, catalogue, feeds, linked data and search indexes, from the pages' own records."""
