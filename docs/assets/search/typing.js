/* The search box in use: what no document mentions, near names, failures; the address of a list of
 * results; keys that lead through it. */
const one = (selector, root = document) => root.querySelector(selector)
const { base, search } = JSON.parse(one("#__config").textContent)
const panel = one(".md-search"), input = one(".md-search__input"), output = one(".md-search__output")
const toggle = one("#__search"), note = one(".search-missing"), box = one(".search-nearest")
const [template, list] = box.children
const added = (parent, name) => parent.appendChild(document.createElement(name))
let finder, coming

function hide() {
  box.hidden = true
  finder?.remove()
  list.textContent = note.textContent = ""
}

/* What is said anew replaces what was said when it is known: nothing flickers. */
const channel = new BroadcastChannel(search)
channel.onmessage = ({ data: { query, names, missing, isFound } }) => {
  if (input.value.trim() !== query) return
  hide()
  if (!names) return one(".md-search-result__meta").textContent = box.dataset.failed
  note.textContent = missing.map(word => note.dataset.text.replace("#", () => word)).join("")
  remember(query)
  if (isFound) return
  box.hidden = false
  finder = template.content.firstChild.cloneNode(true)
  finder.href += `?q=${encodeURIComponent(query)}`
  box.prepend(finder)
  for (const [address, kind, title] of names) {
    const link = added(added(list, "li"), "a")
    link.href = new URL(address, base)
    added(link, "span").textContent = title
    link.append(" ")
    added(link, "small").textContent = kind
  }
}
channel.postMessage("listening")
input.form.addEventListener("reset", hide)
input.addEventListener("input", () => {
  if (input.value.trim()) return
  hide()
  remember("")
})

/* --- the address --------------------------------------------------------------------------------
 * On a page whose list has a `q` of its own, what is searched is kept beside the address. */
const isOwn = one("article form [name=q]") !== null

function remember(query, isNow = false) {
  clearTimeout(coming)
  if (!isNow) return coming = setTimeout(remember, 300, query, true)
  if (isOwn) return history.replaceState({ ...history.state, search: query }, "")
  const address = new URL(location), other = one(".script-switch")
  if (query) address.searchParams.set("q", query)
  else address.searchParams.delete("q")
  if (address.href !== location.href) history.replaceState(history.state, "", address)
  if (other) other.href = other.href.split("?")[0] + address.search
}

toggle.addEventListener("change", () => remember(toggle.checked ? input.value.trim() : "", true))

/* Going back, WebKit fills in what the box held when its page was left: nothing. */
function restore() {
  const query = isOwn ? history.state?.search : new URLSearchParams(location.search).get("q")
  if (!query || input.value) return
  input.value = query
  if (!toggle.checked) toggle.click()
  input.focus()
  input.dispatchEvent(new Event("keyup"))
}
restore()
// What was about to happen when the page was left happens first.
addEventListener("pageshow", () => setTimeout(restore, 300))

/* A result that is opened is told what was searched. Back from it leads to this list: the theme
 * would close it first. */
function follow(event) {
  const link = event.target.closest("a[href]"), query = input.value.trim()
  if (!link || !query) return
  const address = new URL(link.href), clean = link.href
  if (address.pathname === location.pathname) return import("./arrival.js").then(it => it.mark(query))
  event.stopPropagation()
  if (link === finder) return
  remember(query, true)
  address.searchParams.set("h", query)
  link.href = address
  setTimeout(() => { link.href = clean })
}
output.addEventListener("click", follow)
output.addEventListener("auxclick", follow)

/* --- keys ---------------------------------------------------------------------------------------
 * In some browsers Tab passes over links, and the theme would close the list at once; at a key that
 * only changes others it would lead back to the box. */
panel.addEventListener("keydown", event => {
  if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) event.stopPropagation()
  // With Shift it has no name in WebKit on Linux.
  if (event.key !== "Tab" && event.code !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) return
  event.stopPropagation()
  const stops = [input, ...output.querySelectorAll("a[href], details > summary")].filter(it => it.checkVisibility?.() ?? true)
  const at = stops.indexOf(document.activeElement), next = stops[at + (event.shiftKey ? -1 : 1)]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
})
// Who leaves finds the list again on coming back.
panel.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget && !panel.contains(relatedTarget) && toggle.checked) toggle.click()
})
// The theme opens the list a moment after the focus, and misses one that left and came back.
panel.addEventListener("focusin", ({ target }) => {
  if (target === input && input.value.trim()) setTimeout(() => {
    if (document.activeElement === input && !toggle.checked) toggle.click()
  }, 250)
})
