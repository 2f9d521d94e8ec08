"""What a document's words say in numbers and dates · printed text → quantities and dates."""
