/* Texts and amounts that are typed, cut and compared as in the search box; what that needs comes with the
 * first letter. */
import { fetched, once } from "./page.js"

let engine = null, cutting = null, texts = {}

/* With what is searched of the list `name` besides its rows. */
export const loadEngine = once(async name => {
  const file = `${name}.${document.documentElement.lang.slice(0, 7)}.json`
  const [words, more, { Matching }, { Index }] = await Promise.all([
    fetched(new URL("../../search/words.json", import.meta.url)),
    fetched(new URL(`../../search/rows/${file}`, import.meta.url)),
    import("../search/match.js"),
    import("../search/ranking.js"),
  ])
  const matching = new Matching(JSON.parse(words))
  texts = JSON.parse(more)
  engine = () => new Index(matching)
})
export const hasEngine = () => engine !== null

/* An index of rows, after `loadEngine`. */
export function indexOf(rows) {
  const index = engine()
  for (const { row, name, text } of rows) index.add([name, "", "", "", `${text} ${texts[row.dataset.id] ?? ""}`])
  return index
}

/* The rows that hold all of a query; if there is none, those that hold most of it. And what no row holds. */
export function fitting(index, rows, typed) {
  const { hits, query } = index.find(typed)
  const most = Math.max(0, ...hits.map(it => it.coverage))
  const found = new Set(hits.filter(it => it.coverage > most - 0.001).map(it => rows[it.position]))
  return { found, missing: query.missing }
}

export const loadAmounts = once(async () => { cutting = await import("../search/match.js") })
export const hasAmounts = () => cutting !== null

/* The first amount of a text, after `loadAmounts`: 1,000萬, 一千萬 and 10000000 are one. */
export function readAmount(text) {
  let amount = null
  cutting.cut(text.normalize("NFKC").toLowerCase(), key => {
    if (/^#\d+(\.\d+)?$/.test(key)) amount ??= +key.slice(1)
  })
  return amount
}
