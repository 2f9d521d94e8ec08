/* What an index file says in short → entries in full. How it is put is told in
 * generator/exports/search_index.py. */
const BODY = 0, FIGURE = 4, EVENT = 5, STATEMENT = 7
const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name])
const lines = (...texts) => texts.filter(Boolean).join("\n")

/* Bytes in the code of `characters` → a text; generator/exports/search_code.py makes it. */
export function decoder(characters) {
  const all = [...characters], starts = Math.ceil(Math.max(0, all.length - 128) / 255), often = 128 - starts
  return bytes => {
    let text = ""
    for (let at = 0; at < bytes.length; at++) {
      const place = bytes[at] - 128
      if (place < 0) text += String.fromCharCode(bytes[at])
      else text += all[place < often ? place : often + (place - often) * 256 + bytes[++at]]
    }
    return text
  }
}

export class Reader {
  /* `take` gets each entry in its turn: {location, kind, role, id, title, texts}. */
  constructor({ root, figure, row, part, kinds }, take) {
    Object.assign(this, { root, figure, row, part, kinds, take })
    this.page = this.ownId = ""
    this.owner = null
    this.parts = []
  }

  read([address, code, title, names = "", headings = "", values = "", text = "", more = ""]) {
    const role = code % 10, kind = this.kinds[Math.floor(code / 10)]
    const entry = { kind, role, title, texts: [names, headings, values, text, more] }
    const isPart = this.owner && [FIGURE, EVENT, STATEMENT].includes(role)
    if (!isPart) this.end()
    if (!address.includes("#")) this.page = address
    entry.id = address.includes("#") ? "" : address.split("/").at(-2) ?? ""
    if (role === BODY) [this.owner, this.ownId] = [entry, entry.id]
    entry.location = this.root + (address[0] === "#" ? this.page : "") + address.replace("~", this.ownId)
    if (isPart) this.join(entry)
    else if (role !== BODY) this.take(entry)
  }

  /* A number, an event or a statement says whose it is; its owner says the first two, too, and when. */
  join(part) {
    const { title: subject, texts: own } = this.owner, { title, texts } = part
    if (part.role === FIGURE) {
      const values = { subject, measure: texts[0].split("\n")[0], value: title }
      part.title = fill(this.figure, values)
      own[2] = lines(own[2], fill(this.row, values), texts[2], texts[3], texts[4])
    } else if (part.role === STATEMENT) {
      part.title = fill(this.part, { title: subject, part: title })
    } else {
      own[4] = lines(own[4], texts[3] ? `${texts[3]} ${title}` : title)
      texts[3] = texts[3] ? `${subject} ${texts[3]}` : subject
    }
    this.parts.push(part)
  }

  /* After the last one. */
  end() {
    if (this.owner) for (const entry of [this.owner, ...this.parts]) this.take(entry)
    this.owner = null
    this.parts = []
  }
}
