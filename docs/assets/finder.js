/* The finder of a list: filters the rows that stand in the page, keeps its state in the address. Which facets
 * there are, and what else it can do, stands in the page: templates/finder.md.j2. */
import { chipName, showChips } from "./finder/chips.js"
import { Comparing } from "./finder/comparing.js"
import { columnsOf, csv, items, json, save } from "./finder/files.js"
import { Groups } from "./finder/groups.js"
import { fitting, hasAmounts, hasEngine, indexOf, loadAmounts, loadEngine, readAmount } from "./finder/matching.js"
import { fetched, filled, listed, once, one } from "./finder/page.js"
import { Units } from "./finder/units.js"
import { lists } from "./tables.js"

/* "own other own other": whose rows stand beside those of each value. */
const pairs = text => Object.fromEntries((text?.match(/\S+ \S+/g) ?? []).map(pair => pair.split(" ")))
const form = one(".finder__form"), list = one(".finder__list"), bar = one(".finder__bar")
const table = one("table", list), menu = one("select", list), groups = new Groups(table)
const status = one(".finder__status"), clear = one(".finder__clear"), none = one(".finder__none")
const { q, all: switches, min: least } = form.elements
const facets = [...form.querySelectorAll("[data-facet]")].map(details => ({
  name: details.dataset.facet,
  label: one("legend", details).textContent,
  chosenCount: one(".finder__chosen", details),
  beside: pairs(details.dataset.apart),
  reason: details.dataset.reason,
}))
const FACETS = facets.map(it => it.name)
const boxes = [...form.querySelectorAll(".facet input[type=checkbox]")].map(input => ({
  input,
  facet: input.name,
  name: input.nextElementSibling.textContent,
  count: one(".facet__count", input.closest("label")),
}))
/* Facet → code → what it is called. */
const labels = Object.fromEntries(FACETS.map(facet => [
  facet,
  Object.fromEntries(boxes.filter(it => it.facet === facet).map(({ input, name }) => [input.value, name])),
]))
const columns = columnsOf(form.dataset.columns, labels), units = new Units(table, labels.unit)
const links = [...list.querySelectorAll('a[href*="parts/"]')], rest = links[0]?.parentElement
const attribute = (row, name) => row.getAttribute(`data-${name}`) ?? ""
const entry = row => ({
  row,
  codes: Object.fromEntries(FACETS.map(facet => [facet, attribute(row, facet).split(" ")])),
  name: one("th", row).textContent,
  text: row.textContent,
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

/* Whether a row fits the text, and which of its words stand in no row. */
function fits(query) {
  if (!query) return { isFit: () => true, missing: [] }
  index ??= indexOf(rows)
  const { found, missing } = fitting(index, rows, query)
  return { isFit: it => found.has(it), missing }
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
    if (query && !hasEngine()) return await loadEngine(form.dataset.file).then(update)
    if (typed && !hasAmounts()) return await loadAmounts().then(update)
  } catch (error) {
    console.error(error)
    return say(form.dataset.failed)
  }
  const amount = typed ? readAmount(typed) : null
  const { isFit, missing } = fits(query), isEnough = reaches(amount, chosen), isOpen = !switches || switches.checked
  const counts = new Map(), apart = new Map()
  let others = 0
  shown = []
  for (const it of rows) {
    const unfit = facets.filter(({ name }) => chosen[name].size && !it.codes[name].some(code => chosen[name].has(code)))
    const isBeside = unfit.every(facet => standsBeside(facet, it, chosen))
    const isFound = isFit(it) && isEnough(it), isIn = isFound && (isOpen || it.row.dataset.open === "true")
    it.row.hidden = !isIn || !isBeside
    if (isFound && !unfit.length) others += 1
    if (!isIn) continue
    if (!unfit.length) shown.push(it)
    else if (isBeside) {
      const reason = unfit.map(facet => facet.reason).join("；")
      apart.set(reason, [...apart.get(reason) ?? [], it.row])
    }
    // A value's number tells how many rows it would show beside the choices in other facets.
    for (const facet of FACETS) {
      if (unfit.some(({ name }) => name !== facet)) continue
      for (const code of it.codes[facet]) counts.set(`${facet} ${code}`, (counts.get(`${facet} ${code}`) ?? 0) + 1)
    }
  }
  // Of a list that is not whole, the numbers that stand in the page are right.
  for (const box of boxes) number(box, isWhole ? counts : null)
  const apartGroups = [...apart].map(([reason, below]) => ({
    name: filled(form.dataset.apart, below.length).replace("@", () => reason),
    below,
  }))
  groups.arrange(apartGroups, Boolean(menu.value), counted)
  units.arrange(menu.value === "-amount")
  groups.fold("folded" in form.dataset && !isAsked)
  const beside = apartGroups.reduce((sum, { below }) => sum + below.length, 0)
  describe({ query, typed, amount, chosen, others, missing, beside })
  remember(query, typed, chosen)
}

/* Whether a row does not say what is chosen, of a facet in which that is no denial. */
function standsBeside({ name, beside }, it, chosen) {
  return [...chosen[name]].some(code => it.codes[name].includes(beside[code]))
}

function number({ input, facet, name, count }, counts) {
  if (counts) {
    const found = counts.get(`${facet} ${input.value}`) ?? 0
    const { beside } = facets.find(it => it.name === facet)
    const reached = found || counts.get(`${facet} ${beside[input.value]}`)
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

function describe({ query, typed, amount, chosen, others, missing, beside }) {
  const pattern = switches?.checked ? form.dataset.shownAll : form.dataset.shown
  const unheard = missing.map(word => filled(form.dataset.missing, word))
  const apart = beside ? [filled(form.dataset.beside, beside)] : []
  say([filled(pattern, shown.length), ...apart, ...unheard].join("；"))
  none.hidden = shown.length > 0 || beside > 0
  table.hidden = !none.hidden
  // Of a list that shows a part, what the whole has.
  none.lastChild.textContent = others > 0 ? filled(form.dataset.others ?? "", others) : ""
  const choices = chips(query, amount === null ? "" : typed)
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
const content = () => items([...table.querySelectorAll("tr[data-id]:not([hidden])")], columns)

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
  save(`${form.dataset.file}.csv`, "text/csv", csv(content(), columns))
})
one(".finder__json").addEventListener("click", () => {
  save(`${form.dataset.file}.json`, "application/json", json(content()))
})
addEventListener("popstate", () => recall(location.search))

const isWide = matchMedia("(min-width: 60em)").matches
for (const details of form.querySelectorAll("details")) details.open = isWide
form.hidden = bar.hidden = false
recall(location.search)
