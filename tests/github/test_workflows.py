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
        publishes = name == "deploy" or job.get("uses") == "$/.github/workflows/site.yml"
        assert granted <= ({"pages", "id-token"} if publishes else set())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda it: it.name)
def test_a_schedule_takes_no_pull_request_with_it(path: Path) -> None:
    """GitHub switches a workflow with a schedule off, whole, after 60 days without a commit."""
    started_by = yaml.safe_load(path.read_text("utf-8"))[True]  # `on`, as YAML 1.1 reads it
    assert not {"schedule"} < set(started_by) - {"workflow_dispatch"}
    assert set(started_by) - {"workflow_dispatch"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda it: it.name)
def test_the_day_is_that_of_hong_kong_in_scripts_too(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text("utf-8"))
    runs = any("run" in step for job in workflow["jobs"].values() for step in job.get("steps", ()))
    assert ("Asia/Hong_Kong" in str(workflow)) is runs


def test_only_what_was_looked_over_is_published() -> None:
    """The deploying job builds nothing; what it is given, nothing has touched since it was seen."""
    jobs = yaml.safe_load((GITHUB / "workflows" / "site.yml").read_text("utf-8"))["jobs"]
    assert jobs["deploy"]["needs"] == "test"
    [step] = jobs["deploy"]["steps"]
    assert step["uses"].startswith("actions/deploy-pages@")
    steps = jobs["test"]["steps"]
    [upload] = [n for n, it in enumerate(steps) if "upload-pages-artifact" in it.get("uses", "")]
    look, build = steps[upload - 1], steps[upload - 2]
    assert build["run"] == 'python3 dev.py build --output "$RUNNER_TEMP/site"'
    assert look["run"] == "python3 dev.py test tests"
    assert build["env"]["SITE_URL"] == look["env"]["SITE_URL"] != ""
    assert look["env"]["BUILT_SITE"] == steps[upload]["with"]["path"] == "${{ runner.temp }}/site"
    assert not any("if" in it or "continue-on-error" in it for it in (build, look))


def test_the_data_are_checked_before_anything_else() -> None:
    """In the root of the checkout, so that what is marked stands in files of the pull request."""
    steps = yaml.safe_load((GITHUB / "workflows" / "site.yml").read_text("utf-8"))["jobs"]["test"]
    first, *_ = [it for it in steps["steps"] if "run" in it]
    assert first["run"] == "python3 dev.py check"
    assert not {"if", "working-directory", "continue-on-error"} & set(first)
    [checkout, python, *_] = steps["steps"]
    assert checkout["uses"].startswith("actions/checkout@")
    assert "path" not in checkout["with"]
    assert python["uses"].startswith("actions/setup-python@")
