"""What is left of a script when it is published."""

from generator.site.scripts import strip_script_comments

SCRIPT = """\
/* What it is for,
 * in two lines. */
import { a } from "./b.js" // stays
  // A reason.
const address = "https://example.org/" /* stays, too */
  /* Said once. */
const folded = `a
 * b`
"""


def test_comments_with_lines_of_their_own_go() -> None:
    assert strip_script_comments(SCRIPT) == (
        'import { a } from "./b.js" // stays\n'
        'const address = "https://example.org/" /* stays, too */\n'
        "const folded = `a\n * b`\n"
    )
