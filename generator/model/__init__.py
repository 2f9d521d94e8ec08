"""What an author types: frozen records with their invariants and no behaviour."""
