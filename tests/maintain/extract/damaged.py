"""Texts between a plan and noise, for properties that hold whatever the text is."""

from hypothesis import strategies as st
from maintain.extract.invented import EXAMPLES, text_of

CHARS = st.characters(exclude_categories=("Cs",))
PLAN_CHARS = st.sampled_from("潮汐表 \t\t#.()1230/<>b&;•ABCDi年月不适用\u200b\r")
LINES = sorted({line for example in EXAMPLES for line in text_of(example).split("\n")})
LINE = st.one_of(
    st.sampled_from(LINES),
    st.text(alphabet=PLAN_CHARS, max_size=20),
    st.text(alphabet=CHARS, max_size=20),
    st.lists(st.sampled_from(["", "1", "2", "运输", "每年", "01/2031", "潮 汐"]), max_size=8).map(
        "\t".join
    ),
)


@st.composite
def edited_plans(draw: st.DrawFn) -> str:
    """A plan some lines of which were removed, repeated, replaced or put elsewhere."""
    lines = text_of(draw(st.sampled_from(sorted(EXAMPLES)))).split("\n")
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(lines)))
        until = at + draw(st.integers(0, 4))
        lines[at:until] = draw(st.lists(LINE, max_size=3))
    return "\n".join(lines)


HEAPS = st.lists(LINE, max_size=30).map("\n".join)
"""Lines in no order."""
ANY_TEXT = st.text(alphabet=CHARS)
