"""What stands above a page: from the home page down to the list it is in."""

HOME = ("index.md", "trail-home")
LISTS = {
    "agencies": "agencies",
    "budget": "budgets",
    "datasets": "datasets",
    "documents": "documents",
    "programmes": "programmes",
}
"""Folder → the word for the list that is its index."""


def trail(path: str) -> tuple[tuple[str, str], ...]:
    """Each page above the file `path`, with the key of the word that names it."""
    folder = path.partition("/")[0]
    if folder not in LISTS or path == f"{folder}/index.md":
        return (HOME,)
    return (HOME, (f"{folder}/index.md", LISTS[folder]))
