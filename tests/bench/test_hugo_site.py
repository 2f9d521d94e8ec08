"""What Hugo is given are the same pages under the names that it wants."""

from pathlib import Path

from generator.bench.hugo_site import write_project


def test_a_list_is_called_as_hugo_wants_it_and_other_files_stay_behind(tmp_path: Path) -> None:
    for path in ("zh-Hant/index.md", "zh-Hant/datasets/index.md", "zh-Hans/datasets/sea.md"):
        file = tmp_path / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path, "utf-8")
    (tmp_path / "docs" / "zh-Hant" / ".theme.json").write_text("{}", "utf-8")
    write_project(tmp_path / "docs", tmp_path / "hugo")
    content = tmp_path / "hugo" / "content"
    found = {
        it.relative_to(content).as_posix(): it.read_text("utf-8") for it in content.rglob("*.md")
    }
    assert found == {
        "zh-Hant/_index.md": "zh-Hant/index.md",
        "zh-Hant/datasets/_index.md": "zh-Hant/datasets/index.md",
        "zh-Hans/datasets/sea.md": "zh-Hans/datasets/sea.md",
    }
    assert not list(content.rglob(".theme.json"))
