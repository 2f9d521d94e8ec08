/* The finder of a list: filters the rows that stand in the page, keeps its state in the address. Which facets
 * there are, and what else it can do, stands in the page: templates/finder.md.j2. */
import { lists } from "./tables.js"

const MOST_COMPARED = 4
const one = (selector, root = document) => root.querySelector(selector)
const form = one(".finder__form"), list = one(".finder__list"), bar = one(".finder__bar")
const table = one("table", list), menu = one("select", list), body = table.tBodies[0]
const status = one(".finder__status"), clear = one(".finder__clear"), none = one(".finder__none")
const { q, all: switches, min: least } = form.elements
const facets = [...form.querySelectorAll("[data-facet]")].map(details => ({
  name: details.dataset.facet,
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
const links = [...list.querySelectorAll('a[href*="parts/"]')], rest = links[0]?.parentElement
const attribute = (row, name) => row.getAttribute(`data-${name}`) ?? ""
const entry = row => ({
  row,
  codes: Object.fromEntries(FACETS.map(facet => [facet, attribute(row, facet).split(" ")])),
  name: one("th", row).textContent,
  text: `${row.textContent} ${row.dataset.text}`,
})
const rows = [...body.querySelectorAll("tr[data-id]")].map(entry)
/* Row that heads a group → the rows below it. */
const groups = new Map()
for (const row of body.rows) {
  if (row.matches(".part")) groups.set(row, [])
  else [...groups.values()].at(-1)?.push(row)
}
/* Heads the rows that stand apart: of what they do not say. */
const apartHead = body.ownerDocument.createElement("tr")
apartHead.className = "part"
apartHead.append(document.createElement("th"))
apartHead.firstChild.colSpan = table.tHead.rows[0].cells.length
apartHead.firstChild.scope = "rowgroup"
let engine = null, index = null, isWhole = !rest, shown = rows, readAmount = null, compared = []

/* `pattern` with its `#` filled in; what is filled in may hold anything. */
const filled = (pattern, text) => pattern.split("#").join(text)

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

/* So are amounts: 1,000萬, 一千萬 and 10000000 are one. */
const loadAmounts = once(async () => {
  const { cut } = await import("./search/match.js")
  readAmount = text => {
    let amount = null
    cut(text.normalize("NFKC").toLowerCase(), key => {
      if (/^#\d+(\.\d+)?$/.test(key)) amount ??= +key.slice(1)
    })
    return amount
  }
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
  lists.get(table).add(more)
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
  const isAsked = query || menu.value || FACETS.some(facet => chosen[facet].size)
  try {
    if (isAsked && !isWhole) return await loadRest().then(update)
    if (query && !engine) return await loadEngine().then(update)
    if (typed && !readAmount) return await loadAmounts().then(update)
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
  arrange(apart)
  describe({ query, typed, amount, chosen, apart })
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
  input.setAttribute("aria-label", filled(form.dataset.count, count.textContent).replace("@", () => name))
}

/* Groups whose rows are all hidden, or in another order, have no heading; what stands apart is last. */
function arrange(apart) {
  if (apartHead.isConnected) {
    apartHead.remove()
    lists.get(table).sort()
  }
  if (apart.length) body.append(apartHead, ...apart)
  const away = new Set(apart)
  for (const [head, below] of groups) head.hidden = Boolean(menu.value) || below.every(row => row.hidden || away.has(row))
}

/* What is said anew is announced anew. */
function say(text) {
  if (status.textContent !== text) status.textContent = text
}

function describe({ query, typed, amount, chosen, apart }) {
  const pattern = switches?.checked ? form.dataset.shownAll : form.dataset.shown
  const told = [filled(pattern, shown.length)]
  if (apart.length) told.push(apartHead.firstChild.textContent = filled(form.dataset.apart, apart.length))
  say(told.join("；"))
  none.hidden = shown.length + apart.length > 0
  table.hidden = !none.hidden
  clear.hidden = !query && !typed && FACETS.every(facet => !chosen[facet].size)
  let total = typed ? 1 : 0
  for (const { name, chosenCount } of facets) {
    total += chosen[name].size
    chosenCount.textContent = chosen[name].size || ""
  }
  one(".finder__facets > summary .finder__chosen", form).textContent = total || ""
  if (!least) return
  const isUnread = Boolean(typed) && amount === null
  least.setAttribute("aria-invalid", isUnread)
  const read = isUnread ? form.dataset.unread : typed ? filled(form.dataset.least, amount.toLocaleString("en")) : ""
  one(".finder__read", form).textContent = read
}

function remember(query, typed, chosen) {
  const parts = query ? [`q=${encodeURIComponent(query)}`] : []
  for (const facet of FACETS) {
    if (chosen[facet].size) parts.push(`${facet}=${[...chosen[facet]].map(encodeURIComponent).join(",")}`)
  }
  if (typed) parts.push(`min=${encodeURIComponent(typed)}`)
  if (switches?.checked) parts.push("all=true")
  if (menu.value) parts.push(`sort=${menu.value}`)
  if (compared.length) parts.push(`ids=${compared.join(",")}`)
  const search = parts.length ? `?${parts.join("&")}` : ""
  history.replaceState(history.state, "", location.pathname + search + location.hash)
  const other = one(".script-switch")
  if (other) other.href = other.href.split("?")[0] + search
}

function recall(search) {
  const asked = new URLSearchParams(search)
  const listed = name => asked.getAll(name).join(",").toLowerCase().split(",")
  q.value = asked.get("q") ?? ""
  for (const facet of FACETS) {
    const codes = listed(facet)
    for (const box of boxes) {
      if (box.facet === facet) box.input.checked = codes.includes(box.input.value.toLowerCase())
    }
  }
  if (least) least.value = asked.get("min") ?? ""
  if (switches) switches.checked = asked.get("all") === "true"
  if (form.dataset.compare) compare(listed("ids"))
  const sort = asked.get("sort") ?? ""
  menu.value = [...menu.options].some(option => option.value === sort) ? sort : ""
  menu.dispatchEvent(new Event("change"))
}

/* A box in each row that chooses it to be held against others. */
function addComparing() {
  for (const { row } of rows) {
    const label = document.createElement("label"), input = document.createElement("input"), word = document.createElement("span")
    Object.assign(input, { type: "checkbox", name: "ids", value: row.dataset.id })
    input.setAttribute("aria-label", filled(form.dataset.compare, one("th a", row).textContent))
    word.textContent = filled(form.dataset.compare, "")
    label.className = "finder__pick"
    label.append(input, word)
    row.cells[row.cells.length - 1].append(label)
    row.cells[row.cells.length - 1].classList.remove("empty")
  }
  table.addEventListener("change", ({ target }) => {
    if (target.name !== "ids") return
    if (target.checked && compared.length === MOST_COMPARED) {
      target.checked = false
      return say(form.dataset.most)
    }
    compare(target.checked ? [...compared, target.value] : compared.filter(id => id !== target.value))
    update()
  })
}

/* Chooses those of `ids` that there are. */
function compare(ids) {
  const link = one(".finder__compare", bar), ticks = [...table.querySelectorAll("input[name=ids]")]
  compared = ids.filter(id => ticks.some(tick => tick.value === id)).slice(0, MOST_COMPARED)
  for (const tick of ticks) tick.checked = compared.includes(tick.value)
  link.dataset.pattern ??= link.textContent
  link.textContent = filled(link.dataset.pattern, compared.length)
  link.href = `${location.pathname}compare/?ids=${compared.join(",")}`
  link.hidden = !compared.length
}

/* The rows shown, in their order, with the columns and codes of the data files. */
function csv() {
  const columns = form.dataset.columns.split(" ").map(column => column.split(":"))
  const lines = [["id", "url", "name", ...columns.map(([column]) => column)]]
  for (const row of body.querySelectorAll("tr[data-id]:not([hidden])")) {
    const link = one("th a", row), codes = columns.map(([column, name = column]) => attribute(row, name))
    lines.push([row.dataset.id, link.href, link.textContent, ...codes.map(it => it === "none" ? "" : it.replaceAll(" ", ";"))])
  }
  // What begins like a formula would be run by a spreadsheet, also after a semicolon (exports/csv_tables.py).
  const cell = text => text.replace(/(^|[;\n])(?=[ \u3000'"]*[=+\-@\t\r＝＋－＠])/g, "$1'")
  return "\ufeff" + lines.map(line => line.map(text => `"${cell(text).replaceAll('"', '""')}"`).join(",") + "\r\n").join("")
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
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }))
  link.download = form.dataset.file
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
})
addEventListener("popstate", () => recall(location.search))

const isWide = matchMedia("(min-width: 60em)").matches
for (const details of form.querySelectorAll("details")) details.open = isWide
form.hidden = bar.hidden = false
if (form.dataset.compare) addComparing()
recall(location.search)
