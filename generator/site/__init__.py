"""All that knows MkDocs, its theme or the browser's policy · pages → built site or preview."""
