{#- One file for the pages of both variants; assets/start.js of the site. -#}
{% macro parts(words) -%}
{%- set palette %}{% include "partials/palette.html" %}{% endset -%}
{%- set menu %}{% include "partials/nav.html" %}{% endset -%}
{%- set search %}{% include "partials/search.html" %}{% endset -%}
{% set result = "theme.search.result." %}
{{- {
  "palette": palette | unpadded,
  "menu": menu | unpadded,
  "search": search | unpadded,
  "top": words["theme.top"] | e,
  "copy": words["cite-copy"],
  "copied": words["cite-copied"],
  "notCopied": words["cite-not-copied"],
  "close": words["close"],
  "translations": {
    "search.result.placeholder": words[result ~ "placeholder"],
    "search.result.none": words[result ~ "none"],
    "search.result.one": words[result ~ "one"],
    "search.result.other": words[result ~ "other"],
    "search.result.more.one": words[result ~ "more.one"],
    "search.result.more.other": words[result ~ "more.other"],
    "search.result.term.missing": words[result ~ "term.missing"]
  }
} | tojson -}}
{%- endmacro -%}
/* What a page has only for those who run scripts, put there before the theme's own script runs:
 * the menu of small screens, the colours, the search box. They are not in each page: there are thousands. */
"use strict"
{
  const parts = {
    "{{ hant_words["lang"] }}": {{ parts(hant_words) }},
    "{{ hans_words["lang"] }}": {{ parts(hans_words) }},
  }[document.documentElement.lang]
  const one = (selector, root = document) => root.querySelector(selector)
  const put = (selector, where, text) => one(selector).insertAdjacentHTML(where, text)
  const own = document.currentScript, base = new URL("..", own.src), home = one(".md-logo").href

  put("body", "afterbegin", ["drawer", "search"].map(name =>
    `<input class="md-toggle" data-md-toggle="${name}" type="checkbox" id="__${name}" autocomplete="off">`
  ).join("") + '<label class="md-overlay" for="__drawer"></label>')
  put(".md-header__option", "afterbegin", parts.palette)
  put(".md-search", "afterbegin", parts.search)
  put(".md-main__inner", "afterbegin", parts.menu)
  put(".md-main", "beforeend", `<button type="button" class="md-top md-icon" data-md-component="top" hidden>${parts.top}</button>`)
  put("body", "beforeend", '<div class="md-dialog" data-md-component="dialog"><div class="md-dialog__inner md-typeset"></div></div>')

  /* Colours: the first script of the page has read which to show. What is kept is what was chosen, so
   * that who chose nothing follows the system. */
  const options = [...document.querySelectorAll(".md-option")], body = document.body
  const key = `${base.pathname}.__palette`
  const show = scheme => {
    body.dataset.mdColorScheme = scheme
    for (const it of options) {
      it.checked = it.value === scheme
      it.nextElementSibling.hidden = !it.checked
    }
  }
  const kept = () => { try { return localStorage.getItem(key) } catch { return null } }
  show(body.dataset.mdColorScheme)
  for (const it of options) it.addEventListener("change", () => {
    show(it.value)
    try { localStorage.setItem(key, JSON.stringify({ color: { scheme: it.value } })) } catch { /* not kept, then */ }
  })
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
    if (!kept()) show(matches ? "slate" : "default")
  })

  one(".search-nearest template").content.firstChild.href = new URL("datasets/", home)
  const menu = one(".md-sidebar--primary"), list = one("ul", menu)
  one(".md-logo", menu).href = home
  for (const tab of document.querySelectorAll(".md-tabs__link")) {
    const item = list.appendChild(document.createElement("li")), link = tab.cloneNode(true)
    item.className = "md-nav__item"
    link.className = tab.closest(".md-tabs__item--active") ? "md-nav__link md-nav__link--active" : "md-nav__link"
    item.append(link)
  }
  // The theme shows the page's own title in place of the site's once it is out of sight.
  const topic = one(".md-header__topic"), title = one("h1")
  topic.after(topic.cloneNode(true))
  topic.nextSibling.dataset.mdComponent = "header-topic"
  topic.nextSibling.firstChild.textContent = title ? title.textContent : document.title

  // What the theme's script asks the page for.
  const config = document.body.appendChild(document.createElement("script"))
  config.type = "application/json"
  config.id = "__config"
  config.textContent = JSON.stringify({
    base: base.href,
    features: [],
    translations: parts.translations,
    search: new URL(`assets/search/worker.js?${document.documentElement.lang.slice(0, 7)}`, base).href,
  })

  const asked = (name, type = "") => {
    const script = document.createElement("script")
    Object.assign(script, { src: new URL(name, base), type, async: false })
    return document.head.appendChild(script)
  }
  const then = () => { if (own.dataset.then) asked(`assets/${own.dataset.then}.js`, "module") }
  // What sorts or filters the page's list waits until the list can be read; but not when the address
  // says of which rows.
  if (location.search) then()
  const follow = () => {
    if (one(".chart__files")) asked("assets/chart.js", "module")
    if (!location.search) then()
  }
  if (PerformanceObserver.supportedEntryTypes.includes("paint")) {
    new PerformanceObserver((list, it) => {
      if (!list.getEntriesByName("first-contentful-paint").length) return
      it.disconnect()
      follow()
    }).observe({ type: "paint", buffered: true })
  } else follow()

  // The theme's script, the largest part of a page, and that of the search wait for whoever does more than
  // look, or whose address has a question. So do the explanations of names.
  const signs = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin"]
  const act = () => {
    for (const it of signs) removeEventListener(it, act, true)
    const theme = asked("{{ bundle }}")
    asked("assets/search/box.js")
    // It opens its own search box for an address with a `q`; the finder's has one of another meaning.
    if (!one(".finder__form")) return
    const query = URLSearchParams.prototype, has = query.has
    query.has = function (name, ...value) { return name !== "q" && has.call(this, name, ...value) }
    theme.onload = theme.onerror = () => { query.has = has }
  }
  for (const it of signs) addEventListener(it, act, { capture: true, passive: true })
  if (location.search) act()
  // A module runs once, however often it is asked for.
  for (const it of ["pointermove", "keydown"]) addEventListener(it, () => asked("assets/explanations.js", "module"), { once: true })

  // The theme's keys that lead to the search box, before its script has come and in narrow windows,
  // where it would not open the box; and the key that tells of all keys.
  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !["/", "f", "s", "?"].includes(event.key)) return
    if (event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea")) return
    event.preventDefault()
    if (event.key === "?") return import(new URL("assets/keyboard.js", base)).then(it => it.show(parts.close))
    if (!one("#__search").checked) one("#__search").click()
    one(".md-search__input").focus()
  })

  /* What the theme leaves to the mouse: its menu and its search open from a button, Escape and
   * leaving close the menu. And a part that is folded opens for who follows a link into it. */
  const search = one(".md-search")
  const panels = [
    [one(".opens-menu"), menu, one("a", menu)],
    [one(".opens-search"), search, one("input", search)],
  ]
  for (const [button, panel, first] of panels) {
    const toggle = document.getElementById(button.dataset.opens)
    button.addEventListener("click", () => {
      toggle.click()
      if (toggle.checked) first.focus()
    })
    // The theme opens and shuts by the same box.
    toggle.addEventListener("change", () => button.setAttribute("aria-expanded", toggle.checked))
    if (panel === search) one(".search-door")?.addEventListener("click", () => button.click())
    panel.addEventListener("keydown", event => {
      if (event.key !== "Escape" || !toggle.checked) return
      toggle.click()
      event.target.blur()
      button.focus()
    })
  }
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    const drawer = one("#__drawer")
    if (relatedTarget && !menu.contains(relatedTarget) && drawer.checked) drawer.click()
  })

  /* Browsers open what is folded around the target of a link; older ones need help. */
  const unfold = () => {
    let target = null
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))) } catch { return }
    const closed = []
    for (let it = target?.closest("details"); it; it = it.parentElement.closest("details")) {
      if (!it.open) closed.push(it)
    }
    for (const it of closed) it.open = true
    if (closed.length) target.scrollIntoView()
  }
  addEventListener("hashchange", unfold)
  unfold()

  /* Suggested citations, of the page and of its tables, to be taken along: a paragraph a line, without the page's own line breaks. */
  for (const citation of document.querySelectorAll(".cite__text, .cite__table")) {
    const button = document.createElement("button"), said = document.createElement("span")
    Object.assign(button, { type: "button", className: "cite__copy", textContent: parts.copy })
    said.setAttribute("role", "status")
    citation.append(button, said)
    button.addEventListener("click", async () => {
      const paragraphs = [...citation.querySelectorAll("p")]
      said.textContent = ""
      try {
        await navigator.clipboard.writeText(paragraphs.map(it => it.textContent.trim()).join("\n"))
        said.textContent = parts.copied
      } catch {
        getSelection().setBaseAndExtent(paragraphs[0], 0, paragraphs.at(-1), paragraphs.at(-1).childNodes.length)
        said.textContent = parts.notCopied
      }
    })
  }

  /* On paper everything stands open. */
  let folded = []
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("article details:not([open])")]
    for (const it of folded) it.open = true
  })
  addEventListener("afterprint", () => { for (const it of folded) it.open = false })
}
