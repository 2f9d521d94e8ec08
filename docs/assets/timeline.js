/* Filters the timeline by kind and agency. The state stands in the address, so that it can be
   sent on; without this script the form stays hidden and every entry stands there. */
(() => {
  "use strict";

  const form = document.querySelector("form.filter");
  const events = [...document.querySelectorAll("li[data-kind]")];
  const lists = [...new Set(events.map((event) => event.parentElement))];
  const shown = form.querySelector(".filter__shown");
  const fields = [form.elements.kind, form.elements.agency];

  /** Set the fields as the address has them; what is not among the choices is no filter. */
  function read() {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = asked.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.value = "";
    }
  }

  /** Put the fields into the address, and leave the rest of it alone. */
  function write() {
    const url = new URL(location.href);
    for (const field of fields) {
      if (field.value) url.searchParams.set(field.name, field.value);
      else url.searchParams.delete(field.name);
    }
    history.replaceState(history.state, "", url);
  }

  function matches(event) {
    const [kind, agency] = fields.map((field) => field.value);
    return (!kind || event.dataset.kind === kind) &&
      (!agency || event.dataset.agency.split(" ").includes(agency));
  }

  /** Hide what does not match, and the years of which nothing is left. */
  function apply() {
    const left = new Set();
    for (const event of events) {
      event.hidden = !matches(event);
      if (!event.hidden) left.add(event.id);
    }
    for (const list of lists) {
      const heading = list.previousElementSibling;
      const empty = !list.querySelector("li[data-kind]:not([hidden])");
      list.hidden = heading.hidden = empty;
      for (const link of document.querySelectorAll(`.chips a[href="#${heading.id}"]`)) {
        link.parentElement.hidden = empty;
      }
    }
    for (const mark of document.querySelectorAll(".chart__mark[data-event]")) {
      mark.classList.toggle("chart__mark--out", !left.has(`event-${mark.dataset.event}`));
    }
    shown.textContent = String(left.size);
  }

  form.addEventListener("change", () => { write(); apply(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const field of fields) field.value = "";
    write();
    apply();
  });
  addEventListener("pageshow", () => { read(); apply(); });

  read();
  apply();
  form.hidden = false;
})();
