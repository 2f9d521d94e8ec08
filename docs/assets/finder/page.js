/* What the finder and the comparison read a page and its address with. */
export const one = (selector, root = document) => root.querySelector(selector)

/* `pattern` with its `#` filled in; what is filled in may hold anything. */
export const filled = (pattern, text) => pattern.split("#").join(text)

/* The values of a parameter of an address, each once: they are joined by commas, or it is repeated. */
export const listed = (asked, name) =>
  [...new Set(asked.getAll(name).join(",").toLowerCase().split(",").map(it => it.trim()).filter(Boolean))]

/* Does `work` once; again after a failure. */
export function once(work) {
  let made = null
  return (...asked) => made ??= work(...asked).catch(error => {
    made = null
    throw error
  })
}

export async function fetched(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.text()
}
