/* How texts are compared, in the search box and in the finder: one form for both scripts, both
 * widths and both cases; all words; other words for the same thing; numbers with or without gaps. */
const HAN = "\\u3400-\\u9fff\\uf900-\\ufaff"
const BORDER = new RegExp(`(?<=[${HAN}])(?=[0-9a-z])|(?<=[0-9a-z])(?=[${HAN}])`)
const BREAKS = /[\s"'「」『』《》〈〉()、。,:;?!/|]+/
const SPACES = new Set([0x3000, 0xa0, 0x2009, 0x202f])

/* `fold`: [from, to], pairs of characters of either script → one form. `same`: groups of words
 * that mean the same. */
export class Matching {
  constructor({ fold: [from, to], same }) {
    this.table = new Uint16Array(0x10000)
    for (let code = 0; code < 0x10000; code++) this.table[code] = plain(code)
    for (let i = 0; i < from.length; i++) this.table[from.charCodeAt(i)] = to.charCodeAt(i)
    this.same = same.map(group => group.map(word => this.fold(word)))
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

  /* What the words of a query are looked for by: of each word its own form, then its
   * equivalents'. A number typed with gaps is one word; if that finds nothing, try `apart`. */
  words(query, apart = false) {
    let text = this.fold(query)
    if (!apart) {
      text = text.replace(/(?<!\d)\d{1,3}(?:[ ,]\d{3})+(?!\d)/g, it => it.replace(/\D/g, ""))
    }
    const words = [...new Set(text.split(BREAKS).filter(it => /[\p{L}\p{N}]/u.test(it) || it.length > 1))]
    return words.map(word => this.equivalents(word).map(finder))
  }

  equivalents(word) {
    const found = new Set([word])
    for (const group of this.same) {
      for (const one of group) {
        if (!word.includes(one)) continue
        for (const other of group) found.add(word.replaceAll(one, other))
      }
    }
    return [...found].slice(0, 8)
  }
}

/* Without spaces and punctuation, to compare whole names. */
export const squeezed = folded => folded.replace(/[^\p{L}\p{N}]+/gu, "")

function plain(code) {
  if (SPACES.has(code)) return 0x20
  if (code > 0xff00 && code < 0xff5f) code -= 0xfee0
  if (code > 0x2e7f) return code
  const lower = String.fromCharCode(code).toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : code
}

/* A function (text, from) → [start, end] or null. Documents print large numbers with gaps and
 * spaces between Chinese and Latin, queries are typed without them, or the reverse. */
function finder(word) {
  if (!/\d{4}/.test(word) && !BORDER.test(word)) {
    const find = (text, from = 0) => {
      const at = text.indexOf(word, from)
      return at < 0 ? null : [at, at + word.length]
    }
    return Object.assign(find, { word })
  }
  const source = word
    .split(new RegExp(BORDER, "g"))
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\d(?=(?:\d{3})+(?!\d))/g, "$&[ ,]?"))
    .join(" ?")
  const pattern = new RegExp(source, "g")
  const find = (text, from = 0) => {
    pattern.lastIndex = from
    const match = pattern.exec(text)
    return match && [match.index, match.index + match[0].length]
  }
  return Object.assign(find, { word })
}
