/* The keys that work here, in a window of their own: what the accessibility statement says of them. */
"use strict"

const home = document.querySelector(".md-logo").href
const dialog = document.createElement("dialog")
const added = (name, text, parent = dialog) => Object.assign(parent.appendChild(document.createElement(name)), { textContent: text })

/* `close` is what the button that shuts it is called. */
export async function show(close) {
  if (!dialog.isConnected) await fill(close)
  if (!dialog.open) dialog.showModal()
}

async function fill(close) {
  const response = await fetch(new URL("accessibility/", home))
  const page = new DOMParser().parseFromString(await response.text(), "text/html")
  const heading = page.getElementById("keyboard")
  heading.querySelector("a").remove()
  dialog.className = "keys md-typeset"
  dialog.setAttribute("aria-label", heading.textContent)
  added("h2", heading.textContent)
  const list = added("dl", "")
  for (let it = heading.nextElementSibling; it.matches("p"); it = it.nextElementSibling) {
    const [keys, ...what] = it.textContent.split("：")
    added("dt", keys, list)
    added("dd", what.join("："), list)
  }
  const button = added("button", close)
  button.className = "md-button"
  button.addEventListener("click", () => dialog.close())
  dialog.addEventListener("click", ({ target }) => { if (target === dialog) dialog.close() })
  document.body.append(dialog)
}
