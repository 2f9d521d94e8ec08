from generator.rules.repetitions import repetitions


def test_every_repetition_is_told_beside_the_first() -> None:
    items = [("a", 1), ("b", 2), ("a", 3), ("a", 4)]
    assert list(repetitions(items)) == [("a", 3, 1), ("a", 4, 1)]


def test_what_differs_is_no_repetition() -> None:
    assert list(repetitions([("a", 1), ("b", 1)])) == []
