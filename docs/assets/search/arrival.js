/* Marks on the page what was searched; `h` in the address says what that was, and goes. */
import { Matching } from "./match.js"
import { parse } from "./query.js"
import { Index } from "./ranking.js"
import { spans } from "./results.js"

const MOST = 400
const article = document.querySelector("article")

/* Marks what of a query stands in the article, and shows the first of it. */
export async function mark(query) {
  const response = await fetch(new URL("../../search/words.json", import.meta.url))
  if (!response.ok) return
  const matching = new Matching(await response.json()), index = new Index(matching)
  index.add([article.textContent])
  const { keys } = parse(query, index)
  for (const old of article.querySelectorAll("mark.found")) old.replaceWith(...old.childNodes)
  article.normalize()
  const marks = texts().flatMap(text => marked(text, spans(text.data, matching, keys))).slice(0, MOST)
  if (location.hash || !marks.length || marks[0].closest("h1")) return
  for (let it = marks[0].closest("details"); it; it = it.parentElement.closest("details")) it.open = true
  marks[0].scrollIntoView({ block: "center" })
}

function texts() {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT), found = []
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("script, style, svg, select, .cite, .headerlink")) found.push(walker.currentNode)
  }
  return found
}

/* From the end, so that the places before stay where they are. */
function marked(text, places) {
  return [...places].reverse().map(([start, end]) => {
    const mark = document.createElement("mark")
    mark.className = "found"
    text.splitText(end)
    const found = text.splitText(start)
    found.replaceWith(mark)
    mark.append(found)
    return mark
  }).reverse()
}

const address = new URL(location), asked = address.searchParams.get("h")
if (asked) {
  address.searchParams.delete("h")
  history.replaceState(history.state, "", address)
  mark(asked)
}
