"""The records held against the texts of the documents: (Catalogue, texts) → problems."""
