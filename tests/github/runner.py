"""Workflows run from their files, as GitHub's runner runs them · workflow, event, machine → steps.

What needs GitHub or the outside network is left out and says why; what is not known is an error.
"""

import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import yaml
from github.expressions import filled, formatted, holds
from github.machine import Machine

SERVER, REPOSITORY = "https://github.com", "someone/handbook"
OUTPUTS = {
    "actions/configure-pages": {"base_url": "https://someone.github.io/handbook"},
    "actions/deploy-pages": {"page_url": "https://someone.github.io/handbook/"},
}
"""What actions answer that do not run here: the site of a project lies below a path."""
SHELLS = {
    None: ["bash", "-e"],
    "bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"],
}
"""How GitHub starts the script of a step on Linux."""
OF_WORKFLOWS = {"name", True, "permissions", "concurrency", "env", "jobs"}
OF_JOBS = {"name", "if", "needs", "runs-on", "timeout-minutes", "permissions", "strategy", "env"}
OF_JOBS |= {"steps", "uses", "continue-on-error", "environment", "concurrency"}
OF_STEPS = {"name", "id", "if", "uses", "with", "run", "env", "shell", "continue-on-error"}
OF_STEPS |= {"working-directory", "timeout-minutes"}
KINDS_OF_EVENT = {
    "pull_request": "refs/pull/7/merge",
    "push": "refs/heads/main",
    "schedule": "refs/heads/main",
    "workflow_dispatch": "refs/heads/main",
}
"""Event → the ref that it is about."""


@dataclass(frozen=True)
class Step:
    """A step as it went."""

    job: str
    name: str
    left_out: str | None
    """Why it was not run; None if it was."""
    status: int = 0
    said: str = ""


@dataclass
class Run:
    """A job while its steps run: what they leave to each other."""

    event: str
    job: str
    matrix: Mapping[str, Any]
    machine: Machine
    environment: Mapping[str, str]
    left_out: Callable[[str], str | None]
    """Script of a step → why it cannot run here."""
    more: Callable[[str], Mapping[str, str]]
    """Script of a step → what else is set for it here."""
    outputs: dict[str, dict[str, Any]] = field(default_factory=dict)
    not_made: str = ""
    """The scripts that were left out, one after the other: what they make is not there."""
    failed: bool = False

    def contexts(self) -> dict[str, Any]:
        """What the expressions of the job may name."""
        commit = {"sha": "0" * 40}
        return {
            "github": {
                "event_name": self.event,
                "ref": KINDS_OF_EVENT[self.event],
                "event": {"pull_request": {"base": commit, "head": commit, "number": 7}},
                "workspace": str(self.machine.workspace),
                "server_url": SERVER,
                "repository": REPOSITORY,
                "run_id": "17",
                "run_attempt": "1",
                "sha": "0" * 40,
            },
            "vars": {"REPORT_URL": "mailto:reports@someone.example"},
            "runner": {"temp": str(self.machine.temporary), "os": "Linux"},
            "matrix": self.matrix,
            "env": self.environment,
            "steps": {name: {"outputs": found} for name, found in self.outputs.items()},
            "format": formatted,
            "success": lambda: not self.failed,
            "failure": lambda: self.failed,
            "always": lambda: True,
            "cancelled": lambda: False,
        }


def read(file: Path) -> Mapping[Any, Any]:
    """A workflow; `on` is what YAML 1.1 takes for yes."""
    content: Mapping[Any, Any] = yaml.safe_load(file.read_text("utf-8"))
    _only(content, OF_WORKFLOWS, file.name)
    return content


def events(file: Path) -> list[str]:
    """What starts a workflow, but for another workflow."""
    return [it for it in read(file)[True] if it != "workflow_call"]


def pythons(file: Path) -> set[str]:
    """Every Python that a workflow sets up."""
    found: set[str] = set()
    for job in read(file)["jobs"].values():
        if "uses" in job:
            found |= pythons(_called(job, file))
        else:
            found.update(it for matrix in _combinations(job) for it in _python(job, matrix))
    return found


def scripts(file: Path) -> Iterator[str]:
    """Every script of a workflow as it stands there."""
    for job in read(file)["jobs"].values():
        yield from (step["run"] for step in job.get("steps", ()) if "run" in step)


