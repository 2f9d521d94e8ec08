"""What makes a document unreadable as a whole."""


class SourceError(Exception):
    """A text, or a record it is read against, cannot be used; the message says why and what to do.

    A single line that is not understood is no such error: it becomes a line of the report.
    """
