/* How texts are compared, in the search box and in the finder: one form for both scripts, both
 * widths and both cases; overlapping pairs of Han characters, so that ideas need no spaces between
 * them; Latin words, numbers and amounts as a whole. */
const HAN = 1, LETTER = 2, DIGIT = 3
const UNITS = new Set("十百千万萬亿億兆"), CURRENCY = /港?(?:元|圆|圓)|港[币幣]/y, LINKS = new Set("-&.'_\u2019")
const FIGURES = "〇零一二三四五六七八九十百千两兩"
const NUMERAL = new RegExp(`(百分之)?([${FIGURES}]+[万萬亿億][${FIGURES}万萬亿億]*(?:港?元)?|[一二三四五六七八九两兩]?[十百千](?!分)[${FIGURES}]*)|([${FIGURES}]+)比([${FIGURES}]+)`, "g")
const ENGLISH = / ?(thousand|million|mn|billion|bn)(?![a-z])|([kmb])(?![0-9a-z])/y
const ENGLISH_POWERS = { thousand: 3, k: 3, million: 6, mn: 6, m: 6, billion: 9, bn: 9, b: 9 }
const RATIO = /^(\d+)[:比](\d+)(?!\d)/, MONTH = /年 ?0?(\d+) ?月/y
const DIGITS = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const POWERS = { 十: 1, 百: 2, 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8, 兆: 12 }
const SPACES = new Set([0x3000, 0xa0, 0x2009, 0x202f])

/* `fold`: [from, to], pairs of characters of either script → one form. `same`: groups of words
 * that mean the same. `asking`: words that only ask. `unmentioned`: names that no document says. */
export class Matching {
  constructor({ fold: [from, to], same, asking = [], unmentioned = [] }) {
    this.table = new Uint16Array(0x10000)
    for (let code = 0; code < 0x10000; code++) this.table[code] = plain(code)
    for (let i = 0; i < from.length; i++) this.table[from.charCodeAt(i)] = to.charCodeAt(i)
    this.same = same.map(group => [...new Set(group.map(word => levelled(this.fold(word)).trim()))])
    this.asking = asking.map(word => this.fold(word)).sort((a, b) => b.length - a.length)
    this.unmentioned = unmentioned.map(word => this.fold(word))
  }

  /* Lengths stay: positions in the folded text are positions in the text shown. */
  fold(text) {
    let out = ""
    for (let start = 0; start < text.length; start += 4096) {
      const part = new Uint16Array(Math.min(4096, text.length - start))
      for (let i = 0; i < part.length; i++) part[i] = this.table[text.charCodeAt(start + i)]
      out += String.fromCharCode(...part)
    }
    return out
  }
}

/* What each character is, and a small number for each Han character: a pair of them fits in 30 bits. */
const classes = new Uint8Array(0x10000).fill(HAN, 0x3400, 0xa000).fill(HAN, 0xf900, 0xfb00)
  .fill(LETTER, 0x61, 0x7b).fill(LETTER, 0xdf, 0x250).fill(DIGIT, 0x30, 0x3a)
const numbers = new Uint16Array(0x10000)
/* Han characters between two that belong together, and those of large numbers. */
const JOINS = 1, COUNTS = 2, marks = new Uint8Array(0x10000)
for (const char of "及和与與的之暨") marks[char.charCodeAt(0)] = JOINS
for (const char of [...Object.keys(POWERS), "比"]) marks[char.charCodeAt(0)] = COUNTS
let known = 0
const numberOf = code => numbers[code] ||= ++known
const SHIFT = 0x8000
const halves = key => key < SHIFT ? [key] : [Math.floor(key / SHIFT), key % SHIFT]

/* The keys of the Han characters that a key is made of. */
export const singles = key => typeof key === "number" ? [...new Set(halves(key))] : []
export const isSingle = key => typeof key === "number" && key < SHIFT

/* Calls `emit(key, start, end)` for everything in a folded text that is counted: a pair of Han
 * characters is a number, a word a string, and so is a number or an amount, by its value. */
export function cut(text, emit) {
  const { length } = text, kind = at => at < length ? classes[text.charCodeAt(at)] : 0
  for (let at = 0; at < length;) {
    const first = kind(at), start = at
    if (!first) at++
    else if (first === HAN) {
      while (kind(at) === HAN) at++
      cutHan(text, start, at, emit)
      // 政、產、學 is found by 政產學, too.
      if (text[at] === "、" && kind(at + 1) === HAN && (at - start === 1 || kind(at + 2) !== HAN)) {
        emit(numberOf(text.charCodeAt(at - 1)) * SHIFT + numberOf(text.charCodeAt(at + 1)), at - 1, at + 2)
      }
    } else {
      while (kind(at) === DIGIT) at++
      const isWord = kind(at) === LETTER && (at === start || !unitAt(text, at))
      at = isWord ? cutWord(text, start, kind, emit) : cutNumber(text, start, at, kind, emit)
    }
  }
}

