"""Plans in both layouts against everything they should yield, kept as files."""

from pathlib import Path

from maintain.extract.invented import EXAMPLES, PLANS, expected_files


def test_both_layouts_yield_exactly_the_kept_files(tmp_path: Path) -> None:
    """Tables, report and drafts; `python -m extract.invented` rewrites them."""
    kept = {
        path.relative_to(PLANS).as_posix(): path.read_bytes().decode()
        for path in PLANS.rglob("*")
        if path.is_file() and path.name not in {f"{example}.txt" for example in EXAMPLES}
    }
    assert expected_files(tmp_path) == kept
