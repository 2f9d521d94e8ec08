/* A box in each row of a list that chooses it to be held against others. */
import { filled, one } from "./page.js"

export const MOST = 4

export class Comparing {
  /* `words`: the form's data; `tell` says a text, `changed` is called when a box is. */
  constructor(table, link, words, tell, changed) {
    this.link = link
    this.pattern = link.textContent
    this.ids = []
    this.ticks = [...table.querySelectorAll("tr[data-id]")].map(row => this.add(row, words))
    table.addEventListener("change", ({ target }) => {
      if (target.name !== "ids") return
      if (target.checked && this.ids.length === MOST) {
        target.checked = false
        return tell(words.most)
      }
      this.choose(target.checked ? [...this.ids, target.value] : this.ids.filter(id => id !== target.value))
      changed()
    })
  }

  add(row, words) {
    const label = document.createElement("label"), input = document.createElement("input"), word = document.createElement("span")
    Object.assign(input, { type: "checkbox", name: "ids", value: row.dataset.id })
    input.setAttribute("aria-label", filled(words.compare, one("th a", row).textContent))
    word.textContent = filled(words.compare, "")
    label.className = "finder__pick"
    label.append(input, word)
    const cell = row.cells[row.cells.length - 1]
    cell.append(label)
    cell.classList.remove("empty")
    return input
  }

  /* Chooses those of `ids` that there are. */
  choose(ids) {
    const { link, ticks } = this
    this.ids = ids.filter(id => ticks.some(tick => tick.value === id)).slice(0, MOST)
    for (const tick of ticks) tick.checked = this.ids.includes(tick.value)
    link.textContent = filled(this.pattern, this.ids.length)
    link.href = `${location.pathname}compare/?ids=${this.ids.join(",")}`
    link.hidden = !this.ids.length
  }
}
