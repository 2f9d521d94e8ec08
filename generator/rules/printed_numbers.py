"""Check that every figure is the number its document prints, or that it says why not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.messages.message import join_messages, say
from generator.messages.problem import Problem, Severity, quote_value
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.figure import Figure, FigureList
from generator.model.source import FieldPath
from generator.resolve.printed.quantities import Quantity, QuantityReading, read_quantities
from generator.resolve.printed.units import FOLD, PART, PERCENT
from generator.rules.printed_dates import as_of_agrees
from generator.rules.unit_forms import UnitForms, unit_forms

GREATEST = 10**15
"""Beyond it a number is no longer exact in the programs of those who use the data."""
GREATEST_OF: Mapping[str, int] = {PERCENT: 100_000, "year": 1_000, "person": 10**10}
UNITS_WITH_A_SIGN = ("HKD", PERCENT)
"""Units of which there may be less than nothing: a deficit, a fall."""
STEPS: Mapping[tuple[str, str], int] = {("month", "year"): 12, ("day", "week"): 7}
"""(unit of the figure, unit that is printed) → how many of the one the other is: 一年半."""
FIELDS = ("value", "value_max", "unit", "qualifier")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Readers take the value on a page for what the document says."""
    if "units" not in catalogue.vocabularies:
        return  # rules/vocabulary.py says once that it is missing
    forms = unit_forms(catalogue)
    for record_file in catalogue.figures.values():
        for number, figure in enumerate(record_file.record.figures):
            at: FieldPath = ("figures", number)
            impossible = list(_impossible(record_file, figure, at))
            yield from impossible
            if not impossible:
                yield from _figure(record_file, figure, at, forms)


def _impossible(
    record_file: RecordFile[FigureList], figure: Figure, at: FieldPath
) -> Iterator[Problem]:
    greatest = GREATEST_OF.get(figure.unit, GREATEST)
    for field, value in (("value", figure.value), ("value_max", figure.value_max)):
        if value is not None and value < 0 and figure.unit not in UNITS_WITH_A_SIGN:
            message = say("{value} is less than nothing", value=value)
            yield Problem(
                record_file.place(*at, field), message, say("write what the document prints")
            )
        elif value is not None and abs(value) > greatest:
            message = say(
                "{value} is impossible for the unit {unit!r}", value=f"{value:,}", unit=figure.unit
            )
            yield Problem(
                record_file.place(*at, field), message, say("write what the document prints")
            )


def _figure(
    record_file: RecordFile[FigureList], figure: Figure, at: FieldPath, forms: UnitForms
) -> Iterator[Problem]:
    reading = read_quantities(figure.printed)
    readings = [_FigureReading(it, figure, forms) for it in reading.quantities]
    agreeing = [it for it in readings if not it.wrong_fields]
    if figure.differs is not None:
        if agreeing and as_of_agrees(figure):
            message = say("`differs` is not needed: number and day are as printed")
            yield Problem(record_file.place(*at, "differs"), message, say("remove it"))
    elif not readings:
        yield _unread(record_file, figure, at, reading)
    elif not agreeing:
        yield _disagreement(record_file, figure, at, min(readings, key=lambda it: it.distance))
    else:
        yield from _doubtful(record_file, figure, at, agreeing, readings)


def _unread(
    record_file: RecordFile[FigureList], figure: Figure, at: FieldPath, reading: QuantityReading
) -> Problem:
    words = reading.unreadable[0] if reading.unreadable else figure.printed
    return Problem(
        record_file.place(*at, "printed"),
        say("{printed} could not be read as a number", printed=quote_value(words)),
        say("quote the number from the document; if it is printed like that, say so in `differs`"),
    )


def _disagreement(
    record_file: RecordFile[FigureList], figure: Figure, at: FieldPath, reading: "_FigureReading"
) -> Problem:
    field = reading.wrong_fields[0]
    typed = getattr(figure, field)
    message = say(
        "{printed} is printed, so `{field}` is not {typed}",
        printed=quote_value(figure.printed),
        field=field,
        typed="-" if typed is None else typed,
    )
    if field == "unit":
        tip = say(
            "write {fields}, or add the words to `printed` of {unit!r} in "
            "data/vocabulary/units.yml; if the difference is meant, say why in `differs`",
            fields=join_messages([reading.correction(name) for name in reading.wrong_fields]),
            unit=figure.unit,
        )
    elif not reading.can_be_typed:
        tip = say("`value` holds whole numbers: round it, and say so in `differs`")
    else:
        tip = say(
            "write {fields}; if the difference is meant, say why in `differs`",
            fields=join_messages([reading.correction(name) for name in reading.wrong_fields]),
        )
    # A field that is left out is missing where the figure stands.
    place = record_file.place(*at, field) if typed is not None else record_file.place(*at, "value")
    return Problem(place, message, tip)


