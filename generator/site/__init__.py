"""The MkDocs glue, the only part that knows MkDocs: hooks for its events, and running it."""
