/* What has to be there before the first key: nothing is searched while an input method composes. */
{
  const input = document.querySelector(".md-search__input")
  // The theme hears keys alone.
  const ask = () => input.dispatchEvent(new Event("keyup"))
  const hold = event => {
    if (event.isComposing || event.keyCode === 229) event.stopPropagation()
  }
  input.form.addEventListener("keydown", hold, true)
  input.form.addEventListener("keyup", hold, true)
  input.addEventListener("compositionend", ask)
  input.oninput = ({ isComposing }) => { if (!isComposing) ask() }
  const typing = () => import("./typing.js")
  input.addEventListener("focus", typing, { once: true })
  if (document.activeElement === input || history.state?.search) typing()
  if (new URLSearchParams(location.search).has("h")) import("./arrival.js")
}
