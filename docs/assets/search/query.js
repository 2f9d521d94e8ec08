/* A query → the keys it is looked for by, with the place of each in what was typed. */
import { cut, isSingle, levelled, squeezed } from "./match.js"

const ASKING = 0.12, ALONE = 0.4, WORD = 3.5, SYNONYM = 0.8, BEGINNING = 0.6, SLIP = 0.5
/* Names of bodies end so; 好處 is none. */
const BODIES = /[\u3400-\u9fff]{2}(?:[局署司]|(?<![好壞坏用去何到益])[處处])/g
const MONTH = /^#\d{4}-\d/, LEAST = 0.2, PLAIN = 0.35, MOST_WORDS = 16, MOST_LENGTH = 200

/* `units`: [{start, end, weight, all: [{keys, weight}]}], each found where one of `all`'s keys is;
 * or, with `together`, where every one of `all` is. `weights`: what each character counts, 0 for
 * what no text holds; the parts of these are `missing`. */
export function parse(typed, index) {
  const { matching } = index, text = matching.fold(typed.slice(0, MOST_LENGTH))
  const weights = new Float32Array(text.length), isAsked = new Uint8Array(text.length)
  for (const word of matching.asking) mark(isAsked, text, word)
  const units = []
  cut(text, (key, start, end) => {
    const isHan = typeof key === "number"
    if (isHan && end - start > 2) return
    const each = isHan ? 1 : Math.min(1, WORD / (end - start))
    for (let i = start; i < end; i++) weights[i] = Math.max(weights[i], isAsked[i] ? ASKING : each)
    const asks = isAsked.subarray(start, end).every(Boolean)
    const unit = { start, end, weight: asks ? ASKING : 1, together: false, all: alternatives(key, index, end === text.length) }
    // 23年 is 2023, too.
    if (/^#\d\d$/.test(key) && text[end] === "年" && index.has(`#20${key.slice(1)}`)) unit.all.push({ keys: [`#20${key.slice(1)}`], weight: 1 })
    if (unit.all.length) units.push(unit)
  })
  // A month that some text holds is no other month of its year.
  const months = units.filter(({ all }) => MONTH.test(all[0].keys[0]))
  const told = units.filter(unit => !months.some(it => it !== unit && it.start <= unit.start && it.end >= unit.end))
  units.splice(0, Infinity, ...told, ...synonyms(text, index), ...respaced(text, index))
  // What stands for a longer part comes first of those that begin together.
  units.sort((a, b) => a.start - b.start || b.end - a.end)
  const asked = sum(weights), missing = uncovered(typed, text, weights, units, isAsked, index), isPartial = sum(weights) < asked
  // Of a query of many words a letter that is found somewhere answers nothing.
  if (sum(weights) < asked * LEAST) units.length = 0
  weigh(weights, units, index)
  const core = [...text].filter((_, i) => !isAsked[i]).join("")
  const isSlip = isPartial || units.some(({ all }) => all.some(({ weight }) => weight === SLIP))
  const ideas = text.includes(" ") ? text.split(/\s+/).map(squeezed).filter(it => it.length > 1) : []
  return { text, core, ideas, isSlip, weights, units, missing: missing.map(([start, end]) => typed.slice(start, end)), keys: keysOf(units) }
}

const sum = weights => weights.reduce((total, weight) => total + weight, 0)

function mark(isAsked, text, word) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (stands(text, at, at + word.length)) isAsked.fill(1, at, at + word.length)
  }
}

/* The key itself; for a character alone, every pair that it is in; for a word that no text holds,
 * the words that begin with it, otherwise those that are one letter from it. */
function alternatives(key, index, isLast) {
  if (typeof key === "number") {
    if (!isSingle(key)) return index.has(key) ? [{ keys: [key], weight: 1 }] : []
    const keys = index.pairsWith(key)
    return keys.length ? [{ keys, weight: ALONE }] : []
  }
  const found = index.has(key) ? [{ keys: [key], weight: 1 }] : []
  if (key[0] === "#") return found
  if (key.length > (found.length ? 3 : 1) && (isLast || !found.length)) {
    const keys = index.words().filter(word => word.startsWith(key) && word !== key).slice(0, MOST_WORDS)
    if (keys.length) found.push({ keys, weight: found.length ? ALONE : BEGINNING })
  }
  if (found.length || key.length < 5) return found
  // SpaceX is a name, and no space.
  const isOther = word => key.startsWith(word) && key.length === word.length + 1 && !/[drsy]$/.test(key)
  const near = index.words().filter(word => isNear(word, key) && !isOther(word)).slice(0, MOST_WORDS)
  if (near.length) return [{ keys: near, weight: SLIP }]
  const kin = index.words().filter(word => isKin(word, key) && !isOther(word)).slice(0, MOST_WORDS)
  return kin.length ? [{ keys: kin, weight: BEGINNING }] : []
}

