/* An entry that was found → what the theme's list shows of it, with what was searched marked. */
import { cut } from "./match.js"

const LENGTH = 96, BEFORE = 24, MOST_LINES = 3

/* What the theme takes. It takes titles and texts as HTML: everything is escaped but the marks. It
 * does not show the text of a result whose address has an anchor, so everything is in the title. */
export function item({ location, kind, title, texts }, { index, keys, score, isShort }) {
  const small = `<small>${escape(kind)}</small>`
  const excerpt = isShort ? escape(texts[3]?.slice(0, LENGTH) ?? "") : excerptOf(title, texts, index, keys)
  const isAnchored = location.includes("#")
  const name = isShort ? escape(title) : marked(title, index, keys)
  return {
    location,
    title: isAnchored ? `${name} ${small}${excerpt && `<span class="search-excerpt">${excerpt}</span>`}` : name,
    text: `<p>${small} ${excerpt}</p>`,
    terms: {},
    score,
  }
}

/* The description, or the lines that hold what the title and it do not. */
function excerptOf(title, [names, headings, values, text, more], index, keys) {
  const wanted = new Set(keys)
  forget(wanted, title, index)
  const isAll = wanted.size === 0, lines = []
  for (const field of [text, values, headings, names, more]) {
    // A line of nothing but amounts, by which lists are found, says nothing.
    for (const line of field ? field === text ? [text] : field.split("\n") : []) if (/\p{L}/u.test(line)) lines.push(line)
  }
  const chosen = []
  const held = wanted.size ? lines.map(line => keysIn(line, wanted, index)) : []
  while (wanted.size && chosen.length < MOST_LINES) {
    const best = heaviest(held, wanted, index)
    if (best < 0) break
    held[best].forEach(key => wanted.delete(key))
    chosen.push(lines[best])
  }
  if (isAll || !chosen.length) chosen.push(text ?? "")
  const length = chosen.length > 1 ? LENGTH / 2 : LENGTH
  return chosen.map(line => part(line, index, keys, length)).join(" · ")
}

/* The number of the line that holds most of what is wanted, the first of several; the rarer, the
 * more it weighs. Less than 0 if none does. */
function heaviest(held, wanted, index) {
  let best = -1, most = 0
  held.forEach((keys, number) => {
    let worth = 0
    for (const key of keys) if (wanted.has(key)) worth += index.rarity(key)
    if (worth > most * 1.01) [best, most] = [number, worth]
  })
  return best
}

const NONE = new Set()
function keysIn(line, wanted, index) {
  let found = NONE
  cut(index.matching.fold(line), key => {
    if (!wanted.has(key)) return
    if (found === NONE) found = new Set()
    found.add(key)
  })
  return found
}

function forget(wanted, line, index) {
  cut(index.matching.fold(line), key => wanted.delete(key))
}

function part(line, index, keys, length) {
  let first = line.length
  cut(index.matching.fold(line), (key, start) => { if (keys.has(key)) first = Math.min(first, start) })
  const start = first === line.length || line.length <= length ? 0 : Math.max(0, first - BEFORE)
  const end = Math.min(line.length, start + length)
  return (start ? "…" : "") + marked(line.slice(start, end), index, keys) + (end < line.length ? "…" : "")
}

function marked(text, index, keys) {
  let out = "", from = 0
  for (const [start, end] of spans(text, index.matching, keys)) {
    out += `${escape(text.slice(from, start))}<mark data-md-highlight>${escape(text.slice(start, end))}</mark>`
    from = end
  }
  return out + escape(text.slice(from))
}

/* Where one of the keys stands in a text: [start, end], in their order. */
export function spans(text, matching, keys) {
  const lit = new Uint8Array(text.length + 1), found = []
  cut(matching.fold(text), (key, start, end) => { if (keys.has(key)) lit.fill(1, start, end) })
  for (let i = 0, start = -1; i <= text.length; i++) {
    if (lit[i] && start < 0) start = i
    if (lit[i] || start < 0) continue
    found.push([start, i])
    start = -1
  }
  return found
}

function escape(text) {
  return text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`)
}
