"""Records → Markdown, per script."""
