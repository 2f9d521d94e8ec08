"""While the data are wrong, every served page says so and how to mend them."""

from generator.messages.message import say
from generator.messages.problem import ENGLISH, Place, Problem
from generator.site.overlay import data_notice, with_notice

PLACE = Place("data/agencies/sea.yml", 4, 7)


def test_the_notice_lists_every_problem() -> None:
    box = data_notice([Problem(PLACE, "a", "b"), Problem(PLACE, "c", "d")], ENGLISH)
    assert "<li><code>data/agencies/sea.yml:4:7: a (b)</code></li>" in box
    assert box.count("<li>") == 2
    assert 'role="alert"' in box


def test_nothing_in_the_data_becomes_markup() -> None:
    box = data_notice([Problem(PLACE, "</code><script>alert(1)</script>", '"><img>')], ENGLISH)
    assert "<script>" not in box
    assert "<img>" not in box


def test_the_notice_speaks_the_language_of_the_terminal() -> None:
    problem = Problem(PLACE, say("empty key"), say("put it in quotes"))
    assert "E（Q）" in data_notice(
        [problem],
        {"empty key": "E", "put it in quotes": "Q", "{message} ({tip})": "{message}（{tip}）"},
    )


def test_the_notice_stands_in_the_body_of_the_page() -> None:
    assert with_notice(b"<body>x</body></html>", "<p>!</p>") == b"<body>x<p>!</p></body></html>"
    assert with_notice(b"x", "<p>!</p>") == b"x<p>!</p>"
