"""What a list lists is told by how it begins; the style sheet and scripts go by the class."""

import pytest

from generator.site.page_markup import page_markup


def made(markdown: str, rows: dict[str, dict[str, str]] | None = None) -> str:
    return page_markup(markdown, lambda target: target, rows or {}, "link to this").html


def test_a_list_that_begins_with_a_day_is_one_of_events() -> None:
    assert '<ul class="events">\n<li><strong>2024</strong> a' in made("- **2024** a\n- b\n")


def test_so_is_one_of_whose_items_a_script_asks() -> None:
    html = made('- <span id="x"></span>*a* b\n', {"x": {"kind": "founded"}})
    assert html.startswith('<ul class="events">\n<li id="x" data-kind="founded"><span class="tag">')


def test_a_list_of_links_to_the_page_s_parts_is_their_index() -> None:
    assert made("- [a](#a)\n- [b](#b)\n").startswith('<ul class="chips">\n<li><a href="#a">')


@pytest.mark.parametrize("text", ["- a\n", "- [a](b.md)\n", "- a **2024**\n"])
def test_any_other_list_stays_as_it_is(text: str) -> None:
    assert made(text).startswith("<ul>\n")


@pytest.mark.parametrize("inner", ["**2024** b", "[b](#b)"])
def test_a_list_inside_a_list_stays_as_it_is(inner: str) -> None:
    """After it, the outer one's own kind counts again."""
    html = made(f"- a\n    - {inner}\n- c\n\nd\n\n- **2025** e\n    - {inner}\n")
    assert html.count("<ul>") == 3
    assert html.count('class="events"') == 1


def test_a_drawing_behind_a_list_belongs_to_its_last_item() -> None:
    drawing = '<figure class="chart"><svg></svg></figure>'
    html = made(f"- a\n- b\n\n{drawing}\n\n- c\n\n{drawing}\n\n- d\n\ne\n")
    assert html == (
        f"<ul>\n<li>a</li>\n<li>b\n{drawing}\n</li>\n<li>c\n{drawing}\n</li>\n<li>d</li>\n</ul>\n"
        "<p>e</p>\n"
    )


def test_two_drawings_behind_a_paragraph_stand_beside_each_other() -> None:
    drawing = '<figure class="chart"><svg></svg></figure>'
    assert '<div class="charts">' in made(f"- a\n\nb\n\n{drawing}\n\n{drawing}\n")


def test_a_remark_at_an_item_s_end_is_quiet() -> None:
    assert made("- a<br>（b）\n") == '<ul>\n<li>a<br><span class="quiet">（b）</span></li>\n</ul>\n'
    assert "quiet" not in made("- a<br>（b）c\n")
    assert "quiet" not in made("a<br>（b）\n")


def test_the_numbers_of_a_list_s_pages_say_which_is_this_one() -> None:
    html = made("1 to 9 [1](a.md)  **2**  [3](b.md) \n")
    assert html.startswith('<p class="parts">1 to 9 <a href="a.md">1</a>')
    assert '<strong aria-current="page">2</strong>' in html
    assert html.count("aria-current") == 1
    assert 'class="parts"' not in made("a **2** b\n")
    assert 'class="parts"' not in made("a **2**\n")
    assert 'class="parts"' not in made("- **2** [3](b.md)\n")
