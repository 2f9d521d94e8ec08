/* What is chosen, above the list: each can be taken away. */
import { filled, one } from "./page.js"

const list = one(".finder__chips")
let shown = ""

/* `facet`：`value` */
export const chipName = (facet, value) => filled(list.dataset.chip.replace("@", () => facet), value)

/* Shows `choices`, each {name, remove}. Who took one away is led to the next, or else to `after`. */
export function showChips(choices, after) {
  const names = JSON.stringify(choices.map(it => it.name))
  if (names === shown) return
  shown = names
  const at = [...list.children].indexOf(document.activeElement)
  list.replaceChildren(...choices.map(({ name, remove }) => {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = name
    button.setAttribute("aria-label", filled(list.dataset.remove, name))
    button.addEventListener("click", remove)
    return button
  }))
  list.hidden = !choices.length
  if (at >= 0) (list.children[Math.min(at, choices.length - 1)] ?? after).focus()
}
