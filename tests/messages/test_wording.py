"""Which script a text was written in, and what stands for it in the other."""

import pytest
from builders import an_agency

from generator.model.base import Script
from generator.model.wording import Wording, settle

BOTH = {"zh-Hant": "數碼港", "zh-Hans": "数码港"}


@pytest.mark.parametrize(
    ("name", "script", "expected"),
    [
        ("數碼港", "zh-Hant", Wording("數碼港", "zh-Hant")),
        ("数码港", "zh-Hans", Wording("数码港", "zh-Hans")),
        ({"zh-Hant": "數碼港"}, "zh-Hans", Wording("數碼港", "zh-Hant")),
        ({"zh-Hans": "数码港"}, "zh-Hant", Wording("数码港", "zh-Hans")),
        (BOTH, "zh-Hant", Wording("數碼港", "zh-Hant", "数码港")),
        (BOTH, "zh-Hans", Wording("数码港", "zh-Hans", "數碼港")),
    ],
)
def test_a_text_given_in_one_script_is_of_that_one_and_in_both_of_its_records(
    name: str | dict[str, str], script: Script, expected: Wording
) -> None:
    typed = an_agency(script=script, name=name).name
    assert typed is not None
    assert settle(typed, script) == expected
    printed = settle(typed, script, "sea-plan")
    assert (printed.text, printed.document) == (expected.text, "sea-plan")
