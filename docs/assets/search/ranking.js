/* An index of texts in fields, and what of it answers a query best: BM25F over the fields, how much
 * of the query is found, how close together, and whether that is a name. */
import { cut, singles, squeezed } from "./match.js"
import { isNear, keysOf, parse } from "./query.js"

/* Title, names, headings, values, summary, other texts, what people call the page. */
const FIELDS = [10, 8, 4, 4, 2.5, 1, 4], FLAT = [0.35, 0.4, 0.4, 0.4, 0.6, 0.5, 0.4], SATURATION = 4, CLOSE = [1, 1, 0.8, 0.8, 0.5, 0.5, 1]
const TEXT = 4, CALLED = 6, BODY = 0, LIST = 2, FIGURE = 4, ROLES = [1, 0.9, 0.6, 0.65, 0.5, 0.4, 0.2, 0.3]
const YEAR = /^#(19|20)\d\d$/, LOOKED_AT = 100, MOST_KEPT = 2000, NEAR = 40, AFTER = 0.7, NAMED = 0.7

export class Index {
  constructor(matching) {
    this.matching = matching
    this.roles = []
    this.names = []
    this.calls = []
    this.pages = []
    this.lengths = FIELDS.map(() => [])
    this.totals = new Float64Array(FIELDS.length)
    this.postings = new Map()
    this.singles = new Map()
    this.kept = new Map()
    this.folded = []
    this.closed = new Map()
  }

  get size() { return this.roles.length }

  /* One entry: its texts by field; names stand one a line, and so does what people call it. `id` is
   * a name, if it is typed whole; `page` is where it is. */
  add(texts, role = BODY, id = "", page = null) {
    const doc = this.size, folded = FIELDS.map((_, field) => this.matching.fold(texts[field] ?? ""))
    this.roles.push(role)
    this.pages.push(page ?? doc)
    this.folded.push(folded)
    this.names.push(wholes([folded[0], ...folded[1].split("\n"), id]))
    this.calls.push(wholes(folded[CALLED].split("\n")))
    folded.forEach((text, field) => {
      let length = 0
      const posting = doc * 8 + field
      if (text) cut(text, key => {
        length++
        const list = this.postings.get(key)
        if (!list) this.begin(key, posting)
        else if (list[list.length - 1] !== posting) list.push(posting)
      })
      // Of several lines it is one that fits.
      if (length && field !== TEXT) length /= text.split("\n").length ** 0.8
      this.lengths[field].push(length)
      this.totals[field] += length
    })
    this.vocabulary = null
  }

  has(key) { return this.postings.has(key) }

  words() {
    return this.vocabulary ??= [...this.postings.keys()].filter(key => typeof key === "string" && key[0] !== "#")
  }

  /* What is marked in an entry: a synonym of several parts only where it stands whole. */
  keysAt(position, { units }) {
    return keysOf(units.filter(({ together, all }) => !together || all.every(({ keys }) => this.isAt(keys[0], position))))
  }

  isAt(key, position) {
    const list = this.postings.get(key) ?? []
    let from = 0, to = list.length
    while (from < to) {
      const middle = from + to >> 1
      if (list[middle] >> 3 < position) from = middle + 1
      else to = middle
    }
    return from < list.length && list[from] >> 3 === position
  }

  /* Whether a folded text stands somewhere. */
  holds(text) { return this.folded.some(texts => texts.some(it => it.includes(text))) }

  begin(key, posting) {
    this.postings.set(key, [posting])
    for (const half of singles(key)) {
      if (this.singles.has(half)) this.singles.get(half).push(key)
      else this.singles.set(half, [key])
    }
  }

  /* The character alone, and every pair that it is in. */
  pairsWith(code) { return this.singles.get(code) ?? [] }

  /* {hits: [{position, score, coverage}], best first; query}. Not many more hits than `most`. */
  find(typed, most = Infinity) {
    const query = parse(typed, this)
    const { fits, covered, found } = this.gather(query)
    const total = query.weights.reduce((sum, weight) => sum + weight, 0) || 1
    for (const position of found) {
      covered[position] = Math.min(1, covered[position] / total)
      fits[position] *= covered[position] ** 3 * ROLES[this.roles[position]]
    }
    const hits = likeliest(found, fits, most)
      .map(position => ({ position, coverage: covered[position], fit: fits[position], score: fits[position] }))
    hits.sort(better)
    const best = hits.reduce((so, { coverage }) => Math.max(so, coverage), 0)
    if (best < 0.999 || query.missing.length || query.isSlip) hits.unshift(...this.nearNames(query))
    hits.forEach((hit, i) => {
      if (i < LOOKED_AT) this.lookAt(hit, query)
      else hit.score /= 4
    })
    hits.sort(better)
    this.spread(hits)
    // Who asks for an amount asks for the page that it is on: that once.
    return { hits: worthShowing(hits, isAmount(query) ? this.pages : null), query }
  }

