"""Where a long list is cut, and what its pages are called."""

import pytest

from generator.render.list_parts import split_list


@pytest.mark.parametrize(
    ("rows", "cuts"),
    [
        (0, [(1, 0)]),
        (1, [(1, 1)]),
        (200, [(1, 200)]),
        (201, [(1, 200), (201, 201)]),
        (400, [(1, 200), (201, 400)]),
        (401, [(1, 200), (201, 400), (401, 401)]),
    ],
)
def test_every_row_stands_in_one_part(rows: int, cuts: list[tuple[int, int]]) -> None:
    """The first page is there even when nothing is to be listed."""
    numbers = list(range(1, rows + 1))
    made = list(split_list("a/index.md", numbers))
    assert [(part.first, part.last) for part, _ in made] == cuts
    assert [list(found) for _, found in made] == [list(range(one, two + 1)) for one, two in cuts]
    assert [part.number for part, _ in made] == list(range(1, len(cuts) + 1))
    assert {part.total for part, _ in made} == {rows}


@pytest.mark.parametrize(
    ("path", "paths"),
    [
        ("a/index.md", ["a/index.md", "a/parts/2.md", "a/parts/3.md"]),
        ("a/b.md", ["a/b.md", "a/b/parts/2.md", "a/b/parts/3.md"]),
    ],
)
def test_further_parts_lie_below_the_first(path: str, paths: list[str]) -> None:
    made = [part for part, _ in split_list(path, range(450))]
    assert [part.path for part in made] == paths
    assert {part.paths for part in made} == {tuple(paths)}
