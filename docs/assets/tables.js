/* Sorting for lists of datasets: a menu above each, and the headings of its columns. */
const collator = new Intl.Collator(
  document.documentElement.lang === "zh-Hans" ? "zh-Hans-u-co-pinyin" : "zh-Hant-u-co-stroke",
  { numeric: true, ignorePunctuation: true },
)
const name = row => row.querySelector("th").textContent.replaceAll("°", "")
const date = (one, other) => one.dataset.date < other.dataset.date ? -1 : +(one.dataset.date > other.dataset.date)
const ORDERS = {
  "name": (one, other) => collator.compare(name(one), name(other)),
  "date": date,
  "-date": (one, other) => date(other, one),
  "frequency": (one, other) => one.dataset.rank - other.dataset.rank,
}

/* table → what adds rows to it, in the order that is chosen. */
export const adders = new Map()

/* On a phone the headings of columns are out of sight and for the ear: the menu sorts. */
const narrow = matchMedia("(max-width: 44.9em)")

for (const table of document.querySelectorAll("table.records--datasets")) {
  const bar = document.querySelector(".sorting"), menu = bar.querySelector("select")
  const body = table.tBodies[0], rows = [...body.rows]
  const date = table.querySelector("thead .date")
  const headings = [table.querySelector("thead th"), date, date.nextElementSibling]
  headings.forEach((heading, place) => { heading.dataset.sort = ["name", "date", "frequency"][place] })
  let current = ""
  const sort = () => {
    current = menu.value
    const order = ORDERS[current]
    body.append(...(order ? [...rows].sort(order) : rows))
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
      const key = heading.dataset.sort
      menu.value = key === "date" && menu.value !== "-date" ? "-date" : key
      menu.dispatchEvent(new Event("change", { bubbles: true }))
    })
  }
  const resort = () => { if (menu.value !== current) sort() }
  menu.addEventListener("change", resort)
  adders.set(table, more => {
    rows.push(...more)
    sort()
  })
  bar.hidden = false
  resort()
}
