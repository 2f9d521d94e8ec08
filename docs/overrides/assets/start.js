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
  const base = new URL("..", document.currentScript.src), home = one(".md-logo").href

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

  // The theme's script is the largest part of a page: it waits until the page can be read.
  requestAnimationFrame(() => setTimeout(() => {
    for (const name of ["{{ bundle }}", "assets/search/box.js"]) {
      const script = document.createElement("script")
      script.src = new URL(name, base)
      script.async = false
      document.head.append(script)
    }
  }))

  // Until then, the theme's keys that lead to the search box.
  addEventListener("keydown", event => {
    if (document.documentElement.classList.contains("js")) return
    if (event.ctrlKey || event.metaKey || event.altKey || !["/", "f", "s"].includes(event.key)) return
    if (event.target.closest("input, select, textarea")) return
    event.preventDefault()
    one("#__search").checked = true
    one(".md-search__input").focus()
  })
}