function cutHan(text, start, end, emit) {
  let code = text.charCodeAt(start), last = numberOf(code), isNumber = marks[code] === COUNTS
  if (end - start === 1) return emit(last, start, end)
  for (let at = start + 1; at < end; at++) {
    code = text.charCodeAt(at)
    const own = numberOf(code)
    emit(last * SHIFT + own, at - 1, at + 1)
    // 檢測和認證 is found by 檢測認證, too.
    if (marks[code] === JOINS && at + 1 < end) emit(last * SHIFT + numberOf(text.charCodeAt(at + 1)), at - 1, at + 2)
    else if (marks[code] === COUNTS) isNumber = true
    last = own
  }
  if (!isNumber) return
  for (const found of text.slice(start, end).matchAll(NUMERAL)) {
    const [whole, share, amount, one, other] = found, from = start + found.index
    const value = amount ? `${numeral(amount)}${share ? "%" : ""}` : `${numeral(one)}:${numeral(other)}`
    emit(`#${value}`, from, from + whole.length)
  }
}

/* The same text with each Latin word in the singular; lengths stay. */
export const levelled = folded => folded.replace(/[a-z]{4,}/g, word => singular(word).padEnd(word.length))

/* One form of singular and plural: companies, company. */
function singular(word) {
  if (word.length < 4 || word[word.length - 1] !== "s") return word
  return word.replace(/ies$/, "y").replace(/(s|x|z|ch|sh)es$/, "$1").replace(/([^ius])s$/, "$1")
}

/* Wi-Fi is wifi, wi and fi; RAISe+ is raise+ and raise; R&D is one word. */
function cutWord(text, start, kind, emit) {
  let at = start
  const parts = []
  for (;;) {
    const from = at
    while (kind(at) > HAN || text[at] === "&" && kind(at + 1) > HAN) at++
    parts.push([text.slice(from, at), from, at])
    if (!LINKS.has(text[at]) || !(kind(at + 1) > HAN)) break
    at++
  }
  const whole = parts.map(([part]) => part).join(""), end = at
  while (text[at] === "+") at++
  emit(singular(whole), start, end)
  if (at > end) emit(whole + text.slice(end, at), start, at)
  if (parts.length > 1) for (const [part, from, to] of parts) emit(/^\d+$/.test(part) ? `#${+part}` : singular(part), from, to)
  return at
}

function unitAt(text, at) {
  ENGLISH.lastIndex = at
  return ENGLISH.exec(text)
}

/* 2億港元, 200,000,000, 20000萬 and 200 million are one amount; 40% is no 40; 2022年6月 is a month. */
function cutNumber(text, start, end, kind, emit) {
  let at = end, power = 0
  const isGroup = from => [1, 2, 3].every(it => kind(from + it) === DIGIT) && kind(from + 4) !== DIGIT
  if (end - start < 4) while ((text[at] === "," || text[at] === " ") && isGroup(at)) at += 4
  if (text[at] === "." && kind(at + 1) === DIGIT) do at++; while (kind(at) === DIGIT)
  const value = +text.slice(start, at).replace(/[ ,]/g, ""), digits = at
  if ((text[at] === ":" || text[at] === "比") && kind(at + 1) === DIGIT) {
    const ratio = RATIO.exec(text.slice(start, start + 12))
    if (ratio) emit(`#${ratio[1]}:${ratio[2]}`, start, start + ratio[0].length)
  }
  if (text[at] === "年") {
    MONTH.lastIndex = at
    const month = MONTH.exec(text)
    if (month) emit(`#${value}-${month[1]}`, start, MONTH.lastIndex)
  }
  if (text[at] === "%") emit(`#${value}%`, start, at + 1)
  let unit = text[at] === " " && UNITS.has(text[at + 1]) ? at + 1 : at
  for (; UNITS.has(text[unit]); unit++) power += POWERS[text[unit]]
  const english = power ? null : unitAt(text, unit)
  if (english) [unit, power] = [ENGLISH.lastIndex, ENGLISH_POWERS[english[1] ?? english[2]]]
  CURRENCY.lastIndex = unit
  if (CURRENCY.test(text)) unit = CURRENCY.lastIndex
  emit(`#${Math.round(value * 10 ** power * 1000) / 1000}`, start, unit)
  // A table says the unit elsewhere: 660,263 is found in 660,263千元.
  if (power && value > 999) emit(`#${value}`, start, digits)
  return unit
}

/* 兩億 → 200000000. */
function numeral(text) {
  let total = 0, section = 0, digit = 0
  for (const char of text) {
    if (char in DIGITS) digit = DIGITS[char]
    else if (POWERS[char] < 4) {
      section += (digit || 1) * 10 ** POWERS[char]
      digit = 0
    } else if (char in POWERS) {
      const unit = 10 ** POWERS[char], own = section + digit
      total = total > unit ? total + own * unit : (total + own) * unit
      section = digit = 0
    }
  }
  return total + section + digit
}

/* Without spaces and punctuation, to compare whole names. */
export const squeezed = folded => folded.replace(/[^\p{L}\p{N}+]+/gu, "")

function plain(code) {
  if (SPACES.has(code)) return 0x20
  if (code > 0xff00 && code < 0xff5f) code -= 0xfee0
  if (code > 0x2e7f) return code
  const lower = String.fromCharCode(code).toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : code
}
