/* The theme's protocol (0 set-up, 1 ready, 2 query, 3 result); the engine comes with the first key. */
"use strict"
let turn = 0
self.addEventListener("message", async ({ data: { type, data } }) => {
  if (type === 0) return self.postMessage({ type: 1 })
  if (type !== 2) return
  const own = ++turn
  try {
    if (data.trim()) await import("./engine.js")
    if (own !== turn) return
    if (self.answer) return self.answer(data.trim())
  } catch (error) {
    console.error(error)
  }
  self.postMessage({ type: 3, data: { items: [] } })
})
