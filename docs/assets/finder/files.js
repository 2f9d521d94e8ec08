/* A list as a file: its rows in their order, with the columns and codes of the data files. */
const READ = {
  text: code => code,
  number: Number,
  boolean: code => code === "true",
  list: codes => codes.split(" "),
}

/* What a list's files hold. `columns`: name:attribute:type of each, the last two where they are not the name's and
 * text; `labels`: of attributes that hold codes what these are called, which stands beside them. */
export function columnsOf(columns, labels) {
  const all = columns.split(" ").map(column => {
    const [name, attribute = name, type = "text"] = column.split(":")
    return { name, attribute, type }
  })
  return all.flatMap(column => {
    const called = labels[column.attribute], name = `${column.name}_name`
    const isTold = !called || all.some(it => it.name === name) || Object.entries(called).every(([code, it]) => code === "none" || code === it)
    return isTold ? [column] : [column, { ...column, name, called }]
  })
}

/* An item for each row. */
export function items(rows, columns) {
  return rows.map(row => {
    const link = row.querySelector("th a")
    const item = { id: row.dataset.id, url: link.href, name: link.textContent }
    for (const { name, attribute, type, called } of columns) {
      const code = row.getAttribute(`data-${attribute}`) ?? ""
      if (!code || code === "none") item[name] = type === "list" ? [] : null
      else if (called) item[name] = type === "list" ? code.split(" ").map(it => called[it]) : called[code]
      else item[name] = READ[type](code)
    }
    return item
  })
}

export function csv(items, columns) {
  const names = ["id", "url", "name", ...columns.map(it => it.name)]
  const said = value => Array.isArray(value) ? value.join(";") : String(value ?? "")
  const lines = [names, ...items.map(item => names.map(name => said(item[name])))]
  // What begins like a formula would be run by a spreadsheet, also after a semicolon (exports/csv_tables.py).
  const cell = text => text.replace(/(^|[;\n])(?=[ \u3000'"]*[=+\-@\t\r＝＋－＠])/g, "$1'")
  return "\ufeff" + lines.map(line => line.map(text => `"${cell(text).replaceAll('"', '""')}"`).join(",") + "\r\n").join("")
}

/* With the address that shows the same again. */
export const json = items => JSON.stringify({ url: location.href, items }, null, 1) + "\n"

export function save(name, type, content) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
