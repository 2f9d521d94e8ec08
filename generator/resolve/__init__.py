"""Links and derived facts: (Catalogue, as_of) → Records."""
