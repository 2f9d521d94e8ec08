/* The groups of a list: each has a heading, which folds the rows below it, with their number. */
import { lists } from "../tables.js"
import { one } from "./page.js"

export class Groups {
  constructor(table) {
    this.table = table
    this.groups = [...table.tBodies].filter(body => one(".part", body)).map(body => ({
      head: one(".part", body),
      fold: one("details", body),
      name: one("summary", body).firstChild.textContent.trim(),
      remark: one("summary .quiet", body)?.textContent ?? "",
      count: one(".facet__count", body),
      below: [...body.rows].slice(1),
    }))
    // Heads the rows that stand apart: of what they do not say.
    this.apart = document.createElement("tbody")
    this.apartHead = this.apart.insertRow().appendChild(document.createElement("th"))
    this.apartHead.parentElement.className = "part"
    this.apartHead.colSpan = table.tHead.rows[0].cells.length
    this.apartHead.scope = "rowgroup"
  }

  /* Groups whose rows are all hidden, or in another order, have no heading; what stands apart is last.
   * `counted` says a name with a number. */
  arrange(apart, apartName, isSorted, counted) {
    if (this.apart.isConnected) {
      this.apart.remove()
      lists.get(this.table).sort()
    }
    if (apart.length) {
      this.apartHead.textContent = apartName
      this.apart.replaceChildren(this.apartHead.parentElement, ...apart)
      this.table.append(this.apart)
    }
    this.table.classList.toggle("records--sorted", isSorted)
    const away = new Set(apart)
    for (const { head, fold, name, remark, count, below } of this.groups) {
      const number = below.filter(row => !row.hidden && !away.has(row)).length
      count.textContent = number
      one("summary", fold).setAttribute("aria-label", counted(name, number) + remark)
      head.hidden = isSorted || !number
    }
  }

  /* Folds all or none; what a reader opens or shuts meanwhile stays so. */
  fold(isFolded) {
    if (this.isFolded === isFolded) return
    this.isFolded = isFolded
    for (const { fold } of this.groups) fold.open = !isFolded
  }
}
