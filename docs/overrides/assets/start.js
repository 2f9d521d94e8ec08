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
  put("[data-md-component=palette]", "afterbegin", parts.palette)
  put(".md-search", "afterbegin", parts.search)
  put(".md-main__inner", "afterbegin", parts.menu)
  put(".md-main", "beforeend", `<button type="button" class="md-top md-icon" data-md-component="top" hidden>${parts.top}</button>`)
  put("body", "beforeend", '<div class="md-dialog" data-md-component="dialog"><div class="md-dialog__inner md-typeset"></div></div>')

  one(`.md-option[data-md-color-scheme=${document.body.dataset.mdColorScheme}]`).checked = true
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
  self.__md_scope = base
  self.__md_get = (key, storage = localStorage) => JSON.parse(storage.getItem(`${base.pathname}.${key}`))
  self.__md_set = (key, value, storage = localStorage) => {
    try { storage.setItem(`${base.pathname}.${key}`, JSON.stringify(value)) } catch { /* not kept, then */ }
  }

  // The theme's script is the largest part of a page: it waits until the page can be read.
  requestAnimationFrame(() => setTimeout(() => {
    for (const name of ["{{ bundle }}", "assets/search/box.js"]) {
      const script = document.createElement("script")
      script.src = new URL(name, base)
      script.async = false
      document.head.append(script)
    }
  }))
}
