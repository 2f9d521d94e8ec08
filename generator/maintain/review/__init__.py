"""What readers would see change: two built sites, before and after → a report in Markdown."""