/* Other words for parts of the query, the longest parts alone; each found where all of its own
 * parts are. */
function synonyms(text, index) {
  const level = levelled(text), strangers = strangersOf(level, index)
  const places = index.matching.same.flatMap(group => placesOf(group, text, level, strangers))
  const isInside = it => places.some(other => other.start <= it.start && other.end >= it.end && other.end - other.start > it.end - it.start)
  return places.filter(it => !isInside(it)).flatMap(({ start, end, word, group }) => {
    const others = group.filter(other => other !== word).map(other => keysOfAll(other, index)).filter(all => all.length)
    const rarities = others.map(all => rarityOf(all, index)), own = keysOfAll(word, index)
    // All words for the same are as rare as the most common of them; a longer one weighs no more.
    const common = Math.min(...rarities, own.length ? rarityOf(own, index) : Infinity)
    let parts = 0
    cut(word, () => parts++)
    return others.map((all, i) => ({ start, end, weight: Math.min(1, parts / all.length) * common / rarities[i], together: true, all }))
  })
}

const rarityOf = (all, index) => Math.max(...all.map(({ keys }) => index.rarity(keys[0])))

/* Where a group's words stand in the query, or a word of their kin. */
function placesOf(group, text, level, strangers) {
  const places = strangers.filter(({ word }) => group.some(other => isKin(word, other))).map(it => ({ ...it, group }))
  for (const word of group) {
    for (let start = level.indexOf(word); start >= 0; start = level.indexOf(word, start + 1)) {
      let end = start + word.length
      while (level[end] === " " && isLatin(text[end])) end++
      if (stands(text, start, end)) places.push({ start, end, word, group })
    }
  }
  return places
}

/* Words that stand in texts as two, or as one: itlab is it lab, inno hk is innohk. */
function respaced(text, index) {
  const found = [], tells = word => word.length > 1 && index.has(word) && !index.matching.asking.includes(word)
  const add = (start, end, words) => found.push({ start, end, weight: 1, together: true, all: words.map(word => ({ keys: [word], weight: 1 })) })
  const words = [...text.matchAll(/[a-z]+/g)].map(({ index: start, 0: word }) => ({ start, end: start + word.length, word }))
  words.filter(({ start, end }) => stands(text, start, end)).forEach(({ start, end, word }, i, all) => {
    const next = all[i + 1], both = next && word + next.word
    if (next?.start === end + 1 && index.has(both)) add(start, next.end, [both])
    if (word.length < 5 || index.has(word)) return
    for (let at = 2; at < word.length - 1; at++) {
      const halves = [word.slice(0, at), word.slice(at)]
      if (halves.every(tells)) add(start, end, halves)
    }
  })
  return found
}

/* The keys of a synonym; none if a part of it stands nowhere. */
function keysOfAll(word, index) {
  const all = []
  let rest = word, isKnown = true
  cut(word, (key, start, end) => {
    if (index.has(key)) {
      all.push({ keys: [key], weight: SYNONYM })
      rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end)
    } else if (typeof key === "number") isKnown = false
  })
  return isKnown && !/[\p{L}\p{N}]/u.test(rest) ? all : []
}

/* Latin words that neither a text nor a group holds: regulates, where a group has regulation. */
function strangersOf(level, index) {
  const found = []
  for (const { index: start, 0: word } of level.matchAll(/[a-z]{5,}/g)) {
    const end = start + word.length
    if (!index.has(word) && stands(level, start, end)) found.push({ start, end, word })
  }
  return found.filter(({ word }) => !index.matching.same.some(group => group.includes(word)))
}

/* Whether two words begin alike and differ in their endings: regulate, regulation. */
function isKin(one, other) {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length > 4 && length >= Math.min(one.length, other.length) - 2 && isLatin(other.at(-1)) && !other.includes(" ")
}

