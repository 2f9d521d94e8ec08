"""Parse the numbers and dates in a document's words · printed text → quantities and dates."""
