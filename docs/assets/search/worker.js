/* Search for the theme's own box: any part of a Chinese phrase, in either script, all words.
 *
 * The theme speaks a protocol of four messages (0 set-up, 1 ready, 2 query, 3 result). The index of
 * the variant being read (named in this worker's address) is fetched at the first query, so that a
 * page that is not searched loads nothing but this file. */
"use strict"

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
const MOST = 1000
const variant = self.location.search === "?zh-Hans" ? "zh-Hans" : "zh-Hant"
let index = null

async function load() {
  const response = await fetch(new URL(`../../search/${variant}.json`, self.location.href))
  if (!response.ok) throw new Error(`search index: ${response.status}`)
  const { fold: [from, to], docs } = await response.json()
  const table = new Map()
  for (let i = 0; i < from.length; i++) table.set(from[i], to[i])
  const folded = docs.map(doc => doc.map((text, field) => field ? fold(text, table) : text))
  return { table, docs, folded }
}

/* One form for both scripts, both widths and both cases. Lengths stay: positions in the folded
 * text are positions in the text shown. */
function fold(text, table) {
  let out = ""
  for (let i = 0; i < text.length; i++) {
    let char = text[i]
    const code = text.charCodeAt(i)
    if (code === 0x3000 || code === 0xa0) char = " "
    else if (code > 0xff00 && code < 0xff5f) char = String.fromCharCode(code - 0xfee0)
    const lower = char.toLowerCase()
    if (lower.length === 1) char = lower
    out += table.get(char) ?? char
  }
  return out
}

function words(query, table) {
  return fold(query, table)
    .replace(/(\d)[ ,](?=\d{3}(?!\d))/g, "$1")
    .split(/[\s"'「」『』《》()（），。、：；？！/|]+/)
    .filter(Boolean)
}

/* How well one word fits one document, 0 when it does not. `hidden` holds a name a line. */
function fit(word, [, kind, title, hidden, text]) {
  if (title === word) return 100
  if (("\n" + hidden + "\n").includes("\n" + word + "\n")) return 80
  if (title.startsWith(word)) return 60
  if (find(title, word)) return 40
  if (find(hidden, word)) return 20
  if (find(text, word)) return 8
  return kind.includes(word) ? 2 : 0
}

/* Where `word` stands in `text` at or after `from`: [start, end] or null. Documents print large
 * numbers with gaps (1 000), queries without them, or the reverse. */
function find(text, word, from = 0) {
  if (!/\d{4}/.test(word)) {
    const at = text.indexOf(word, from)
    return at < 0 ? null : [at, at + word.length]
  }
  const gaps = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\d(?=\d)/g, "$&[ ,]?")
  const pattern = new RegExp(gaps, "g")
  pattern.lastIndex = from
  const match = pattern.exec(text)
  return match && [match.index, match.index + match[0].length]
}

function search(query) {
  const { table, docs, folded } = index
  const wanted = words(query, table)
  if (!wanted.length) return []
  const whole = fold(query.trim(), table)
  const hits = []
  folded.forEach((doc, position) => {
    let score = doc[2] === whole ? 1000 : 0
    for (const word of wanted) {
      const points = fit(word, doc)
      if (!points) return
      score += points
    }
    hits.push({ score: score - doc[2].length / 1000, position })
  })
  hits.sort((a, b) => b.score - a.score || a.position - b.position)
  return hits.slice(0, MOST).map(({ score, position }) => [item(docs[position], folded[position], wanted, score)])
}

function item([location, kind, title, , text], folded, wanted, score) {
  return {
    location,
    title: marked(title, folded[2], wanted),
    text: `<p><small>${escape(kind)}</small> ${excerpt(text, folded[4], wanted)}</p>`,
    terms: {},
    score: Math.max(score, 0.01),
  }
}

function excerpt(text, folded, wanted) {
  const first = Math.min(...wanted.map(word => find(folded, word)?.[0] ?? text.length), text.length)
  const start = first === text.length ? 0 : Math.max(0, first - 24)
  const end = Math.min(text.length, start + 96)
  return (start ? "…" : "") + marked(text.slice(start, end), folded.slice(start, end), wanted) + (end < text.length ? "…" : "")
}

/* The theme takes titles and texts as HTML: everything between the marks is escaped. */
function marked(text, folded, wanted) {
  const lit = new Uint8Array(text.length)
  for (const word of wanted) {
    for (let at = find(folded, word); at; at = find(folded, word, at[1])) lit.fill(1, ...at)
  }
  let out = ""
  for (let i = 0, from = 0; i <= text.length; i++) {
    if (i < text.length && lit[i] === lit[from]) continue
    const part = escape(text.slice(from, i))
    out += lit[from] ? `<mark data-md-highlight>${part}</mark>` : part
    from = i
  }
  return out
}

function escape(text) {
  return text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`)
}

let latest = 0
self.addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) return self.postMessage({ type: READY })
  if (type !== QUERY) return
  const turn = ++latest
  if (!data.trim()) return self.postMessage({ type: RESULT, data: { items: [] } })
  try {
    index ??= await load()
  } catch (error) {
    console.error(error)
    return self.postMessage({ type: RESULT, data: { items: [] } })
  }
  if (turn === latest) self.postMessage({ type: RESULT, data: { items: search(data) } })
})