  /* Of several on one page, each after the best of them stands further back. */
  spread(hits) {
    const before = new Map()
    for (const hit of hits) {
      const page = this.pages[hit.position], number = before.get(page) ?? 0
      hit.score *= AFTER ** number
      before.set(page, number + 1)
    }
    hits.sort(better)
  }

  /* Adds up what each unit of the query is worth in each entry. */
  gather({ units, weights }) {
    const { size } = this, fits = new Float32Array(size), covered = new Float32Array(size)
    const last = new Uint16Array(size), sums = new Float32Array(weights.length + 1), found = []
    weights.forEach((weight, i) => { sums[i + 1] = sums[i] + weight })
    for (const { start, end, weight, all, together } of units) {
      const { docs, worths } = this.worthsOfAll(all, together)
      for (let i = 0; i < docs.length; i++) {
        const doc = docs[i]
        if (!fits[doc]) found.push(doc)
        const isNew = end > last[doc]
        fits[doc] += worths[i] * weight * (isNew ? 1 : 0.2) + 1e-9
        if (!isNew) continue
        covered[doc] += sums[end] - sums[Math.max(start, last[doc])]
        last[doc] = end
      }
    }
    return { fits, covered, found }
  }

  /* Entries and what a unit is worth there: the best of its keys or, if together, all of them. */
  worthsOfAll(all, together) {
    const keys = all.reduce((number, it) => number + it.keys.length, 0)
    if (keys === 1 && all[0].weight === 1) return this.worthsOf(all[0].keys[0])
    const sums = new Float32Array(this.size), times = new Uint8Array(this.size), found = []
    for (const { keys: own, weight } of all) {
      for (const key of own) {
        const { docs, worths } = this.worthsOf(key)
        for (let i = 0; i < docs.length; i++) {
          const doc = docs[i], worth = worths[i] * weight
          if (!times[doc]++) found.push(doc)
          sums[doc] = together ? sums[doc] + worth : Math.max(sums[doc], worth)
        }
      }
    }
    const docs = together ? found.filter(doc => times[doc] === keys) : found
    return { docs, worths: docs.map(doc => sums[doc]) }
  }

  /* Entries that hold a key, and what it is worth there; kept, as the next letter asks again. */
  worthsOf(key) {
    const kept = this.kept.get(key)
    if (kept?.size === this.size) return kept
    const list = this.postings.get(key) ?? [], rare = this.rarity(key), docs = [], worths = []
    const scale = this.totals.map(total => this.size / total)
    for (let i = 0; i < list.length;) {
      const doc = list[i] >> 3
      let sum = 0
      for (; i < list.length && list[i] >> 3 === doc; i++) {
        const field = list[i] & 7, flat = FLAT[field]
        sum += FIELDS[field] / (1 - flat + flat * this.lengths[field][doc] * scale[field])
      }
      docs.push(doc)
      worths.push(rare * sum / (SATURATION + sum))
    }
    const made = { docs, worths, size: this.size }
    if (this.kept.size > MOST_KEPT) this.kept.clear()
    this.kept.set(key, made)
    return made
  }

  rarity(key) {
    // An entry may hold it in several fields: a little more than the number of entries.
    const number = Math.min(this.size, this.postings.get(key)?.length ?? 0)
    return Math.log(1 + (this.size - number + 0.5) / (number + 0.5))
  }