def run(
    file: Path,
    event: str,
    machine: Machine,
    left_out: Callable[[str], str | None],
    more: Callable[[str], Mapping[str, str]],
) -> Iterator[Step]:
    """Every step of the jobs that run for an event with the machine's Python, as it is done."""
    workflow = read(file)
    for key, job in workflow["jobs"].items():
        _only(job, OF_JOBS, key)
        if "uses" in job:
            yield from run(_called(job, file), event, machine, left_out, more)
            continue
        for matrix in _combinations(job):
            environment = {**workflow.get("env", {}), **job.get("env", {})}
            running = Run(event, key, matrix, machine, environment, left_out, more)
            if not holds(str(job.get("if", "true")), running.contexts()):
                continue
            if machine.version in (_python(job, matrix) or [machine.version]):
                machine.clear()
                yield from _steps(job, running)


def _called(job: Mapping[str, Any], file: Path) -> Path:
    """The workflow that a job calls, beside its own."""
    folder, _, name = job["uses"].rpartition("/")
    assert folder == "$/.github/workflows"
    return file.with_name(name)


def _steps(job: Mapping[str, Any], running: Run) -> Iterator[Step]:
    running.outputs = {step["id"]: _nothing(step) for step in job["steps"] if "id" in step}
    for step in job["steps"]:
        _only(step, OF_STEPS, step["name"])
        condition = str(step.get("if", "success()"))
        if not any(it in condition for it in ("success()", "failure()", "always()", "cancelled()")):
            condition = f"success() && ({condition})"
        if not holds(condition, running.contexts()):
            yield Step(running.job, step["name"], "not for this event")
            continue
        done = _action(step, running) if "uses" in step else _script(step, running)
        running.failed |= done.status != 0
        yield done


def _action(step: Mapping[str, Any], running: Run) -> Step:
    """An action is GitHub's; what it would find or leave is held up or made here."""
    name = step["uses"].split("@")[0]
    given = {key: filled(str(it), running.contexts()) for key, it in step.get("with", {}).items()}
    reason: str | None = f"{name} needs GitHub"
    if name == "actions/checkout":
        running.machine.check_out(given.get("path", "."))
        reason = None
    elif name == "actions/setup-python":
        reason = None  # the machine has it
    elif name.startswith("actions/upload-"):
        paths = [Path(it) for it in given["path"].split()]
        missing = [it for it in paths if not it.exists() and it.name not in running.not_made]
        return Step(running.job, step["name"], reason, bool(missing), f"not there: {missing}")
    if "id" in step:
        running.outputs[step["id"]] = dict(OUTPUTS.get(name, {}))
    return Step(running.job, step["name"], reason)


def _script(step: Mapping[str, Any], running: Run) -> Step:
    contexts = running.contexts()
    script = filled(step["run"], contexts)
    if reason := running.left_out(script):
        running.not_made += script
        return Step(running.job, step["name"], reason)
    machine = running.machine
    own = {**running.environment, **step.get("env", {})}
    environment = {
        **machine.environment(),
        "GITHUB_EVENT_NAME": running.event,
        "GITHUB_REF": KINDS_OF_EVENT[running.event],
        "GITHUB_REPOSITORY": REPOSITORY,
        "GITHUB_SERVER_URL": SERVER,
        **{key: filled(str(value), contexts) for key, value in own.items()},
        **running.more(script),
    }
    file = machine.temporary / "step.sh"
    file.write_text(script, "utf-8")
    done = subprocess.run(
        [*SHELLS[step.get("shell")], str(file)],
        cwd=machine.workspace / filled(step.get("working-directory", "."), contexts),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return Step(running.job, step["name"], None, done.returncode, done.stdout.decode())


def _nothing(step: Mapping[str, Any]) -> dict[str, Any]:
    """What a step has answered before it ran, or if it does not run: GitHub takes it for empty."""
    return dict.fromkeys(OUTPUTS.get(step.get("uses", "").split("@")[0], {}))


def _python(job: Mapping[str, Any], matrix: Mapping[str, Any]) -> list[str]:
    """The Python that a job sets up, if any."""
    wanted = (it.get("with", {}).get("python-version") for it in job["steps"])
    return [filled(it, {"matrix": matrix}) for it in wanted if it is not None]


def _combinations(job: Mapping[str, Any]) -> list[dict[str, Any]]:
    strategy = job.get("strategy", {})
    _only(strategy, {"matrix", "fail-fast"}, "strategy")
    matrix: dict[str, list[Any]] = strategy.get("matrix", {})
    assert not {"include", "exclude"} & set(matrix), matrix
    return [dict(zip(matrix, it, strict=True)) for it in product(*matrix.values())]


def _only(found: Mapping[Any, Any], known: set[Any], where: str) -> None:
    assert set(found) <= known, f"{where}: {set(found) - known} is not known to tests/github/runner"
