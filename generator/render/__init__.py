"""One module and one template a kind of page · Records → Markdown that a person can read."""
