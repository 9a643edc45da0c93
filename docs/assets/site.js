// What a script adds to pages that are whole without it: the way out, narrowing tables down, and the row of links on a phone.

/** Leave at once, and leave no step back to this page. */
function exit(link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    window.location.replace(link.href);
  });
}

/** Show the rows that match every chosen word, say how many, and keep the choice in the address. */
function filter(form) {
  const rows = [...document.querySelectorAll(`#${form.dataset.filters} tbody tr`)];
  const selects = [...form.querySelectorAll("select")];
  const address = new URL(window.location.href);

  function show() {
    let shown = 0;
    for (const row of rows) {
      row.hidden = selects.some(({ name, value }) => value && !row.getAttribute(`data-${name}`).split(" ").includes(value));
      shown += row.hidden ? 0 : 1;
    }
    form.querySelector("output").textContent = `${shown} of ${rows.length} shown`;
    for (const { name, value } of selects) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    address.hash = window.location.hash;
    window.history.replaceState(window.history.state, "", address);
  }

  for (const select of selects) {
    const asked = address.searchParams.get(select.name);
    if ([...select.options].some(({ value }) => value === asked)) select.value = asked;
  }
  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}

/** Bring the present page into view in a row that scrolls. */
function reveal(row) {
  const present = row.querySelector("[aria-current]");
  if (present) row.scrollLeft = present.offsetLeft - row.clientWidth / 2 + present.offsetWidth / 2;
}

/** On paper: the address of the page and the day of printing, at the foot of each sheet. */
function foot() {
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const sheet = new CSSStyleSheet();
  const words = JSON.stringify(`${window.location.href} – printed ${day}`);
  sheet.replaceSync(`@page { @bottom-left { content: ${words}; font: 8pt Georgia, serif; } }`);
  document.adoptedStyleSheets = [sheet];
}
window.addEventListener("beforeprint", foot);

document.querySelectorAll("[data-exit]").forEach(exit);
document.querySelectorAll("[data-filters]").forEach(filter);
document.querySelectorAll(".review-nav ul, .site-nav").forEach(reveal);

// The theme's search box is a dialog without a name.
document.querySelector("[data-md-component=search]")?.setAttribute("aria-label", "Search");

// Rows shown as blocks on a phone lose their roles; give tables and their parts the roles back.
const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
for (const part of document.querySelectorAll(".table :is(table, thead, tbody, tr, td, th)")) {
  part.setAttribute("role", roles[part.tagName] ?? (part.scope === "row" ? "rowheader" : "columnheader"));
}
