/* The dataset finder: filters the rows that stand in the page, keeps its state in the address. */
import { adders } from "./tables.js"

const FACETS = ["agency", "category", "format", "frequency", "status", "spatial"]
const one = (selector, root = document) => root.querySelector(selector)
const form = one(".finder__form"), list = one(".finder__list"), bar = one(".finder__bar", list)
const table = one("table", list), menu = one("select", list)
const status = one(".finder__status"), clear = one(".finder__clear"), none = one(".finder__none")
const boxes = [...form.querySelectorAll("input[type=checkbox]")].map(input => ({
  input,
  facet: input.name,
  count: one(".facet__count", input.closest("label")),
}))
const links = [...list.querySelectorAll('a[href*="parts/"]')], rest = links[0]?.parentElement
const entry = row => ({
  row,
  codes: Object.fromEntries(FACETS.map(facet => [facet, row.dataset[facet].split(" ")])),
  name: one("th", row).textContent,
  text: `${row.textContent} ${row.dataset.text}`,
})
const rows = [...table.tBodies[0].rows].map(entry)
let engine = null, index = null, isWhole = !rest, shown = rows

/* Does `work` once; again after a failure. */
function once(work) {
  let made = null
  return () => made ??= work().catch(error => {
    made = null
    throw error
  })
}

/* Texts are cut and compared as in the search box; what that needs comes with the first letter. */
const loadEngine = once(async () => {
  const [words, { Matching }, { Index }] = await Promise.all([
    fetched(new URL("../search/words.json", import.meta.url)),
    import("./search/match.js"),
    import("./search/ranking.js"),
  ])
  const matching = new Matching(JSON.parse(words))
  engine = () => new Index(matching)
})

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
  adders.get(table)(more)
  rows.push(...more.map(entry))
  index = null
  rest.hidden = isWhole = true
})

async function fetched(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.text()
}

/* The rows that hold all of a query; if there is none, those that hold most of it. */
function fits(query) {
  if (!query) return () => true
  if (!index) {
    index = engine()
    for (const { name, text } of rows) index.add([name, "", "", "", text])
  }
  const { hits } = index.find(query)
  const most = Math.max(0, ...hits.map(it => it.coverage))
  const found = new Set(hits.filter(it => it.coverage > most - 0.001).map(it => rows[it.position]))
  return it => found.has(it)
}

async function update() {
  const query = form.q.value.trim()
  const chosen = Object.fromEntries(FACETS.map(facet => [facet, new Set()]))
  for (const { input, facet } of boxes) if (input.checked) chosen[facet].add(input.value)
  const isAsked = query || menu.value || FACETS.some(facet => chosen[facet].size)
  try {
    if (isAsked && !isWhole) return await loadRest().then(update)
    if (query && !engine) return await loadEngine().then(update)
  } catch (error) {
    console.error(error)
    return say(form.dataset.failed)
  }
  const isFit = fits(query)
  const counts = new Map()
  shown = []
  for (const it of rows) {
    const missed = FACETS.filter(facet => chosen[facet].size && !it.codes[facet].some(code => chosen[facet].has(code)))
    const isText = isFit(it)
    it.row.hidden = !isText || missed.length > 0
    if (!it.row.hidden) shown.push(it)
    if (!isText) continue
    // A value's number tells how many rows it would show beside the choices in other facets.
    for (const facet of FACETS) {
      if (missed.some(other => other !== facet)) continue
      for (const code of it.codes[facet]) counts.set(`${facet} ${code}`, (counts.get(`${facet} ${code}`) ?? 0) + 1)
    }
  }
  // Of a list that is not whole, the numbers that stand in the page are right.
  for (const { input, facet, count } of isWhole ? boxes : []) {
    const number = counts.get(`${facet} ${input.value}`) ?? 0
    count.textContent = number
    input.disabled = !number && !input.checked
  }
  describe(query, chosen)
  remember(query, chosen)
}

/* What is said anew is announced anew. */
function say(text) {
  if (status.textContent !== text) status.textContent = text
}

function describe(query, chosen) {
  say(form.dataset.shown.replace("#", shown.length))
  none.hidden = shown.length > 0
  table.hidden = !none.hidden
  clear.hidden = !query && FACETS.every(facet => !chosen[facet].size)
  let total = 0
  for (const facet of FACETS) {
    total += chosen[facet].size
    one(`[data-facet=${facet}] .finder__chosen`, form).textContent = chosen[facet].size || ""
  }
  one(".finder__chosen", form).textContent = total || ""
}

function remember(query, chosen) {
  const parts = query ? [`q=${encodeURIComponent(query)}`] : []
  for (const facet of FACETS) {
    if (chosen[facet].size) parts.push(`${facet}=${[...chosen[facet]].map(encodeURIComponent).join(",")}`)
  }
  if (menu.value) parts.push(`sort=${menu.value}`)
  const search = parts.length ? `?${parts.join("&")}` : ""
  history.replaceState(history.state, "", location.pathname + search + location.hash)
  const other = one(".script-switch")
  if (other) other.href = other.href.split("?")[0] + search
}

function recall(search) {
  const asked = new URLSearchParams(search)
  form.q.value = asked.get("q") ?? ""
  for (const facet of FACETS) {
    const codes = asked.getAll(facet).join(",").toLowerCase().split(",")
    for (const box of boxes) {
      if (box.facet === facet) box.input.checked = codes.includes(box.input.value.toLowerCase())
    }
  }
  const sort = asked.get("sort") ?? ""
  menu.value = [...menu.options].some(option => option.value === sort) ? sort : ""
  menu.dispatchEvent(new Event("change"))
}

/* The rows shown, in their order, with the columns and codes of the data files. */
function csv() {
  const lines = [["id", "url", "name", "agency", "category", "spatial", "formats", "frequency", "status", "date"]]
  const visible = [...table.tBodies[0].rows].filter(row => !row.hidden)
  for (const row of visible) {
    const link = one("th a", row), { id, agency, category, spatial, format, frequency, edtf } = row.dataset
    const formats = format === "none" ? "" : format.replaceAll(" ", ";")
    lines.push([id, link.href, link.textContent, agency, category, spatial, formats, frequency, row.dataset.status.replaceAll(" ", ";"), edtf])
  }
  // What begins like a formula would be run by a spreadsheet, also after a semicolon (exports/csv_tables.py).
  const cell = text => text.replace(/(^|[;\n])(?=[ \u3000'"]*[=+\-@\t\r＝＋－＠])/g, "$1'")
  return "\ufeff" + lines.map(line => line.map(text => `"${cell(text).replaceAll('"', '""')}"`).join(",") + "\r\n").join("")
}

form.addEventListener("submit", event => event.preventDefault())
form.addEventListener("input", update)
menu.addEventListener("change", update)
clear.addEventListener("click", () => {
  form.q.value = ""
  for (const { input } of boxes) input.checked = false
  update()
  form.q.focus()
})
one(".finder__csv").addEventListener("click", () => {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }))
  link.download = "datasets.csv"
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
})
addEventListener("popstate", () => recall(location.search))

const isWide = matchMedia("(min-width: 60em)").matches
for (const details of form.querySelectorAll("details")) details.open = isWide
form.hidden = bar.hidden = false
recall(location.search)
