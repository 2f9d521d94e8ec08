/* What every page loads of the search: the theme's protocol (0 set-up, 1 ready, 2 query, 3 result).
 * The engine, and with it the index, comes with the first key. */
"use strict"
self.nothing = { type: 3, data: { items: [] } }
self.addEventListener("message", ({ data: { type, data } }) => {
  if (type === 0) return self.postMessage({ type: 1 })
  if (type !== 2) return
  try {
    if (!self.answer && data.trim()) importScripts("match.js", "engine.js")
    self.answer ? self.answer(data.trim()) : self.postMessage(nothing)
  } catch (error) {
    console.error(error)
    self.postMessage(nothing)
  }
})
