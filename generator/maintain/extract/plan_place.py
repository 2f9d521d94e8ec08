"""Where in a plan a line stands: part, organisation, kind of data · headings in order → codes."""

from dataclasses import dataclass

from generator.maintain.extract.plan_lines import Fault, PlanLine
from generator.messages.message import say

LineOutcome = str | Fault
"""What becomes of a line: why it was understood, or why it was not."""
_NO_PART = Fault(say("below no lettered heading that was understood"))


@dataclass
class PlanPlace:
    """The headings that hold for the next table."""

    letter: str = ""
    """Of the last heading of a part, understood or not."""
    part: str | None = None
    """Its words; None if it was not understood."""
    part_line: int | None = None
    """Its line, until its first table is found."""
    body: str | None = None
    body_line: int | None = None
    body_number: int = 0
    sub_number: int = 0

    @property
    def code(self) -> str:
        """Of the table below: `A.i`, `C.1.ii`."""
        numbers = [self.letter, str(self.body_number) if self.body else "", "i" * self.sub_number]
        return ".".join(filter(None, numbers))

    def is_repeated(self, line: PlanLine) -> bool:
        """Whether the heading of a part says again, on a new page, where the table is."""
        letter, words, _ = line.parts
        return letter == self.letter and (line.continued or words == self.part)

    def enter_part(self, line: PlanLine) -> LineOutcome:
        """The heading of a part, in its order."""
        letter, words, meant = line.parts
        expected = chr(ord(self.letter) + 1) if self.letter else "A"
        self.body, self.body_line, self.body_number, self.sub_number = None, None, 0, 0
        if letter == "AB":
            letter = expected if expected in "AB" else "B"
        if letter < expected:
            # Its codes would be those of sections already read.
            self.part = None
            template = "heading {letter} after heading {before}"
            return Fault(say(template, letter=letter, before=self.letter))
        self.letter, self.part, self.part_line = letter, words, line.number
        if meant and letter not in meant:
            self.part = None
            return Fault(
                say("heading {letter} says what part {meant} says", letter=letter, meant=meant[0]),
                say(
                    "parts are A and B for years to come, C for other organisations, D for what is "
                    "released: write that letter in the text, and run again"
                ),
            )
        return say("heading") if letter == expected else expected_heading(expected)

    def enter_body(self, name: str, number: int | None, line: int) -> LineOutcome:
        """The heading of an organisation in part C; without a number it is the next one."""
        if self.letter != "C":
            return Fault(say("a numbered line outside part C, where organisations stand"))
        if self.part is None:
            return _NO_PART
        expected = self.body_number + 1
        number = number or expected
        if number < expected:
            self.part = None
            template = "organisation {number} after organisation {body_number}"
            return Fault(say(template, number=number, body_number=self.body_number))
        self.body, self.body_line, self.body_number, self.sub_number = name, line, number, 0
        if number == expected:
            return say("heading")
        return expected_heading(say("organisation {number}", number=expected))

    def enter_sub(self, line: PlanLine) -> Fault | None:
        """The heading that says which kind of data follow; None if a table may follow."""
        roman, _, contradicted = line.parts
        number = len(contradicted or roman)
        if self.part is None:
            return _NO_PART
        if number <= self.sub_number:
            template = "heading {roman}. after heading {before}."
            return Fault(say(template, roman=roman, before="i" * self.sub_number))
        self.sub_number = number
        if contradicted:
            template = "heading {roman}. says neither spatial nor not spatial as it should"
            return Fault(say(template, roman=contradicted))
        return None


def expected_heading(heading: str) -> Fault:
    """What is wrong with a heading above which another one is missing."""
    return Fault(
        say("{heading} should stand here", heading=heading),
        say("look for the heading that is missing above"),
    )
