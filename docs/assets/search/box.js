/* Nothing found: the nearest names, sent beside the empty result. */
"use strict"
{
  const one = selector => document.querySelector(selector)
  const config = JSON.parse(one("#__config").textContent)
  const input = one(".md-search__input"), box = one(".search-nearest")
  const [template, list] = box.children
  let finder
  const hide = () => {
    box.hidden = true
    finder?.remove()
    list.textContent = ""
  }
  const base = new URL(config.base, location)
  input.form.addEventListener("reset", hide)
  input.addEventListener("input", () => {
    hide()
    // The theme listens to keys alone: what is pasted or dictated would be left without an answer.
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  })
  new BroadcastChannel(new URL(config.search, location).href).onmessage = ({ data }) => {
    if (input.value.trim() !== data.query) return
    hide()
    box.hidden = false
    finder = template.content.children[0].cloneNode(true)
    finder.href += `?q=${encodeURIComponent(data.query)}`
    box.prepend(finder)
    for (const [address, kind, title] of data.names) {
      const link = document.createElement("a")
      const label = document.createElement("span"), small = document.createElement("small")
      label.textContent = title
      small.textContent = kind
      link.href = new URL(address, base)
      link.append(label, " ", small)
      list.appendChild(document.createElement("li")).append(link)
    }
  }
}
