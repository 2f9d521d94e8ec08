/* The search engine, loaded into the worker with the first key: index, ranking, results.
 *
 * An entry is [address, kind, title, names, text, more]; `names` and `more` hold one a line. Ranking:
 * name or other name as a whole, name begins with, contains, other name contains, description, elsewhere.
 * Work is cut into slices, so that a newer query is never kept waiting. */
import { Matching, squeezed } from "./match.js"

const RESULT = 3, MOST = 1000, SLICE = 12
const TITLE = 2, NAMES = 3, TEXT = 4, MORE = 5
const variant = self.location.search === "?zh-Hans" ? "zh-Hans" : "zh-Hant"
const channel = new BroadcastChannel(self.location.href)
let loading = null, latest = 0, begun = 0, isAnswered = false

self.answer = async query => {
  const turn = ++latest
  const post = items => {
    isAnswered = query !== ""
    self.postMessage({ type: RESULT, data: { items } })
  }
  if (!query) return isAnswered && post([])
  try {
    const index = await (loading ??= load())
    const isStale = () => turn !== latest
    if (isStale()) return
    let hits = await search(index, query, index.matching.words(query), isStale)
    if (hits && !hits.length) hits = await search(index, query, index.matching.words(query, true), isStale)
    if (!hits) return
    post(hits)
    if (hits.length) return
    const names = await nearest(index, query, isStale)
    if (names) channel.postMessage({ query, names })
  } catch (error) {
    loading = null
    console.error(error)
    channel.postMessage({ query })
  }
}

async function load() {
  const [words, { docs, pieces }] = (await Promise.all([fetched("words"), fetched(variant)])).map(it => JSON.parse(it))
  const matching = new Matching(words)
  const index = { matching, docs: [], folded: [] }
  const add = doc => {
    index.docs.push(doc)
    index.folded.push(doc.map((text, field) => field ? matching.fold(text) : text))
  }
  await each(docs, add)
  // All pieces are under way at once; each is parsed in a slice of its own.
  const texts = Array.from({ length: pieces }, (_, number) => fetched(`${variant}.${number}`))
  for (const text of await Promise.all(texts)) {
    await breath()
    await each(JSON.parse(text), add)
  }
  return index
}

async function fetched(name) {
  const response = await fetch(new URL(`../../search/${name}.json`, self.location.href))
  if (!response.ok) throw new Error(`search/${name}.json: ${response.status}`)
  return response.text()
}

/* Does `work` for each item, giving way every few milliseconds; false when `isStale` by then. */
async function each(items, work, isStale = () => false) {
  for (let i = 0; i < items.length; i++) {
    if (i % 32 === 0 && performance.now() - begun > SLICE) {
      await breath()
      if (isStale()) return false
      begun = performance.now()
    }
    work(items[i], i)
  }
  return !isStale()
}

const waiting = new MessageChannel(), resume = []
waiting.port1.onmessage = () => resume.shift()()
function breath() {
  return new Promise(done => {
    resume.push(done)
    waiting.port2.postMessage(0)
  })
}

async function search(index, query, words, isStale) {
  if (!words.length) return []
  const whole = squeezed(index.matching.fold(query))
  const hits = []
  const rank = (doc, position) => {
    let score = 0
    for (const forms of words) {
      const points = best(forms, doc)
      if (!points) return
      score += points
    }
    // Who is called so comes first, whether it is a full name or a short one; among several the
    // order of the index decides, which begins with the agencies.
    if (whole && isCalled(doc, whole)) score = 10000
    else score -= Math.min(doc[TITLE].length, 999) / 1000
    // A page of its own goes before a line of a list, as long as both fit equally well.
    if (doc[0].includes("#")) score *= 0.85
    hits.push({ score, position })
  }
  if (!await each(index.folded, rank, isStale)) return null
  hits.sort((a, b) => b.score - a.score || a.position - b.position)
  const items = []
  const add = ({ position }, place) => {
    items.push([item(index.docs[position], index.folded[position], words.flat(), MOST - place)])
  }
  return await each(hits.slice(0, MOST), add, isStale) ? items : null
}

