"""What stands above a page: from the home page down to the list it is in."""

from generator.model.kinds import PAGES

HOME = ("index.md", "trail-home")
WORDS = {"budget": "budgets"}
"""Folder → the word for the list that is its index, where it is not the folder's name."""


def trail(path: str) -> tuple[tuple[str, str], ...]:
    """Each page above the file `path`, with the key of the word that names it."""
    folder = path.partition("/")[0]
    if folder not in PAGES or path == f"{folder}/index.md":
        return (HOME,)
    return (HOME, (f"{folder}/index.md", WORDS.get(folder, folder)))
