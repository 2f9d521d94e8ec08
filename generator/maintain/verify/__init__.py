"""Compare the records with the texts of the documents: (Catalogue, texts) → problems."""
