"""Links and derived facts, computed types · Catalogue and day → Records."""
