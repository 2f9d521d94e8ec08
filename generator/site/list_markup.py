"""Lists as a parser makes them → lists of which the style sheet knows what they list.

A list that begins with a day in bold, or with an item of which a script asks, is one of events; one
that begins with a link to a part of the page leads through it. A list inside a list is neither. A
drawing directly behind a list belongs to its last item, and the lists before and behind it are one.
Of a list on several pages, the numbers of those stand in a paragraph, all but its own as links.
"""

import re

_LIST = re.compile(
    r"<(/?)ul>(?:(?=\n<li[^>]* data-|\n<li[^>]*>\s*(?:<p>)?<strong>)()"
    r'|(?=\n<li[^>]*>\s*(?:<p>)?<a href="#)())?'
)
_DRAWN = re.compile(
    r'</li>\n</ul>\n(<figure class="chart">(?:(?!<figure).)*?</figure>)\s*(<ul>\n)?', re.DOTALL
)
_PARTS = re.compile(
    r'<p>(?=[^\n]*<a )([^<]*(?:<a href="[^"]*">\d+</a>\s+)*)<strong>(\d+)</strong>'
    r'((?:\s+<a href="[^"]*">\d+</a>)*)\s*</p>'
)
_REMARK = re.compile(r"<br ?/?>(（(?:(?!<br)[^\n])*）)(?=</li>|</p>\n</li>|\n<ul>)")


def with_list_classes(html: str) -> str:
    """`html` with its lists told apart, and remarks that end an item made quiet."""
    html = _PARTS.sub(r'<p class="parts">\1<strong aria-current="page">\2</strong>\3</p>', html)
    if "<ul>" not in html:
        return html
    if '</ul>\n<figure class="chart">' in html:
        html = _DRAWN.sub(lambda run: f"\n{run[1]}\n</li>\n" + ("" if run[2] else "</ul>\n"), html)
    depth = 0

    def marked(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[1]:
            depth -= 1
            return tag[0]
        depth += 1
        if depth > 1 or (tag[2] is None and tag[3] is None):
            return tag[0]
        return '<ul class="events">' if tag[2] is not None else '<ul class="chips">'

    return _REMARK.sub(r'<br><span class="quiet">\1</span>', _LIST.sub(marked, html))
