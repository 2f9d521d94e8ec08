/* The finder of a list: filters the rows that stand in the page, keeps its state in the address. Which facets
 * there are, and what else it can do, stands in the page: templates/finder.md.j2. */
import { chipName, showChips } from "./finder/chips.js"
import { Comparing } from "./finder/comparing.js"
import { csv, items, json, save } from "./finder/files.js"
import { Groups } from "./finder/groups.js"
import { fitting, hasAmounts, hasEngine, indexOf, loadAmounts, loadEngine, readAmount } from "./finder/matching.js"
import { fetched, filled, listed, once, one } from "./finder/page.js"
import { Units } from "./finder/units.js"
import { lists } from "./tables.js"

const form = one(".finder__form"), list = one(".finder__list"), bar = one(".finder__bar")
const table = one("table", list), menu = one("select", list), groups = new Groups(table)
const status = one(".finder__status"), clear = one(".finder__clear"), none = one(".finder__none")
const { q, all: switches, min: least } = form.elements
const facets = [...form.querySelectorAll("[data-facet]")].map(details => ({
  name: details.dataset.facet,
  label: one("legend", details).textContent,
  chosenCount: one(".finder__chosen", details),
  apart: details.dataset.apart?.split(" "),
}))
const FACETS = facets.map(it => it.name)
const boxes = [...form.querySelectorAll(".facet input[type=checkbox]")].map(input => ({
  input,
  facet: input.name,
  name: input.nextElementSibling.textContent,
  count: one(".facet__count", input.closest("label")),
}))
const unitNames = boxes.filter(({ facet }) => facet === "unit").map(({ input, name }) => [input.value, name])
const units = new Units(table, Object.fromEntries(unitNames))
const links = [...list.querySelectorAll('a[href*="parts/"]')], rest = links[0]?.parentElement
const attribute = (row, name) => row.getAttribute(`data-${name}`) ?? ""
const entry = row => ({
  row,
  codes: Object.fromEntries(FACETS.map(facet => [facet, attribute(row, facet).split(" ")])),
  name: one("th", row).textContent,
  text: `${row.textContent} ${row.dataset.text}`,
})
const rows = [...table.querySelectorAll("tr[data-id]")].map(entry)
const comparing = form.dataset.compare ? new Comparing(table, one(".finder__compare"), form.dataset, say, update) : null
let index = null, isWhole = !rest, shown = rows

/* The rest of a long list stands on pages of its own, and comes with the first choice. */
const loadRest = once(async () => {
  const pages = links.map(async ({ href }) => {
    const page = new DOMParser().parseFromString(await fetched(href), "text/html")
    const found = [...page.querySelectorAll("tr[data-id]")]
    for (const row of found) {
      const link = one("th a", row)
      link.href = new URL(link.getAttribute("href"), href)
    }
    return found
  })
  const more = (await Promise.all(pages)).flat()
  lists.get(table).add(more)
  rows.push(...more.map(entry))
  index = null
  rest.hidden = isWhole = true
})

function fits(query) {
  if (!query) return () => true
  index ??= indexOf(rows)
  const found = fitting(index, rows, query)
  return it => found.has(it)
}

/* The rows of which some amount of a kind that is looked at may be as large as is asked. */
function reaches(amount, chosen) {
  if (amount === null) return () => true
  const kinds = chosen.amount.size ? [...chosen.amount] : least.dataset.kinds.split(" ")
  return ({ row }) => kinds.some(kind => row.hasAttribute(`data-hkd-${kind}`) && +attribute(row, `hkd-${kind}`) >= amount)
}

async function update() {
  const query = q.value.trim(), typed = least?.value.trim() ?? ""
  const chosen = Object.fromEntries(FACETS.map(facet => [facet, new Set()]))
  for (const { input, facet } of boxes) if (input.checked) chosen[facet].add(input.value)
  const isAsked = Boolean(query || menu.value || FACETS.some(facet => chosen[facet].size))
  try {
    if (isAsked && !isWhole) return await loadRest().then(update)
    if (query && !hasEngine()) return await loadEngine().then(update)
    if (typed && !hasAmounts()) return await loadAmounts().then(update)
  } catch (error) {
    console.error(error)
    return say(form.dataset.failed)
  }
  const amount = typed ? readAmount(typed) : null
  const isFit = fits(query), isEnough = reaches(amount, chosen), isOpen = !switches || switches.checked
  const counts = new Map(), apart = []
  shown = []
  for (const it of rows) {
    const isIn = (isOpen || it.row.dataset.open === "true") && isFit(it) && isEnough(it)
    const unfit = facets.filter(({ name }) => chosen[name].size && !it.codes[name].some(code => chosen[name].has(code)))
    const missed = unfit.filter(facet => !isBeside(facet, it, chosen))
    it.row.hidden = !isIn || missed.length > 0
    if (!isIn) continue
    if (!missed.length) unfit.length ? apart.push(it.row) : shown.push(it)
    // A value's number tells how many rows it would show beside the choices in other facets.
    for (const facet of FACETS) {
      if (missed.some(({ name }) => name !== facet)) continue
      for (const code of it.codes[facet]) counts.set(`${facet} ${code}`, (counts.get(`${facet} ${code}`) ?? 0) + 1)
    }
  }
  // Of a list that is not whole, the numbers that stand in the page are right.
  for (const box of boxes) number(box, isWhole ? counts : null)
  const apartName = apart.length ? filled(form.dataset.apart, apart.length) : ""
  groups.arrange(apart, apartName, Boolean(menu.value), counted)
  units.arrange(menu.value === "-amount")
  groups.fold("folded" in form.dataset && !isAsked)
  describe({ query, typed, amount, chosen, apartName })
  remember(query, typed, chosen)
}

