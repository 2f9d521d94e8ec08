/* Parts of the handbook as one document: their pages below each other, with a table of contents, and each page's
 * sources as notes at its end. The address keeps which parts were chosen. */
import { listed, one } from "./finder/page.js"

const AT_ONCE = 6
const LEFT_OUT = ".trail, .neighbours, .cite, .parts, form, .finder__bar, .finder__skip, .sorting, .headerlink, .chart__files, .chips, details:has(> #converted), a.converted"
const box = one(".printing"), form = one("form", box), status = one("[role=status]", box), button = form.elements.print
const home = one(".md-logo").href, boxes = [...form.elements.part]
const added = (parent, name, text = "") => Object.assign(parent.appendChild(document.createElement(name)), { textContent: text })
const anchor = (address, hash = "") => address.replaceAll("/", "-") + hash.slice(1)

/* The article at an address below the variant's root, without what is only for its own page. */
async function article(address) {
  const response = await fetch(new URL(address, home))
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  const page = document.importNode(one("article", new DOMParser().parseFromString(await response.text(), "text/html")), true)
  for (const it of page.querySelectorAll(LEFT_OUT)) it.remove()
  for (const it of page.querySelectorAll("details")) it.open = true
  for (const it of page.querySelectorAll("[hidden]")) it.hidden = false
  for (const it of page.querySelectorAll("h1, h2, h3, h4")) {
    const lower = document.createElement(`h${Number(it.tagName[1]) + 1}`)
    lower.append(...it.childNodes)
    lower.id = it.id
    it.replaceWith(lower)
  }
  notes(page)
  return page
}

/* A source that stands behind a text becomes a number; what it says stands once, at the end. */
function notes(page) {
  const said = new Map()
  for (const link of page.querySelectorAll('a[href*="/#line-"]')) {
    const first = one('a[href*="/#line-"]', link.parentNode), text = link.textContent
    if (first && link.parentNode.textContent.trim().startsWith(first.textContent)) continue
    if (!said.has(text)) said.set(text, said.size + 1)
  }
  for (const link of page.querySelectorAll('a[href*="/#line-"]')) {
    const number = said.get(link.textContent)
    if (!number || link.closest("#sources + ul")) continue
    const mark = document.createElement("sup")
    mark.textContent = `[${number}]`
    link.replaceWith(mark)
  }
  if (!said.size) return
  added(page, "p", box.dataset.sources).className = "printed__sources"
  const list = added(page, "ol")
  for (const text of said.keys()) added(list, "li", text)
}

/* Places and links: inside the document where their pages are in it, whole addresses elsewhere. */
function lead(page, address, isIncluded) {
  for (const it of page.querySelectorAll("[id]")) it.id = anchor(address, `#${it.id}`)
  page.id = anchor(address)
  for (const link of page.querySelectorAll("a[href]")) {
    const url = new URL(link.getAttribute("href"), new URL(address, home))
    const below = url.href.startsWith(home) ? url.href.slice(home.length).split(/[?#]/)[0] : null
    link.href = isIncluded(below) ? `#${anchor(below, url.hash)}` : url.href
  }
}

async function all(addresses) {
  const found = [], waiting = addresses.entries()
  const next = async () => { for (const [place, address] of waiting) found[place] = await article(address) }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  return found
}

async function compose() {
  const chosen = boxes.filter(it => it.checked), parts = chosen.map(it => it.dataset.pages.split(" "))
  const addresses = parts.flat(), included = new Set(addresses)
  history.replaceState(history.state, "", `?part=${chosen.map(it => it.value).join(",")}`)
  status.textContent = box.dataset.progress.replace("#", addresses.length)
  one(".printed")?.remove()
  button.hidden = true
  const pages = await all(addresses)
  const made = document.createElement("div"), contents = document.createElement("nav")
  made.className = "printed"
  contents.setAttribute("aria-label", box.dataset.contents)
  added(made, "p", one(".md-header__topic").textContent.trim()).className = "printed__title"
  added(contents, "h2", box.dataset.contents)
  made.append(contents)
  const list = added(contents, "ul")
  for (const [number, part] of parts.entries()) {
    const name = chosen[number].labels[0].textContent.trim(), item = added(list, "li")
    const isOne = part.length === 1, section = added(made, "section"), below = isOne ? null : added(section, "h2", name)
    if (below) below.id = `part-${chosen[number].value}`
    added(item, "a", name).href = `#${below ? below.id : anchor(part[0])}`
    const names = isOne ? null : added(item, "ul")
    for (const address of part) {
      const page = pages[addresses.indexOf(address)], entry = document.createElement("div")
      lead(page, address, it => included.has(it))
      if (names) added(added(names, "li"), "a", one("h2", page).textContent).href = `#${page.id}`
      const where = document.createElement("p")
      Object.assign(where, { className: "note", textContent: new URL(address, home).href })
      one("h2", page).after(where)
      entry.className = "printed__page"
      entry.id = page.id
      entry.dataset.page = page.dataset.page
      entry.append(...page.childNodes)
      section.append(entry)
    }
  }
  box.after(made)
  status.textContent = ""
  button.hidden = false
}

const failed = error => {
  console.error(error)
  status.textContent = box.dataset.failed
}
form.addEventListener("submit", event => {
  event.preventDefault()
  if (boxes.some(it => it.checked)) compose().catch(failed)
})
button.addEventListener("click", () => print())
const asked = listed(new URLSearchParams(location.search), "part")
for (const it of boxes) it.checked = !asked.length || asked.includes(it.value)
form.hidden = false
if (asked.length) compose().catch(failed)
