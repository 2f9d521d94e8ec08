"""From a document to a pull request, one step after the other."""
