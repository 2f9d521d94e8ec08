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
    this.apart = []
  }

  /* Groups whose rows are all hidden, or in another order, have no heading; what stands apart is last.
   * `apart`: {name, below} of each group of rows that do not say what is chosen; `counted` says a name with a
   * number. */
  arrange(apart, isSorted, counted) {
    if (this.apart.length) {
      for (const body of this.apart) body.remove()
      lists.get(this.table).sort()
    }
    this.apart = apart.map(({ name, below }) => this.headed(name, below))
    this.table.append(...this.apart)
    this.table.classList.toggle("records--sorted", isSorted)
    const away = new Set(apart.flatMap(it => it.below))
    for (const { head, fold, name, remark, count, below } of this.groups) {
      const number = below.filter(row => !row.hidden && !away.has(row)).length
      count.textContent = number
      one("summary", fold).setAttribute("aria-label", counted(name, number) + remark)
      head.hidden = isSorted || !number
    }
  }

  headed(name, below) {
    const body = document.createElement("tbody"), head = document.createElement("th")
    head.textContent = name
    head.colSpan = this.table.tHead.rows[0].cells.length
    head.scope = "rowgroup"
    const row = body.insertRow()
    row.className = "part"
    row.append(head)
    body.append(...below)
    return body
  }

  /* Folds all or none; what a reader opens or shuts meanwhile stays so. */
  fold(isFolded) {
    if (this.isFolded === isFolded) return
    this.isFolded = isFolded
    for (const { fold } of this.groups) fold.open = !isFolded
  }
}
