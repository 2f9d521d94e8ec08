"""Turns the records under data/ into the pages and data files of the handbook."""
