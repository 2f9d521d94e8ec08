"""What of the theme's style sheets is published, and its dark colours alone."""

import pytest

from generator.site.theme_css import dark_scheme, theme_classes, trim_sheets, words_of

KNOWN = frozenset({"shown", "also", "--asked"})


@pytest.mark.parametrize(
    ("sheet", "less"),
    [
        ("a{x:1}.shown{y:2}", "a{x:1}.shown{y:2}"),
        (".gone{x:1}a{y:2}", "a{y:2}"),
        (".gone,.shown a{x:1}", ".shown a{x:1}"),
        (".shown .gone>b{x:1}", ""),
        (".shown:not(.gone){x:1}", ".shown:not(.gone){x:1}"),
        (":is(.gone,.shown) a{x:1}", ":is(.gone,.shown) a{x:1}"),
        ('[href$=".gone"]{x:1}', '[href$=".gone"]{x:1}'),
        ("@media print{.gone{x:1}.shown{y:2}}", "@media print{.shown{y:2}}"),
        ("@media print{.gone{x:1}}a{y:2}", "a{y:2}"),
        ("@keyframes it{0%{x:.5}to{x:1}}", "@keyframes it{0%{x:.5}to{x:1}}"),
        (".also{margin:.5em}", ".also{margin:.5em}"),
        ("a{x:1}[dir=rtl] a,[dir=ltr] a{y:2}", "a{x:1}[dir=ltr] a{y:2}"),
        ("/* a{ */a{x:1}/*# sourceMappingURL=a.css.map */", "a{x:1}"),
    ],
)
def test_only_selectors_that_a_page_may_meet_are_left(sheet: str, less: str) -> None:
    """What excludes a class, or offers it among others, may be met without it."""
    assert trim_sheets([sheet], KNOWN) == [less]


def test_a_variable_stays_where_any_sheet_or_script_asks_for_it() -> None:
    """A picture written into a sheet may hold what looks like an end."""
    sheets = [
        ":root{--used:1;--lost:2;--asked:3}",
        ':root{--icon:url("data:image/svg+xml;charset=utf-8,<svg/>");--b:4}a{x:var(--used);y:var(--b)}',
    ]
    assert trim_sheets(sheets, KNOWN) == [
        ":root{--used:1;--asked:3}",
        ":root{--b:4}a{x:var(--used);y:var(--b)}",
    ]


def test_what_only_a_dropped_rule_asks_for_is_dropped() -> None:
    assert trim_sheets([":root{--lost:1}.gone{x:var(--lost)}"], KNOWN) == [":root{}"]


def test_words_are_those_that_can_be_classes() -> None:
    text = '<p class="a-b a__c">1 x</p> classList.add("d--e") var(--f)'
    assert {"a-b", "a__c", "d--e", "--f"} <= words_of([text])
    assert "1" not in words_of([text])


def test_dark_colours_hold_for_a_page_that_calls_itself_light() -> None:
    """Of all sheets in their order; rules for one part of a page are left to it."""
    sheets = [
        "[data-md-color-scheme=slate]{--a:1}[data-md-color-scheme=slate] img{x:1}",
        'b{y:2}\n[data-md-color-scheme="slate"] {\n  --b: 2;\n}\n',
    ]
    assert (
        dark_scheme(sheets)
        == "[data-md-color-scheme]{--a:1}\n[data-md-color-scheme]{\n  --b: 2;\n}\n"
    )


def test_of_the_theme_s_script_only_what_its_features_make_is_known() -> None:
    """Single letters and everyday words are a minified script's own names, not classes."""
    script = 'let n=x("a",{class:"md-nav__link md-code__button"});info(n,"md-version__list result")'
    assert theme_classes(script) == {"md-nav__link"}
