/* The search engine, loaded into the worker with the first key: index, answers, nearest names.
 *
 * Work is cut into slices,
 * so that a newer query is never kept waiting. */
import { Matching, squeezed } from "./match.js"
import { Index } from "./ranking.js"
import { decoder, Reader } from "./reader.js"
import { item } from "./results.js"

const RESULT = 3, MOST = 200, IN_FULL = 30, SLICE = 12, END = "\v"
const variant = self.location.search === "?zh-Hans" ? "zh-Hans" : "zh-Hant"
let loading = null, latest = 0, begun = 0, isAnswered = false

self.answer = async typed => {
  const turn = ++latest
  const post = items => {
    isAnswered = typed !== ""
    self.postMessage({ type: RESULT, data: { items } })
  }
  if (!typed) return isAnswered && post([])
  try {
    const { index, entries } = await (loading ??= load())
    const isStale = () => turn !== latest
    if (isStale()) return
    begun = performance.now()
    const { hits, query } = index.find(typed, MOST)
    const items = []
    const show = ({ position, score }, place) => {
      const isShort = place >= IN_FULL, keys = isShort ? null : index.keysAt(position, query)
      items.push([item(entries[position], { index, keys, score: score + MOST - place, isShort })])
    }
    if (!await each(hits.slice(0, MOST), show, isStale)) return
    post(items)
    const names = hits.length ? [] : await nearest(index, entries, query, isStale)
    if (names) self.tell({ query: typed, names, missing: query.missing, isFound: hits.length > 0 })
  } catch (error) {
    loading = null
    console.error(error)
    self.tell({ query: typed })
  }
}

async function load() {
  const [words, calls, first] = await Promise.all(["words.json", "calls.json", `${variant}.txt`].map(fetched))
  const end = first.indexOf(10), text = new TextDecoder()
  const decode = decoder(text.decode(first.subarray(0, end)))
  const [head, ...docs] = decode(first.subarray(end + 1)).split(END), { pieces, ...told } = JSON.parse(head)
  const index = new Index(new Matching(JSON.parse(text.decode(words)))), entries = []
  const { pages, records } = JSON.parse(text.decode(calls))
  let page = 0
  const reader = new Reader(told, ({ location, kind, role, id, title, texts }) => {
    const [names, ...others] = texts, address = location.slice(told.root.length)
    const called = `${names}\n${pages[address] ?? ""}`, more = `${others.pop()}\n${kind}\n${id}`
    index.add([title, called, ...others, more, address.includes("#") ? "" : records[page++]], role, id, location.split("#")[0])
    entries.push({ location, kind, title, texts })
  })
  const add = doc => reader.read(doc.split("\t"))
  await each(docs, add)
  // All pieces are under way at once; each is read in a slice of its own.
  const coming = Array.from({ length: pieces }, (_, number) => fetched(`${variant}.${number}.txt`))
  for (const piece of await Promise.all(coming)) {
    await breath()
    await each(decode(piece).split(END), add)
  }
  reader.end()
  return { index, entries }
}

async function fetched(name) {
  const response = await fetch(new URL(`../../search/${name}`, self.location.href))
  if (!response.ok) throw new Error(`search/${name}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/* Does `work` for each item, giving way every few milliseconds; false when `isStale` by then. */
async function each(items, work, isStale = () => false) {
  for (let i = 0; i < items.length; i++) {
    if (i % 8 === 0 && performance.now() - begun > SLICE) {
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

/* The names that share most of their neighbouring characters with the query; null when stale. */
async function nearest(index, entries, { text }, isStale) {
  const wanted = pairs(squeezed(text)), found = []
  const compare = (names, position) => {
    let likeness = 0
    for (const name of names) {
      const own = pairs(name)
      let shared = 0
      for (const pair of own) if (wanted.has(pair)) shared++
      likeness = Math.max(likeness, 2 * shared / (own.size + wanted.size))
    }
    if (likeness > 0.2) found.push({ likeness, position })
  }
  if (wanted.size && !await each(index.names, compare, isStale)) return null
  found.sort((a, b) => b.likeness - a.likeness || a.position - b.position)
  return found.slice(0, 5).map(({ position }) => {
    const { location, kind, title } = entries[position]
    return [location, kind, title]
  })
}

function pairs(text) {
  const found = new Set()
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2))
  return found
}
