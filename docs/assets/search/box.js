/* Nothing found: the nearest names. Nothing loaded: says so. */
{
  const one = selector => document.querySelector(selector)
  const { base, search } = JSON.parse(one("#__config").textContent)
  const input = one(".md-search__input"), box = one(".search-nearest")
  const [template, list] = box.children
  const added = (parent, name) => parent.appendChild(document.createElement(name))
  let finder
  const hide = () => {
    box.hidden = true
    finder?.remove()
    list.textContent = ""
  }
  input.form.onreset = hide
  input.oninput = () => {
    hide()
    // The theme hears keys alone.
    input.dispatchEvent(new Event("keyup"))
  }
  new BroadcastChannel(search).onmessage = ({ data: { query, names } }) => {
    if (input.value.trim() !== query) return
    if (!names) return one(".md-search-result__meta").textContent = box.dataset.failed
    hide()
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
}
