"""What of a long page is folded: tables of over twelve rows, lines in parts of about twenty."""

from generator.model.wording import Wording
from generator.render.disclosure import fact_stretches, is_long
from generator.render.document_facts import FactRow
from generator.resolve.record_reference import Ref


def rows(line: int, count: int, subject: str | None = None) -> list[FactRow]:
    ref = Ref("agencies", subject, Wording(subject, "zh-Hant")) if subject else None
    return [FactRow(line, at == 0, ref) for at in range(count)]


def test_twelve_rows_are_not_long() -> None:
    assert not is_long(range(12))
    assert is_long(range(13))


def test_facts_are_opened_about_twenty_at_a_time() -> None:
    """A line stands in one part, however much it says."""
    facts = [*rows(3, 19), *rows(5, 30), *rows(6, 1), *rows(9, 19), *rows(12, 2)]
    parts = [(it.first, it.last, len(it.rows)) for it in fact_stretches(facts)]
    assert parts == [(3, 5, 49), (6, 9, 20), (12, 12, 2)]
    assert [row for it in fact_stretches(facts) for row in it.rows] == facts


def test_a_part_names_what_most_of_it_is_about() -> None:
    """Three at most, as they come; what concerns no record counts for none."""
    facts = [*rows(1, 1, "a"), *rows(2, 3, "b"), *rows(3, 9), *rows(4, 2, "c"), *rows(5, 2, "d")]
    [part] = fact_stretches(facts)
    assert [it.id for it in part.about] == ["b", "c", "d"]


def test_nothing_has_no_parts() -> None:
    assert list(fact_stretches([])) == []