/* Whether a part of a text begins and ends where words do. */
function stands(text, start, end) {
  return !(isLatin(text[start]) && isLatin(text[start - 1]) || isLatin(text[end - 1]) && isLatin(text[end]))
}

const isLatin = char => char !== undefined && /[0-9a-z\u00df-\u024f]/.test(char)

/* What no text holds counts nothing. A character alone between what is found is no word. */
function uncovered(typed, text, weights, units, isAsked, index) {
  const isFound = new Uint8Array(text.length), missing = []
  for (const { start, end } of units) isFound.fill(1, start, end)
  // Where 教育 is found and 教育局 is not, that is another body.
  for (const { index: start, 0: { length } } of typed.matchAll(BODIES)) {
    const end = start + length, isKnown = units.some(it => it.together && it.start < end && it.end >= end)
    if (!isKnown && !index.holds(text.slice(start, end))) isFound.fill(0, start, end)
  }
  for (let i = 0, start = -1; i <= text.length; i++) {
    const isLost = i < text.length && weights[i] > 0 && !isFound[i]
    if (isLost && start < 0) start = i
    if (isLost || start < 0) continue
    weights.fill(0, start, i)
    // Of 點樣搭飛機去 it is 搭飛機 that no text holds.
    let end = i
    while (start < end && isAsked[start]) start++
    while (start < end && isAsked[end - 1]) end--
    if (end - start > 1 || end > start && text.length === 1) missing.push([start, end])
    start = -1
  }
  const others = [...unmentioned(text, index), ...compound(text, weights, isAsked, units, index)]
  for (const [start, end] of others) {
    if (!missing.some(([from, to]) => from < end && to > start)) missing.push([start, end])
  }
  return missing.sort((a, b) => a[0] - b[0])
}

/* Products and bodies that no document mentions, though a word for what they are is found. */
function unmentioned(text, index) {
  return index.matching.unmentioned.flatMap(word => {
    const start = text.indexOf(word), end = start + word.length
    return start >= 0 && stands(text, start, end) ? [[start, end]] : []
  })
}

/* Whoever types 長者咭 alone does not ask for 長者: three characters are a word, found or not. */
function compound(text, weights, isAsked, units, index) {
  const start = text.search(/\S/), word = text.trim()
  // 智方变 is 智方便.
  if (!/^[\u3400-\u9fff]{3}$/.test(word) || index.names.some(it => it.some(name => isNear(name, word)))) return []
  if (isAsked.some(Boolean) || units.some(it => it.together && it.end - it.start > 2)) return []
  return weights[start] && weights[start + 2] ? [] : [[start, start + 3]]
}

/* A part counts more the rarer it is, by whatever word it is found. */
function weigh(weights, units, index) {
  const rare = new Float32Array(weights.length), common = new Float32Array(weights.length).fill(Infinity)
  let most = 0
  for (const { start, end, together, all } of units) {
    const rarities = all.map(({ keys }) => index.rarity(keys[0]))
    const own = Math.max(...rarities)
    most = Math.max(most, own)
    for (let i = start; i < end; i++) {
      if (together) common[i] = Math.min(common[i], own)
      else rare[i] = Math.max(rare[i], own)
    }
  }
  for (let i = 0; i < weights.length; i++) {
    const own = rare[i] ? Math.min(rare[i], common[i]) : common[i]
    if (weights[i] && own < Infinity) weights[i] *= PLAIN + (1 - PLAIN) * own / most
  }
}

/* What is marked: words that ask are not, unless there is nothing else. */
export function keysOf(units) {
  const telling = units.filter(({ weight }) => weight !== ASKING)
  return new Set((telling.length ? telling : units).flatMap(({ all }) => all.flatMap(({ keys }) => keys)))
}

/* Whether one letter changed, left out, put in or exchanged with its neighbour makes the other. */
export function isNear(one, other) {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false
  let from = 0, left = one.length, right = other.length
  while (from < left && from < right && one[from] === other[from]) from++
  while (left > from && right > from && one[left - 1] === other[right - 1]) left--, right--
  const [a, b] = [one.slice(from, left), other.slice(from, right)]
  return a.length < 2 && b.length < 2 || a.length === 2 && a[0] === b[1] && a[1] === b[0]
}
