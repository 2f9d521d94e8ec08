"""The workflows, read by the tools that their publishers and security researchers use."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

GITHUB = Path(__file__).resolve().parents[2] / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
BIN = Path(sys.executable).parent


def run(*arguments: str | Path) -> tuple[int, str]:
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_security_audit_finds_nothing() -> None:
    status, said = run(BIN / "zizmor", "--pedantic", "--offline", GITHUB / "workflows")
    assert (status, "No findings to report" in said, "failed" in said) == (0, True, False), said


@pytest.mark.parametrize(
    ("schema", "files"),
    [("github-workflows", WORKFLOWS), ("dependabot", [GITHUB / "dependabot.yml"])],
)
def test_files_fit_the_published_schema(schema: str, files: list[Path]) -> None:
    status, said = run(BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
    assert status == 0, said


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda it: it.name)
def test_nothing_is_allowed_that_a_job_does_not_ask_for(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        granted = {key for key, level in job.get("permissions", {}).items() if level == "write"}
        assert granted <= ({"pages", "id-token"} if name == "deploy" else set())


def test_only_what_was_tested_is_published() -> None:
    """The deploying job builds nothing, and needs the job that tests."""
    jobs = yaml.safe_load((GITHUB / "workflows" / "site.yml").read_text("utf-8"))["jobs"]
    assert jobs["deploy"]["needs"] == "test"
    [step] = jobs["deploy"]["steps"]
    assert step["uses"].startswith("actions/deploy-pages@")
    uploads = [it for it in jobs["test"]["steps"] if "upload-pages-artifact" in it.get("uses", "")]
    tests = [it for it in jobs["test"]["steps"] if it.get("run") == "python3 dev.py test"]
    assert [it["with"]["path"] for it in uploads] == [it["env"]["SITE_OUT"] for it in tests]
