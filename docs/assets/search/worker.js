/* The theme's protocol (0 set-up, 1 ready, 2 query); the engine comes with the first key, and answers. */
"use strict"
let query
self.onmessage = async ({ data: { type, data } }) => {
  if (type === 0) self.postMessage({ type: 1 })
  if (type !== 2) return
  query = data.trim()
  // The theme asks for nothing at first; the answer might meet a query.
  if (!query && !self.answer) return
  try {
    await import("./engine.js")
    self.answer(query)
  } catch {
    new BroadcastChannel(location).postMessage({ query })
  }
}
