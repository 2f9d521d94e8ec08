"""What stands below the last table of a plan: sign-off, date, remarks."""

import re
from collections.abc import Sequence

from generator.maintain.extract.layout import REMARK
from generator.maintain.extract.plan_lines import Fault, LineKind, PlanLine
from generator.maintain.extract.plan_opening import Opening
from generator.maintain.extract.plan_place import LineOutcome
from generator.maintain.extract.printed_names import PrintedNames
from generator.messages.message import say

_LATER_PART = re.compile("[E-Z]\\s*[.．、:：].*|附錄.*|附录.*")
"""A heading below part D: what follows is no dataset."""
_NO_SIGN_OFF = Fault(
    say("a line below the last table that is no sign-off"),
    say(
        "if it is a remark, write {remark} in front of it in the text, and run again", remark=REMARK
    ),
)


def read_closing(
    lines: Sequence[PlanLine], opening: Opening, names: PrintedNames
) -> tuple[PlanLine | None, list[tuple[PlanLine, LineOutcome]]]:
    """The line of the plan's date, and what each line is."""
    date, signed, later = opening.date, False, False
    publisher = names.agencies.get(opening.publisher, opening.publisher)
    outcomes: list[tuple[PlanLine, LineOutcome]] = []
    for line in lines:
        later = later or _LATER_PART.fullmatch(line.text.strip()) is not None
        if line.kind is LineKind.DATE and date is None:
            date, outcome = line, say("sign-off: date")
        elif names.agencies.get(line.parts[0], line.parts[0]) == publisher and not signed:
            signed, outcome = True, say("sign-off: publisher")
        elif later or line.kind is LineKind.NOTE:
            outcome = say("text below the tables")
        else:
            outcomes.append((line, _NO_SIGN_OFF))
            continue
        outcomes.append((line, outcome))
    return date, outcomes