def _doubtful(
    record_file: RecordFile[FigureList],
    figure: Figure,
    at: FieldPath,
    agreeing: list["_FigureReading"],
    readings: list["_FigureReading"],
) -> Iterator[Problem]:
    """Report a printed form that leaves open which number is meant, or what is counted."""
    values = {it.values for it in readings if it.unit_agrees and it.names_unit}
    if len(values) > 1:
        yield Problem(
            record_file.place(*at, "printed"),
            say("{printed} holds more than one such number", printed=quote_value(figure.printed)),
            say("quote only the number that is meant, with its words"),
        )
    elif not any(it.unit_known for it in agreeing):
        words = agreeing[0].quantity.unit.words
        yield Problem(
            record_file.place(*at, "unit"),
            say("no unit is known to be printed as {words}", words=quote_value(words)),
            say(
                "add its first words to `printed` of {unit!r} in data/vocabulary/units.yml, "
                "or correct the unit",
                unit=figure.unit,
            ),
            severity=Severity.WARNING,
        )


@dataclass(frozen=True)
class _FigureReading:
    """A figure beside one number of its printed form."""

    quantity: Quantity
    figure: Figure
    forms: UnitForms

    @property
    def wrong_fields(self) -> tuple[str, ...]:
        """Fields of the figure that say something else."""
        low, high = self.values
        value, most = self.figure.value, self.figure.value_max
        fell = self.quantity.falls and high is None and value == -low
        checks = {
            "value": value == low or fell,
            "value_max": most == high,
            "unit": self.unit_agrees,
            "qualifier": self.figure.qualifier in self.quantity.qualifiers,
        }
        return tuple(field for field in FIELDS if not checks[field])

    @property
    def distance(self) -> tuple[int, int]:
        """How unlikely it is that this number was meant."""
        return len(set(self.wrong_fields) & {"value", "unit"}), len(self.wrong_fields)

    @property
    def values(self) -> tuple[Fraction, Fraction | None]:
        """Both ends as they would be typed with the unit of the figure."""
        factor = self._factor
        high = self.quantity.high
        return self.quantity.low * factor, None if high is None else high * factor

    @property
    def _factor(self) -> int:
        unit = self.quantity.unit
        if unit.kind in (FOLD, PART) and not self.forms.can_count(unit.words, self.figure.unit):
            return 100
        codes_meant = self.forms.codes_of(unit.words) if not unit.kind else frozenset()
        return next((STEPS.get((self.figure.unit, it), 1) for it in sorted(codes_meant)), 1)

    @property
    def unit_agrees(self) -> bool:
        """Whether the words of the number may count what the figure counts."""
        unit, code = self.quantity.unit, self.figure.unit
        if code not in self.forms.nouns:
            return True  # rules/facts.py names a code that is none
        if unit.kind in (FOLD, PART):
            return code == PERCENT or self.forms.can_count(unit.words, code)
        if unit.kind:
            return unit.kind == code
        codes_meant = self.forms.codes_of(unit.words)
        if not codes_meant:
            return True
        return self.forms.can_count(unit.words, code) or self._factor > 1

    @property
    def names_unit(self) -> bool:
        """Whether it says what it counts."""
        return bool(self.quantity.unit.kind or self.forms.codes_of(self.quantity.unit.words))

    @property
    def unit_known(self) -> bool:
        """Whether nothing is printed that could be a unit and is in no list."""
        return self.names_unit or not self.quantity.unit.words

    @property
    def can_be_typed(self) -> bool:
        """Whether both ends are whole numbers."""
        return all(it is None or it.denominator == 1 for it in self.values)

    def correction(self, field: str) -> str:
        """What the document says, as it would be typed."""
        low, high = self.values
        unit = self.quantity.unit
        codes_meant = sorted(self.forms.codes_of(unit.words))
        kind = PERCENT if unit.kind in (FOLD, PART) else unit.kind
        codes = [kind] if kind else codes_meant
        codes = [it for it in codes if self.forms.can_count(unit.words, it)] or codes
        values = {
            "value": low,
            "value_max": high,
            "qualifier": self.quantity.qualifiers[0],
        }
        if field == "unit":
            return say("`unit: {codes}`", codes=" / ".join(codes))
        if values[field] is None:
            return say("no `{field}`", field=field)
        return say("`{field}: {value}`", field=field, value=str(values[field]))
