"""Steps run here as on GitHub's runner, and what goes wrong in one is seen."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from github.expressions import Unknown
from github.machine import Machine
from github.runner import Step, run
from sites import ROOT

VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
HEAD = "on:\n  push:\n  pull_request:\nenv: {A: of the workflow, B: of the workflow}\njobs:\n"
JOB = "  one:\n    runs-on: ubuntu-24.04\n    env: {B: of the job, C: of the job}\n    steps:\n"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    python = Path(getattr(sys, "_base_executable", sys.executable)).resolve()
    return Machine(tmp_path / "machine", python, VERSION, ROOT / ".venv", date(2031, 1, 1))


def steps(machine: Machine, text: str, event: str = "push") -> Iterator[Step]:
    file = machine.folder.with_name("workflow.yml")
    file.write_text(text, "utf-8")
    return run(
        file, event, machine, lambda it: "asks" if "curl" in it else None, lambda _: {"D": "more"}
    )


def a_step(script: str, more: str = "") -> str:
    indented = script.replace("\n", "\n          ")
    return f"      - name: a step\n        run: |\n          {indented}\n{more}"


def test_a_step_has_the_environment_of_workflow_job_and_step(machine: Machine) -> None:
    own = "        env: {C: '${{ github.event_name }}', E: '${{ runner.temp }}/site'}\n"
    [step] = steps(machine, HEAD + JOB + a_step('echo "$A, $B, $C, $D, ${E##*/}"', own))
    assert (step.status, step.said) == (0, "of the workflow, of the job, push, more, site\n")


def test_nothing_else_of_this_environment_is_handed_on(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SITE_URL", "TZ", "LC_ALL", "BUILT_SITE"):
        monkeypatch.setenv(name, "here")
    [step] = steps(machine, HEAD + JOB + a_step('echo "$SITE_URL$TZ$LC_ALL$BUILT_SITE|$LANG|$CI"'))
    assert step.said == "|C.UTF-8|true\n"


@pytest.mark.parametrize(
    ("script", "more", "status"),
    [
        ("false\ntrue", "", 1),
        # As GitHub starts it, only a shell that is named looks at every part of a pipe.
        ("false | cat", "", 0),
        ("false | cat", "        shell: bash\n", 1),
    ],
)
def test_a_script_ends_with_its_first_mistake(
    machine: Machine, script: str, more: str, status: int
) -> None:
    [step] = steps(machine, HEAD + JOB + a_step(script, more))
    assert step.status == status


def test_after_a_mistake_only_what_asks_for_it_runs(machine: Machine) -> None:
    always = a_step("echo always", '        if: "!cancelled()"\n')
    found = list(steps(machine, HEAD + JOB + a_step("exit 3") + a_step("echo no") + always))
    assert [(it.status, it.left_out, it.said) for it in found] == [
        (3, None, ""),
        (0, "not for this event", ""),
        (0, None, "always\n"),
    ]


def test_what_is_for_another_event_or_needs_the_network_says_so(machine: Machine) -> None:
    other = a_step("false", "        if: github.event_name == 'pull_request'\n")
    found = list(steps(machine, HEAD + JOB + other + a_step("curl https://x.example")))
    assert [it.left_out for it in found] == ["not for this event", "asks"]


@pytest.mark.parametrize("of", ["date --iso-8601=minutes", "python3 -c '{}'"])
def test_shell_and_python_have_the_day_that_is_asked_for(machine: Machine, of: str) -> None:
    """Five past midnight in Hong Kong: still the day before where GitHub's machines are."""
    asked = of.format("from datetime import datetime; print(datetime.now().isoformat())")
    via = "" if of.startswith("date") else ".venv/bin/"
    (machine.folder.parent / "x").touch()
    script = f"ln -s '{ROOT}/.venv' .venv\nTZ=UTC0 {via}{asked}\nTZ=HKT-8 {via}{asked}"
    [step] = steps(machine, HEAD + JOB + a_step(script))
    utc, hong_kong = step.said.split()
    assert utc.startswith("2030-12-31T16:0")
    assert hong_kong.startswith("2031-01-01T00:0")


@pytest.mark.parametrize(
    "text",
    [
        HEAD + JOB + a_step("true", "        secret: 1\n"),
        HEAD + JOB.replace("runs-on", "container") + a_step("true"),
        "defaults: {}\n" + HEAD + JOB + a_step("true"),
    ],
)
def test_a_key_that_is_not_known_is_refused(machine: Machine, text: str) -> None:
    with pytest.raises(AssertionError, match="not known"):
        list(steps(machine, text))


def test_so_is_a_name_that_is_not_known(machine: Machine) -> None:
    own = "        env: {X: '${{ github.event.release.tag_name }}'}\n"
    with pytest.raises(Unknown, match="release"):
        list(steps(machine, HEAD + JOB + a_step("true", own)))


def test_what_is_to_be_kept_must_be_there(machine: Machine) -> None:
    upload = (
        "      - name: keep\n        uses: actions/upload-artifact@1\n"
        "        with: {path: '${{ runner.temp }}/site'}\n"
    )
    made = a_step('mkdir "$RUNNER_TEMP/site"')
    left_out = a_step('curl https://x.example > "$RUNNER_TEMP/site"')
    assert [it.status for it in steps(machine, HEAD + JOB + left_out + upload)] == [0, 0]
    assert [it.status for it in steps(machine, HEAD + JOB + upload)] == [1]
    assert [it.status for it in steps(machine, HEAD + JOB + made + upload)] == [0, 0]


def test_a_called_workflow_runs_as_if_its_steps_stood_there(machine: Machine) -> None:
    called = machine.folder.with_name("called.yml")
    called.write_text(HEAD + JOB + a_step("echo $B of $GITHUB_EVENT_NAME"), "utf-8")
    job = "  other:\n    uses: $/.github/workflows/called.yml\n"
    [step] = steps(machine, HEAD + job, "schedule")
    assert step.said == "of the job of schedule\n"


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="nothing to check out without git")
def test_what_is_checked_out_is_a_repository_without_changes(machine: Machine) -> None:
    """With the project's files, those that are not committed yet among them."""
    checkout = "      - {name: check out, uses: actions/checkout@1, with: {path: after}}\n"
    look = a_step("git -C after status --short; git -C after ls-files | grep '^dev.py$'")
    [_, step] = steps(machine, HEAD + JOB + checkout + look)
    assert (step.status, step.said) == (0, "dev.py\n")
