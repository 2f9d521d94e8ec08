/* Nothing found: the nearest names, sent beside the empty result. */
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
  const added = (parent, name) => parent.appendChild(document.createElement(name))
  input.form.onreset = hide
  input.oninput = () => {
    hide()
    // The theme hears keys alone.
    input.dispatchEvent(new Event("keyup"))
  }
  new BroadcastChannel(new URL(config.search, location).href).onmessage = ({ data }) => {
    if (input.value.trim() !== data.query) return
    hide()
    box.hidden = false
    finder = template.content.children[0].cloneNode(true)
    finder.href += `?q=${encodeURIComponent(data.query)}`
    box.prepend(finder)
    for (const [address, kind, title] of data.names) {
      const link = added(added(list, "li"), "a")
      link.href = new URL(address, base)
      added(link, "span").textContent = title
      link.append(" ")
      added(link, "small").textContent = kind
    }
  }
}
