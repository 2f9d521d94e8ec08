/* What a body or a term is, beside the first link to it in running text: on hover and focus, and on touch before the
 * link is followed. The words come when the first are asked for. */
"use strict"

const WAIT = 300
const article = document.querySelector("article"), home = document.querySelector(".md-logo").href
const file = new URL(`../search/explanations.${document.documentElement.lang.slice(0, 7)}.json`, import.meta.url)
const box = document.createElement("div"), text = document.createElement("p"), more = document.createElement("a")
const links = new Map()
let coming, wanted, shown, timer, isTouch

const address = link => link.href.slice(home.length).split("?")[0]
/* A link of a list is no word of a sentence. */
const isInText = link => [...link.parentNode.childNodes].some(it => it.nodeType === Node.TEXT_NODE && /\p{L}/u.test(it.data))
for (const link of article.querySelectorAll(":is(p, li, dd, td) a[href]")) {
  const to = address(link)
  if (!link.href.startsWith(home) || !/^(agencies\/[^/]+\/|terminology\/#.+)$/.test(to)) continue
  if (link.closest("nav, .cite") || [...links.values()].includes(to) || !isInText(link)) continue
  links.set(link, to)
  link.classList.add("explained")
}

Object.assign(box, { className: "explanation", hidden: true })
Object.assign(text, { id: "explanation" })
box.append(text, more)
if (links.size) article.after(box)

function hide() {
  clearTimeout(timer)
  shown?.removeAttribute("aria-describedby")
  wanted = shown = null
  box.hidden = true
}

/* Whether there is something to say; then it stands below the link, and inside the window. */
async function show(link) {
  wanted = link
  coming ??= fetch(file).then(it => it.json())
  const words = await coming.catch(() => null), said = words?.items[links.get(link)]
  if (!said || wanted !== link) return Boolean(said)
  hide()
  wanted = shown = link
  const [english, sentence] = said
  text.textContent = sentence
  if (english) {
    const name = document.createElement("span")
    Object.assign(name, { lang: "en", textContent: english })
    text.prepend(name)
  }
  Object.assign(more, { href: link.href, textContent: words.more, hidden: !isTouch })
  box.hidden = false
  link.setAttribute("aria-describedby", text.id)
  const at = link.getClientRects()[0], frame = box.offsetParent.getBoundingClientRect()
  const left = Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 8)
  box.style.left = `${Math.max(left, 8) - frame.left}px`
  box.style.top = `${at.bottom + 4 - frame.top}px`
  return true
}

const soon = act => { clearTimeout(timer); timer = setTimeout(act, WAIT) }
for (const link of links.keys()) {
  link.addEventListener("pointerenter", ({ pointerType }) => { if (pointerType === "mouse") soon(() => show(link)) })
  link.addEventListener("pointerleave", ({ pointerType }) => { if (pointerType === "mouse") soon(hide) })
  link.addEventListener("pointerdown", ({ pointerType }) => { isTouch = pointerType === "touch" })
  link.addEventListener("focus", () => { if (link.matches(":focus-visible")) show(link) })
  link.addEventListener("blur", () => { if (!isTouch) hide() })
  link.addEventListener("click", async event => {
    if (!isTouch || shown === link) return
    event.preventDefault()
    if (!await show(link)) location.assign(link.href)
  })
}
box.addEventListener("pointerenter", () => clearTimeout(timer))
box.addEventListener("pointerleave", ({ pointerType }) => { if (pointerType === "mouse") soon(hide) })
addEventListener("keydown", ({ key }) => {
  isTouch = false
  if (key === "Escape") hide()
})
addEventListener("pointerdown", ({ target }) => { if (!box.contains(target) && !links.has(target)) hide() })
