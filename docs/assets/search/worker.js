/* The theme's protocol (0 set-up, 1 ready, 2 query); the engine comes with the first key, and answers. */
"use strict"
const channel = new BroadcastChannel(location)
let query, told
/* What the page's script is told; it may begin to listen later than this begins to speak. */
self.tell = message => channel.postMessage(told = message)
channel.onmessage = ({ data }) => { if (data === "listening" && told) channel.postMessage(told) }
self.onmessage = async ({ data: { type, data } }) => {
  if (type === 0) self.postMessage({ type: 1 })
  if (type !== 2) return
  query = data.trim()
  told = null
  // The theme asks for nothing at first; the answer might meet a query.
  if (!query && !self.answer) return
  try {
    await import("./engine.js")
    self.answer(query)
  } catch {
    self.tell({ query })
  }
}
