"""What stopped a page is told with the place where it is to be mended."""

from pathlib import Path

import pytest
import yaml
from jinja2 import DictLoader, Environment, FileSystemLoader, StrictUndefined
from mkdocs.exceptions import Abort, ConfigurationError

from generator.site.build_faults import fault_problem


def raised(call: object, *arguments: object, **values: object) -> BaseException:
    assert callable(call)
    with pytest.raises(Exception) as found:  # noqa: PT011
        call(*arguments, **values)
    return found.value


def test_mistake_in_a_template_stands_where_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("a\n{% bogus %}\n", "utf-8")
    (tmp_path / "other.html").write_text("a\n\n{{ missing.part }}\n", "utf-8")
    templates = Environment(loader=FileSystemLoader(tmp_path), undefined=StrictUndefined)
    problem = fault_problem(raised(templates.get_template, "page.html"), tmp_path)
    assert str(problem) == (
        "page.html:2:1: the template is wrong: Encountered unknown tag 'bogus'. (mend it and save)"
    )
    problem = fault_problem(raised(templates.get_template("other.html").render), tmp_path)
    assert str(problem.place) == "other.html:3:1"
    assert "'missing' is undefined" in problem.message


def test_template_without_a_file_is_told_by_its_name(tmp_path: Path) -> None:
    templates = Environment(loader=DictLoader({"page.j2": "{% bogus %}"}))
    problem = fault_problem(raised(templates.get_template, "page.j2"), tmp_path)
    assert str(problem.place) == "page.j2:1:1"


def test_settings_that_are_no_yaml_stand_with_line_and_column(tmp_path: Path) -> None:
    def load() -> None:
        try:
            yaml.safe_load("a: 1\nb: [\n")
        except yaml.YAMLError as error:
            raise ConfigurationError(str(error))  # noqa: B904

    assert str(fault_problem(raised(load), tmp_path).place) == "mkdocs.yml:3:1"


def test_what_mkdocs_said_is_the_reason(tmp_path: Path) -> None:
    error = Abort("Aborted with a configuration error!")
    error.add_note("Config value 'theme': Unrecognised theme name: 'none'.")
    assert fault_problem(error, tmp_path).message == (
        "MkDocs refuses it: Config value 'theme': Unrecognised theme name: 'none'."
    )
    assert fault_problem(Abort("Aborted"), tmp_path).message == "MkDocs refuses it: Aborted"


def test_mistake_in_the_program_stands_on_its_innermost_line_of_ours() -> None:
    problem = fault_problem(raised(raising), Path(__file__).parent)
    assert str(problem.place).startswith(f"{Path(__file__).name}:")
    assert problem.message == "the program stopped: ValueError: wrong"


def raising() -> None:
    raise ValueError("wrong")
