/* Programmes side by side: what the page of each says at its head, one row for each of its labels. */
import { MOST } from "./finder/comparing.js"
import { filled, listed, one } from "./finder/page.js"

const IDENTIFIER = /^[a-z0-9]+(-[a-z0-9]+)*$/
const box = one(".compare"), table = one("table", box), body = table.tBodies[0]
const asked = listed(new URLSearchParams(location.search), "ids")

/* {id, name, address, said: label → elements} of a programme; null if there is none. */
async function programme(id) {
  if (!IDENTIFIER.test(id)) return null
  const address = new URL(`../${id}/`, location.origin + location.pathname)
  const response = await fetch(address)
  if (response.status === 404) return null
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  const page = new DOMParser().parseFromString(await response.text(), "text/html")
  if (!one("article[data-record]", page)) return null
  const said = new Map()
  let label = ""
  for (const element of one("article dl", page)?.children ?? []) {
    if (element.tagName === "DT") said.set(label = element.textContent.trim(), [])
    else said.get(label).push(element)
  }
  return { id, name: one("h1", page).textContent.trim(), address, said }
}

/* What a page says, with its links, without what only that page needs. */
function copy(element, address) {
  const part = document.createElement("div")
  part.append(...[...element.childNodes].map(node => document.importNode(node, true)))
  for (const link of part.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address)
  for (const named of part.querySelectorAll("[id]")) named.removeAttribute("id")
  return part
}

function unknown() {
  const dash = document.createElement("span")
  dash.textContent = "—"
  dash.setAttribute("role", "img")
  dash.setAttribute("aria-label", box.dataset.missing)
  return dash
}

/* The address of this page with other programmes. */
const comparison = ids => location.pathname + (ids.length ? `?ids=${ids.join(",")}` : "")

function show(programmes) {
  for (const { id, name, address } of programmes) {
    const head = document.createElement("th"), link = document.createElement("a"), remove = document.createElement("a")
    head.scope = "col"
    link.href = address
    link.textContent = name
    remove.href = comparison(asked.filter(it => it !== id))
    remove.className = "compare__remove"
    remove.textContent = "×"
    remove.setAttribute("aria-label", filled(box.dataset.remove, name))
    head.append(link, remove)
    table.tHead.rows[0].append(head)
  }
  for (const row of body.rows) {
    const label = row.cells[0].textContent
    row.hidden = !row.dataset.kept && programmes.every(it => !it.said.has(label))
    for (const { name, address, said } of programmes) {
      const cell = row.insertCell()
      cell.dataset.label = name
      cell.append(...(said.get(label)?.map(element => copy(element, address)) ?? [unknown()]))
    }
  }
  table.hidden = !programmes.length
}

async function compare() {
  const found = await Promise.all(asked.slice(0, MOST).map(programme))
  const between = box.dataset.between
  const told = [
    [box.dataset.unknown, asked.filter((_, place) => place < MOST && !found[place])],
    [box.dataset.most, asked.slice(MOST)],
  ]
  box.hidden = false
  show(found.filter(Boolean))
  one(".compare__status", box).textContent = told
    .filter(([, ids]) => ids.length).map(([pattern, ids]) => filled(pattern, ids.join(between))).join("")
}

/* What is not compared yet can be added. */
function offer(form) {
  const select = form.elements.ids
  for (const option of [...select.options]) if (asked.includes(option.value)) option.remove()
  form.hidden = asked.length >= MOST || !select.options.length
  form.addEventListener("submit", event => {
    event.preventDefault()
    location.assign(comparison([...asked, select.value]))
  })
}

/* The address of this page in what is cited of it: without the programmes it shows nothing. */
function cite() {
  const link = one(".cite dd > a"), text = one(".cite__text p:last-of-type")
  const address = link.textContent
  for (const element of [link, text]) element.textContent = element.textContent.replace(address, () => address + location.search)
  link.href = address + location.search
}

offer(one(".compare__add"))
if (asked.length) {
  const other = one(".script-switch"), choose = one('article p a[href$="../"]')
  for (const link of [other, choose]) if (link) link.href = link.href.split("?")[0] + location.search
  cite()
  compare().catch(error => {
    console.error(error)
    box.hidden = false
    one(".compare__status", box).textContent = box.dataset.failed
  })
}
