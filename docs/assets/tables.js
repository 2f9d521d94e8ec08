/* Sorting for lists of records: a menu above each, and the headings of its columns. */
const collator = new Intl.Collator(
  document.documentElement.lang === "zh-Hans" ? "zh-Hans-u-co-pinyin" : "zh-Hant-u-co-stroke",
  { numeric: true, ignorePunctuation: true },
)
const name = row => row.querySelector("th").textContent.replaceAll("°", "")
const date = (one, other) => one.dataset.date < other.dataset.date ? -1 : +(one.dataset.date > other.dataset.date)
const undated = (one, other) => !one.dataset.date - !other.dataset.date
const ORDERS = {
  "name": (one, other) => collator.compare(name(one), name(other)),
  // Without a date, last in either direction.
  "date": (one, other) => undated(one, other) || date(one, other),
  "-date": (one, other) => undated(one, other) || date(other, one),
  "frequency": (one, other) => one.dataset.rank - other.dataset.rank,
  // Without a ceiling, last: an empty one counts as none.
  "-ceiling": (one, other) => other.dataset.ceiling - one.dataset.ceiling,
  // Only what has the same unit is held against each other: unit by unit.
  "-amount": (one, other) => one.dataset.rank - other.dataset.rank || other.dataset.amount - one.dataset.amount,
}
/* Headings of columns that begin with the greatest, and what they do when pressed again. */
const PRESSED = { "date": ["-date", "date"], "ceiling": ["-ceiling"], "amount": ["-amount"] }

/* table → {add, sort}: adds rows to it; puts all in the order that is chosen. */
export const lists = new Map()

/* On a phone the headings of columns are out of sight and for the ear: the menu sorts. */
const narrow = matchMedia("(max-width: 44.9em)")

for (const table of document.querySelectorAll("table.records--listed")) {
  const bar = document.querySelector(".sorting"), menu = bar.querySelector("select")
  // Rows that head a group stand in no order but that of the page.
  const bodies = [...table.tBodies], all = bodies.flatMap(body => [...body.rows])
  const rows = all.filter(row => !row.matches(".part"))
  const places = new Map(all.map(row => [row, row.parentElement]))
  const keys = bar.dataset.columns.split(" ")
  const headings = [...table.tHead.rows[0].cells].filter((heading, place) => {
    const key = keys[place] ?? "-"
    if (key !== "-") heading.dataset.sort = key
    return key !== "-"
  })
  let current = ""
  const sort = () => {
    current = menu.value
    const order = ORDERS[current]
    if (order) bodies[0].append(...[...rows].sort(order))
    else for (const row of all) places.get(row).append(row)
    for (const heading of headings) {
      if (current.replace("-", "") !== heading.dataset.sort) heading.removeAttribute("aria-sort")
      else heading.setAttribute("aria-sort", current[0] === "-" ? "descending" : "ascending")
    }
  }
  for (const heading of headings) {
    const button = document.createElement("button")
    button.type = "button"
    button.append(...heading.childNodes)
    heading.append(button)
    const settle = () => { button.tabIndex = narrow.matches ? -1 : 0 }
    narrow.addEventListener("change", settle)
    settle()
    button.addEventListener("click", () => {
      const orders = PRESSED[heading.dataset.sort] ?? [heading.dataset.sort]
      menu.value = orders[(orders.indexOf(menu.value) + 1) % orders.length]
      menu.dispatchEvent(new Event("change", { bubbles: true }))
    })
  }
  const resort = () => { if (menu.value !== current) sort() }
  menu.addEventListener("change", resort)
  lists.set(table, {
    add(more) {
      all.push(...more)
      rows.push(...more)
      for (const row of more) places.set(row, bodies[bodies.length - 1])
      sort()
    },
    sort,
  })
  bar.hidden = false
  resort()
}
