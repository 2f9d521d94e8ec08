/* What the theme leaves to the mouse: its menu and its search open from a button, Escape and
 * leaving close the menu. And a part that is folded opens for who follows a link into it. */
"use strict"
{
  const one = selector => document.querySelector(selector)
  const menu = one(".md-sidebar--primary"), search = one(".md-search")
  // Nothing to open where start.js has not come.
  const panels = !menu ? [] : [
    [one(".opens-menu"), menu, menu.querySelector("a")],
    [one(".opens-search"), search, search.querySelector("input")],
  ]
  for (const [button, panel, first] of panels) {
    const toggle = document.getElementById(button.dataset.opens)
    button.addEventListener("click", () => {
      toggle.click()
      if (toggle.checked) first.focus()
    })
    // The theme opens and shuts by the same box.
    toggle.addEventListener("change", () => button.setAttribute("aria-expanded", toggle.checked))
    if (panel === search) one(".search-door")?.addEventListener("click", () => button.click())
    panel.addEventListener("keydown", event => {
      if (event.key !== "Escape" || !toggle.checked) return
      if (panel === menu) toggle.click()
      // After the theme, which takes the focus from its own field.
      setTimeout(() => button.focus())
    })
  }
  menu?.addEventListener("focusout", ({ relatedTarget }) => {
    const drawer = one("#__drawer")
    if (relatedTarget && !menu.contains(relatedTarget) && drawer.checked) drawer.click()
  })

  /* Browsers open what is folded around the target of a link; older ones need help. */
  const unfold = () => {
    let target = null
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))) } catch { return }
    const closed = []
    for (let it = target?.closest("details"); it; it = it.parentElement.closest("details")) {
      if (!it.open) closed.push(it)
    }
    for (const it of closed) it.open = true
    if (closed.length) target.scrollIntoView()
  }
  addEventListener("hashchange", unfold)
  unfold()

  /* On paper everything stands open. */
  let folded = []
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("article details:not([open])")]
    for (const it of folded) it.open = true
  })
  addEventListener("afterprint", () => { for (const it of folded) it.open = false })
}