function isCalled(doc, whole) {
  const is = name => name.length >= whole.length && squeezed(name) === whole
  return is(doc[TITLE]) || Boolean(doc[NAMES]) && doc[NAMES].split("\n").some(is)
}

function best(forms, doc) {
  let points = 0
  for (let i = 0; i < forms.length; i++) points = Math.max(points, fit(forms[i], doc) / (i ? 2 : 1))
  return points
}

/* How well one word fits one entry, 0 when it does not. */
function fit(find, doc) {
  const at = find(doc[TITLE])
  if (at && at[0] === 0) return at[1] === doc[TITLE].length ? 900 : 500
  const name = doc[NAMES] && find(doc[NAMES])
  if (name && isWhole(doc[NAMES], name)) return 400
  if (at) return 300
  if (name) return 150
  if (find(doc[TEXT])) return 50
  if (find(doc[MORE])) return 20
  return find(doc[1]) ? 10 : 0
}

function isWhole(names, [start, end]) {
  return (!start || names[start - 1] === "\n") && (end === names.length || names[end] === "\n")
}

/* The theme does not show the text of a result whose address has an anchor: the kind of such a
 * one stands behind its title. */
function item([location, kind, title, ...fields], [, , folded, ...others], finders, score) {
  const small = `<small>${escape(kind)}</small>`
  return {
    location,
    title: marked(title, folded, finders) + (location.includes("#") ? ` ${small}` : ""),
    text: `<p>${small} ${excerpt(fields, others, finders)}</p>`,
    terms: {},
    score,
  }
}

/* The description, or what else was found when it holds none of the words. */
function excerpt([names, text, more], [foldedNames, foldedText, foldedMore], finders) {
  const holds = folded => finders.some(find => find(folded))
  if (!holds(foldedText)) {
    const own = `${names}\n${more}`.split("\n"), lines = `${foldedNames}\n${foldedMore}`.split("\n")
    const found = lines.map((line, at) => at).filter(at => holds(lines[at])).slice(0, 3)
    if (found.length) return found.map(at => cut(own[at], lines[at], finders)).join("・")
  }
  return cut(text, foldedText, finders)
}

function cut(text, folded, finders) {
  const first = Math.min(...finders.map(find => find(folded)?.[0] ?? text.length))
  const start = first === text.length ? 0 : Math.max(0, first - 24)
  const end = Math.min(text.length, start + 96)
  const part = marked(text.slice(start, end), folded.slice(start, end), finders)
  return (start ? "…" : "") + part + (end < text.length ? "…" : "")
}

/* The theme takes titles and texts as HTML: everything between the marks is escaped. */
function marked(text, folded, finders) {
  const lit = new Uint8Array(text.length)
  for (const find of finders) {
    for (let at = find(folded); at; at = find(folded, at[1])) lit.fill(1, ...at)
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

/* The names that share most pairs of neighbouring characters with the query. */
async function nearest(index, query, isStale) {
  const wanted = pairs(index.matching.fold(query))
  const found = []
  const compare = (doc, position) => {
    let likeness = 0
    for (const name of [doc[TITLE], ...doc[NAMES].split("\n")]) {
      const own = pairs(name)
      let shared = 0
      for (const pair of own) if (wanted.has(pair)) shared++
      likeness = Math.max(likeness, 2 * shared / (own.size + wanted.size))
    }
    if (likeness > 0.2) found.push({ likeness, position })
  }
  if (wanted.size && !await each(index.folded, compare, isStale)) return null
  found.sort((a, b) => b.likeness - a.likeness || a.position - b.position)
  return found.slice(0, 5).map(({ position }) => index.docs[position].slice(0, 3))
}

function pairs(folded) {
  const text = squeezed(folded), found = new Set()
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2))
  return found
}
