/* The 404 page offers to search for the last part of the address that was asked for. */
"use strict"
{
  const one = selector => document.querySelector(selector)
  const last = location.pathname.split("/").filter(Boolean).pop() ?? ""
  let part = last
  try { part = decodeURIComponent(last) } catch { /* not an encoded word: taken as it stands */ }
  const word = part.replace(/\.html?$/, "").replace(/[-_+]+/g, " ").trim().slice(0, 60)
  const button = one(".missing-search button"), input = one(".md-search__input")
  if (word) {
    button.textContent = button.dataset.label.replace("#", () => word)
    button.parentElement.hidden = false
    button.addEventListener("click", () => {
      if (!one("#__search").checked) one("#__search").click()
      input.value = word
      input.focus()
      // The theme listens to keys, not to the box.
      input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
    })
  }
}
