"""Texts for properties: what Markdown, HTML, YAML or Jinja give a meaning to, and any letter."""

from hypothesis import strategies as st

SNIPPETS = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- x", "</td></table>", "<b"),
    *("[x](javascript:alert(1))", "![x](y)", "[x][y]", "[x]: y", "<https://x.example>", "[^1]"),
    *("&amp;", "&#60;", "&lt", "&lt;b&gt;", "&", "&#", "&am", "p;", "#60;", ";", "R&D"),
    *("{ onclick=alert(1) }", "{#x}", "{#x .folded}", "{: .x }", "{{ x }}", "{% x %}", "{", "}"),
    *("*a*", "_a_", "**", "__", "***", "*", "_", "`a`", "`", "```", "~", "~~", "~~~", "\\", "\\*"),
    *("---", "--", "-", "===", "=", "#", "# x", " #", " ## ", "+", "+++"),
    *("1.", "1. ", "12)", "- ", "-", "+ ", "* ", "> ", ">", ": ", ":", ":   x", "-:", ":-:"),
    *("a | b", "|", "||", "|---|", "\\|", "    ", "  ", " ", "!", "!!! note", "!["),
    *(
        "<br>",
        "（",
        "）",
        "[°](#converted)",
        '<span id="',
        '<a href="',
        "</p>",
        " .folded",
        "(",
        ")",
    ),
    *("$x$", "x^2", "==x==", "https://x.example/", "www.x.example", "a@x.example"),
    *(
        '"',
        "'",
        "...",
        "klzzwxh:0001",
        "wzxhzdk:0",
        "數據",
        "说",
        "𠮷",
        "\u00a0",
        "\u3000",
        "\u200b",
    ),
    *("2025-2027年度", "DATA.GOV.HK", "é", "١.", "\ufeff", "\u2028", "\u0301"),
)
"""Each also meets any other, before and behind it."""

# Control characters, lone surrogates and non-characters are refused by the loader.
TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cs"]).filter(lambda it: ord(it) & 0xFFFE != 0xFFFE)
).filter(lambda it: not any(0xFDD0 <= ord(char) <= 0xFDEF for char in it))
HOSTILE = st.lists(st.sampled_from(SNIPPETS) | TEXT, max_size=8).map("".join)
LINE = HOSTILE.map(str.strip).filter(bool)
"""As the model takes a line: no spaces at its ends, and not empty."""
ENDS = st.sampled_from(["", "", " ", "  ", "    "])
SPACED = st.tuples(ENDS, LINE, ENDS).map("".join)
"""As a line, with spaces at its ends."""
LINES = st.lists(LINE, min_size=1, max_size=4).map("\n".join)