  /* What only the likeliest are asked: whether the query is a name, holds one, stands together. */
  lookAt(hit, query) {
    const { text, core, keys } = query
    const { position } = hit, role = this.roles[position], names = this.names[position], calls = this.calls[position]
    const whole = squeezed(text), wanted = squeezed(core) || whole
    if (role !== FIGURE) {
      if (names.includes(whole)) hit.score = hit.score * 2 + 1000
      else if (names.includes(wanted)) hit.score = hit.score * 2 + 500
      else if (calls.includes(whole) || calls.includes(wanted)) hit.score = hit.score * 2 + 200
      else if (names.some(name => name.startsWith(wanted))) hit.score *= 1.3
      const inside = Math.max(0, ...[...names, ...calls].map(name => name.length > 1 && whole.includes(name) ? name.length : 0))
      hit.score *= 1 + 0.6 * inside / whole.length
      // One of several ideas is what this is called, whatever the others weigh.
      if (query.ideas.some(idea => names.includes(idea) || calls.includes(idea))) {
        hit.score = Math.max(hit.score, hit.fit / hit.coverage ** 2)
        hit.coverage = Math.max(hit.coverage, NAMED)
      }
    } else if (this.isNamed(position, query)) hit.score *= ROLES[BODY] / ROLES[FIGURE] * 1.1
    hit.score *= 1 + 0.5 * this.closeness(position, wanted)
    // An amount is its record's, before that of a list that repeats it.
    if (role === LIST && isAmount(query)) hit.score *= 0.3
  }

  /* Of a number: whether the query says what is counted, or how many there are. Who types 大學 or
   * 實驗室 alone asks for these. */
  isNamed(position, { keys, text, core }) {
    const [title, names] = this.folded[position]
    let known = 0, all = 0, isAmount = false
    cut(names.split("\n")[0], key => {
      all++
      if (keys.has(key)) known++
    })
    for (const key of keys) isAmount ||= key[0] === "#" && !YEAR.test(key)
    const isThing = core === text && squeezed(text).length < 4
    return known > all * 0.67 && !isThing || isAmount && title !== ""
  }

  /* How many of the threes of neighbouring characters stand so in one field. */
  closeness(position, wanted) {
    const length = Math.min(wanted.length, 40)
    if (length < 3) return 0
    let best = 0
    this.folded[position].forEach((text, field) => {
      if (text.length < 3) return
      const plain = this.closed.get(text) ?? this.close(text)
      let shared = 0
      for (let i = 0; i + 3 <= length; i++) if (plain.includes(wanted.slice(i, i + 3))) shared++
      best = Math.max(best, shared * CLOSE[field])
    })
    return best / (length - 2)
  }

  /* Without spaces; kept, as the next letter asks again. */
  close(text) {
    const plain = text.includes(" ") ? text.replaceAll(" ", "") : text
    if (this.closed.size > MOST_KEPT) this.closed.clear()
    this.closed.set(text, plain)
    return plain
  }

  /* Names that are one letter from the query, or from its core where that stands in one piece:
   * 科技券 and 公司, with what is asked between them, are not 科技園公司. */
  nearNames({ text, core }) {
    const typed = squeezed(text)
    const wholes = [...new Set([typed, squeezed(core)])].filter(it => it.length > 2 && typed.includes(it))
    const isLike = name => name.length > 2 && wholes.some(whole => isNear(name, whole))
    const found = []
    this.names.forEach((names, position) => {
      const role = this.roles[position]
      if (role !== FIGURE && names.some(isLike)) found.push({ position, coverage: 1, fit: NEAR * ROLES[role], score: NEAR * ROLES[role] })
    })
    return found
  }
}

/* Those that fit best, at least `most` of them if there are so many. */
function likeliest(found, fits, most) {
  if (found.length <= most * 2) return found
  const least = Float32Array.from(found, position => fits[position]).sort()[found.length - most]
  return found.filter(position => fits[position] >= least).slice(0, most * 2)
}

const wholes = texts => [...new Set(texts.map(squeezed).filter(Boolean))]

const isAmount = ({ keys }) => keys.size > 0 && [...keys].every(key => key[0] === "#")

const better = (a, b) => b.score - a.score || a.position - b.position

/* All that hold everything that was asked; then what holds most of it; never nothing while
 * something fits. */
function worthShowing(hits, pages) {
  const seen = new Set(), placeOf = ({ position }) => pages ? pages[position] : position
  const once = hits.filter(it => !seen.has(placeOf(it)) && seen.add(placeOf(it)))
  const best = Math.max(0, ...once.map(it => it.coverage)), top = Math.max(0, ...once.slice(0, LOOKED_AT).map(it => it.fit))
  const whole = once.filter(it => it.coverage > 0.999).length
  const least = whole > 9 ? 0.9 : whole > 4 ? 0.6 : whole ? 0.4 : best * 0.6
  return once.filter(it => it.coverage >= least && (it.coverage > 0.999 || it.fit > top * 0.06))
}
