/* How texts are compared, in the search box and in the finder: one form for both scripts, both
 * widths and both cases; overlapping pairs of Han characters, so that ideas need no spaces between
 * them; Latin words, numbers and amounts as a whole. */
const HAN = "\\u3400-\\u9fff\\uf900-\\ufaff"
const LETTER = "a-z\\u00df-\\u024f"
const UNITS = "十百千万萬亿億兆"
const PART = new RegExp([
  `(?<han>[${HAN}]+)`,
  `(?<word>[0-9]*[${LETTER}][0-9${LETTER}]*(?:[-&.'_\\u2019][0-9${LETTER}]+)*\\+*)`,
  "(?<number>(?:\\d{1,3}(?:[ ,]\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?)"
    + `(?: ?(?<unit>%|(?:[${UNITS}]+|(?=港?元|港?圆|港?圓))(?:港?元|港?圆|港?圓|港币|港幣)?))?`,
].join("|"), "g")
const NUMERAL = /[〇零一二三四五六七八九十百千两兩]+[万萬亿億][〇零一二三四五六七八九十百千两兩万萬亿億]*(?:港?元)?/g
const JOINTS = new Set("及和与與的之暨、")
const DIGITS = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const POWERS = { 十: 1, 百: 2, 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8, 兆: 12 }
const SPACES = new Set([0x3000, 0xa0, 0x2009, 0x202f])

/* `fold`: [from, to], pairs of characters of either script → one form. `same`: groups of words
 * that mean the same. `asking`: words that only ask. */
export class Matching {
  constructor({ fold: [from, to], same, asking = [] }) {
    this.table = new Uint16Array(0x10000)
    for (let code = 0; code < 0x10000; code++) this.table[code] = plain(code)
    for (let i = 0; i < from.length; i++) this.table[from.charCodeAt(i)] = to.charCodeAt(i)
    this.same = same.map(group => [...new Set(group.map(word => this.fold(word)))])
    this.asking = asking.map(word => this.fold(word)).sort((a, b) => b.length - a.length)
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

/* Calls `emit(key, start, end)` for everything in a folded text that is counted: a pair of Han
 * characters is a number, a word a string, and so is a number or an amount, by its value. */
export function cut(folded, emit) {
  PART.lastIndex = 0
  for (let found = PART.exec(folded); found; found = PART.exec(folded)) {
    const start = found.index, end = PART.lastIndex, { han, word, number, unit } = found.groups
    if (han) cutHan(han, start, emit)
    else if (word) cutWord(word, start, emit)
    else cutNumber(number, unit, start, end, emit)
  }
}

function cutHan(run, start, emit) {
  if (run.length === 1) return emit(run.charCodeAt(0), start, start + 1)
  for (let i = 0; i + 1 < run.length; i++) {
    emit(pair(run, i), start + i, start + i + 2)
    // 檢測和認證 is found by 檢測認證, too.
    if (i + 2 < run.length && JOINTS.has(run[i + 1])) emit(pair(run[i] + run[i + 2], 0), start + i, start + i + 3)
  }
  for (const found of run.matchAll(NUMERAL)) {
    emit(`#${numeral(found[0])}`, start + found.index, start + found.index + found[0].length)
  }
}

export const pair = (run, i) => run.charCodeAt(i) * 0x10000 + run.charCodeAt(i + 1)

/* Wi-Fi is wifi, wi and fi; RAISe+ is raise+ and raise; R&D is one word. */
function cutWord(word, start, emit) {
  const end = start + word.length, whole = word.replace(/[-.'_\u2019]/g, "")
  emit(whole, start, end)
  if (word.endsWith("+")) emit(whole.replace(/\++$/, ""), start, end)
  if (whole.replace(/\++$/, "").length === word.replace(/\++$/, "").length) return
  for (const found of word.matchAll(/[^-.'_\u2019+]+/g)) {
    const key = /^\d+$/.test(found[0]) ? `#${+found[0]}` : found[0]
    emit(key, start + found.index, start + found.index + found[0].length)
  }
}

/* 2億港元, 200,000,000 and 20000萬 are one amount; 40% is no 40. */
function cutNumber(number, unit, start, end, emit) {
  const value = +number.replace(/[ ,]/g, "")
  if (unit === "%") emit(`#${value}%`, start, end)
  let power = 0
  for (const char of unit ?? "") power += POWERS[char] ?? 0
  emit(`#${Math.round(value * 10 ** power * 1000) / 1000}`, start, end)
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
      total = (total + section + digit) * 10 ** POWERS[char]
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
