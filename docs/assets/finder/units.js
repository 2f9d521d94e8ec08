/* The headings over rows that stand by amount: one for each unit, as only what has the same is held against each other. */
export class Units {
  /* `names`: what each unit is called, by its code. */
  constructor(table, names) {
    this.table = table
    this.names = names
    this.heads = []
  }

  /* Heads the rows that can be seen, where they stand, or takes the headings away. */
  arrange(isByAmount) {
    for (const head of this.heads) head.remove()
    this.heads = []
    if (!isByAmount) return
    let unit
    for (const row of this.table.querySelectorAll("tr[data-id]:not([hidden])")) {
      if (row.dataset.unit === unit) continue
      unit = row.dataset.unit
      row.before(this.head(this.names[unit]))
    }
  }

  head(name) {
    const row = document.createElement("tr"), cell = document.createElement("th")
    row.className = "part part--unit"
    cell.colSpan = this.table.tHead.rows[0].cells.length
    cell.textContent = name
    row.append(cell)
    this.heads.push(row)
    return row
  }
}
