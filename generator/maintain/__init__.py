"""What people run by hand, never in a build · documents and people → records, reports."""
