"""The words by which a new edition of a fact sheet is read, in both scripts."""

import re

OF_AN_EDITION = re.compile(r"[较較][新旧舊]|[新旧舊年]版|上一?版|[这這]一?版|便[览覽]")
"""In our own words: what is true of one edition only."""
NAMED_EDITION = re.compile(r"[（(][^（）()]*[）)]$|[较較][新舊旧]版$|[0-9]{4}年版$")
"""At the end of a title: what tells the edition from the others."""
COUNTED_TO = re.compile(r"(?:截至|止于)$")
"""Before the day to which numbers are counted; folded."""
LINE_NAMED = re.compile(r"(?<=第)[0-9]+(?=行)")
"""The number of a line of the document, in the reason of an exception."""
HUNDREDTHS = "百分之"
"""Before the number of a percentage."""