/* Whether a row does not say what is chosen, of a facet in which that is no denial. */
function isBeside({ name, apart }, it, chosen) {
  return apart !== undefined && chosen[name].has(apart[0]) && it.codes[name].includes(apart[1])
}

function number({ input, facet, name, count }, counts) {
  if (counts) {
    const found = counts.get(`${facet} ${input.value}`) ?? 0
    const [own, other] = facets.find(it => it.name === facet).apart ?? []
    const reached = found || input.value === own && counts.get(`${facet} ${other}`)
    count.textContent = found
    // The box that one is at stays: the focus would be lost.
    input.disabled = !reached && !input.checked && input !== document.activeElement
  }
  input.setAttribute("aria-label", counted(name, count.textContent))
}

const counted = (name, number) => filled(form.dataset.count, number).replace("@", () => name)

/* What is said anew is announced anew. */
function say(text) {
  if (status.textContent !== text) status.textContent = text
}

function describe({ query, typed, amount, chosen, apartName }) {
  const pattern = switches?.checked ? form.dataset.shownAll : form.dataset.shown
  say([filled(pattern, shown.length), apartName].filter(Boolean).join("；"))
  none.hidden = shown.length > 0 || apartName !== ""
  table.hidden = !none.hidden
  const choices = chips(query, typed)
  showChips(choices, one("#results"))
  clear.hidden = !choices.length
  for (const { name, chosenCount } of facets) chosenCount.textContent = chosen[name].size || ""
  one(".finder__facets > summary .finder__chosen", form).textContent = choices.length - (query ? 1 : 0) || ""
  if (!least) return
  const isUnread = Boolean(typed) && amount === null
  least.setAttribute("aria-invalid", isUnread)
  const read = isUnread ? form.dataset.unread : typed ? filled(form.dataset.least, amount.toLocaleString("en")) : ""
  one(".finder__read", form).textContent = read
}

/* What is typed and what is chosen, in the order of the form. */
function chips(query, typed) {
  const fields = [[q, query], [least, typed]].filter(([, text]) => text).map(([field, text]) => ({
    name: chipName(field.previousElementSibling.textContent, text),
    remove() {
      field.value = ""
      update()
    },
  }))
  const choices = boxes.filter(({ input }) => input.checked).map(({ input, facet, name }) => ({
    name: chipName(facets.find(it => it.name === facet).label, name),
    remove() {
      input.checked = false
      update()
    },
  }))
  return [...fields, ...choices]
}

function remember(query, typed, chosen) {
  const parts = query ? [`q=${encodeURIComponent(query)}`] : []
  for (const facet of FACETS) {
    if (chosen[facet].size) parts.push(`${facet}=${[...chosen[facet]].map(encodeURIComponent).join(",")}`)
  }
  if (typed) parts.push(`min=${encodeURIComponent(typed)}`)
  if (switches?.checked) parts.push("all=true")
  if (menu.value) parts.push(`sort=${menu.value}`)
  if (comparing?.ids.length) parts.push(`ids=${comparing.ids.join(",")}`)
  const search = parts.length ? `?${parts.join("&")}` : ""
  history.replaceState(history.state, "", location.pathname + search + location.hash)
  const other = one(".script-switch")
  if (other) other.href = other.href.split("?")[0] + search
}

function recall(search) {
  const asked = new URLSearchParams(search)
  q.value = asked.get("q") ?? ""
  for (const facet of FACETS) {
    const codes = listed(asked, facet)
    for (const box of boxes) {
      if (box.facet === facet) box.input.checked = codes.includes(box.input.value.toLowerCase())
    }
  }
  if (least) least.value = asked.get("min") ?? ""
  if (switches) switches.checked = asked.get("all") === "true"
  comparing?.choose(listed(asked, "ids"))
  const sort = asked.get("sort") ?? ""
  menu.value = [...menu.options].some(option => option.value === sort) ? sort : ""
  menu.dispatchEvent(new Event("change"))
}

/* The rows shown, in their order. */
function content() {
  return items([...table.querySelectorAll("tr[data-id]:not([hidden])")], form.dataset.columns)
}

form.addEventListener("submit", event => event.preventDefault())
form.addEventListener("input", update)
menu.addEventListener("change", update)
clear.addEventListener("click", () => {
  q.value = ""
  if (least) least.value = ""
  for (const { input } of boxes) input.checked = false
  update()
  q.focus()
})
one(".finder__csv").addEventListener("click", () => {
  save(`${form.dataset.file}.csv`, "text/csv", csv(content(), form.dataset.columns))
})
one(".finder__json").addEventListener("click", () => {
  save(`${form.dataset.file}.json`, "application/json", json(content()))
})
addEventListener("popstate", () => recall(location.search))

const isWide = matchMedia("(min-width: 60em)").matches
for (const details of form.querySelectorAll("details")) details.open = isWide
form.hidden = bar.hidden = false
recall(location.search)
