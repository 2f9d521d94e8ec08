"""What an author types, and the register of record kinds · plain values → frozen records."""
