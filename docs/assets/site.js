// What a script adds to pages that are whole without it: the way out, narrowing tables down, and the row of links on a phone.

const LEAVING = "leaving for ";
const PRESSES = 3;
const WITHIN = 5000;

/** Show nothing more of this page, and go on to another that takes its place. */
function leave(address) {
  document.title = "";
  document.body.replaceChildren();
  const first = window.navigation?.entries()[0];
  if (!first || first.id === window.navigation.currentEntry.id) {
    window.location.replace(address);
    return;
  }
  // Where the browser knows the tab's steps, the first of this site is the one to replace: then no step back shows it.
  window.name = LEAVING + address;
  window.navigation.traverseTo(first.key).finished.then(goOn, () => window.location.replace(address));
}

/** On the step to which `leave` went back: go on at once. */
function goOn() {
  if (!window.name.startsWith(LEAVING)) return;
  const address = window.name.slice(LEAVING.length);
  window.name = "";
  document.body.replaceChildren();
  window.location.replace(address);
}

/** The way out: by its link, or by Shift alone three times within five seconds, which is said aloud on the way. */
function exit(link) {
  const said = document.querySelector(".exit-said");
  let presses = 0;
  let alone = false;
  let timer;

  function forget() {
    presses = 0;
    said.textContent = "";
  }

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave(link.href);
  });
  // Shift with Tab goes back a step, and Shift with a click opens a window: neither counts.
  document.addEventListener("keydown", ({ key }) => (alone = key === "Shift"));
  document.addEventListener("pointerdown", () => (alone = false));
  document.addEventListener("keyup", (event) => {
    clearTimeout(timer);
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "Shift" || !alone || typing) {
      forget();
      return;
    }
    presses += 1;
    const left = PRESSES - presses;
    said.textContent = left ? `Press Shift ${left === 1 ? "once" : "twice"} more to exit this page.` : "Leaving this page.";
    if (left) timer = setTimeout(forget, WITHIN);
    else leave(link.href);
  });
}

/** Open all records of a list, or close them. */
function openAll(button) {
  const records = [...document.querySelectorAll("details.record")];
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-pressed") !== "true";
    for (const record of records) record.open = open;
    button.setAttribute("aria-pressed", String(open));
  });
}

/** Where the address leads on this page; `:target` matches it only once the page has been laid out. */
function addressed() {
  return document.getElementById(window.location.hash.slice(1));
}

/** Open the record to which the address leads, and bring it into view. */
function openTarget() {
  const target = addressed();
  const closed = target?.closest("details:not([open])");
  if (!closed) return;
  closed.open = true;
  target.scrollIntoView();
}

/** On paper everything that is shown is open; afterwards as it was before. */
function openOnPaper() {
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open], .way)")];
    for (const each of opened) each.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });
}

/** Copies words and says so on a button; where the browser refuses, it says that, and the words are selected to be copied. */
async function copy(button, words, shown) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(words);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Not copied: it is selected";
    getSelection().selectAllChildren(shown());
  }
  setTimeout(() => (button.textContent = before), 4000);
}

/** An address behind its link, in letters. */
function spelled(link) {
  const there = link.parentElement.querySelector("code.permalink__address");
  if (there) return there;
  const address = Object.assign(document.createElement("code"), { className: "permalink__address", textContent: link.href });
  link.parentElement.append(" ", address);
  return address;
}

/** A record's address in one step: copied, or followed where nothing can be copied. */
function copyLink(link) {
  link.textContent = "Copy link";
  link.addEventListener("click", async (event) => {
    if (!navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await copy(link, link.href, () => spelled(link));
  });
  if (link.hash) link.setAttribute("aria-describedby", link.hash.slice(1));
}

/** The day, in words. */
function today() {
  return new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

/** What a citation says, in a sentence, as BibTeX and as RIS. */
function citations(document_, cited, address) {
  const { publisher, published, year, title, site } = document_;
  const now = new Date();
  const iso = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
  const note = `${cited ? `${cited[0].toUpperCase()}${cited.slice(1)}. ` : ""}Restated by ${site}`;
  const plain = (text) => text.replace(/[{}\\]/g, "");
  const key = new URL(address).pathname.split("/").filter(Boolean).concat(new URL(address).hash.slice(1) || []).join("-");
  return {
    words: `${publisher} (${published}), ${title}${cited ? `: ${cited}` : ""}. Restated by ${site}, ${address} (accessed ${today()})`,
    bibtex: [
      `@techreport{${key},`,
      `  title = {{${plain(title)}}},`,
      `  institution = {${plain(publisher)}},`,
      `  year = {${year}},`,
      `  note = {${plain(note)}},`,
      `  url = {${address}},`,
      `  urldate = {${iso}}`,
      "}",
    ].join("\n"),
    ris: ["TY  - RPRT", `TI  - ${title}`, `PB  - ${publisher}`, `PY  - ${year}`, `N1  - ${note}`, `UR  - ${address}`, `Y2  - ${iso}`, "ER  - "].join("\n"),
  };
}

/** One box for all records: the address, and what cites the record, to copy. */
function cite(box) {
  const part = (name) => box.querySelector(`[data-${name}]`);

  function open(link) {
    part("address").textContent = link.href;
    for (const [name, text] of Object.entries(citations(box.dataset, link.dataset.cited, link.href))) part(name).textContent = text;
    for (const button of box.querySelectorAll("[data-copy]")) button.hidden = !navigator.clipboard;
    box.showModal();
  }

  box.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const words = part(button.dataset.copy);
    await copy(button, words.textContent, () => words);
  });
  for (const link of document.querySelectorAll("a[data-cited]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Cite";
    button.addEventListener("click", () => open(link));
    button.setAttribute("aria-haspopup", "dialog");
    link.after(" ", button);
    copyLink(link);
  }
}

/** Bring the present page into view in a row that scrolls. */
function reveal(row) {
  const present = row.querySelector("[aria-current]");
  if (present) row.scrollLeft = present.offsetLeft - row.clientWidth / 2 + present.offsetWidth / 2;
}

/** On paper: the address of the page and the day of printing, at the foot of each sheet. */
function foot() {
  const sheet = new CSSStyleSheet();
  const words = JSON.stringify(`${window.location.href} – printed ${today()}`);
  sheet.replaceSync(`@page { @bottom-left { content: ${words}; font: 8pt Georgia, serif; } }`);
  document.adoptedStyleSheets = [sheet];
}
window.addEventListener("beforeprint", foot);

/** The search opens over the page; it is loaded when somebody asks for it, and without it the link leads to its page. */
function search(link) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openSearch(link.href);
  });
}

/** Open the search, or go to its page where it cannot be loaded. */
async function openSearch(address) {
  try {
    // All at once: the index, and what stands beside it, while the box is on its way.
    for (const part of ["fetched", "find", "query", "rank", "results", "words", "../../pagefind/pagefind"]) {
      import(`./search/${part}.js`).catch(() => {});
    }
    import("./search/index.js").then(({ open }) => open()).catch(() => {});
    import("./search/beside.js").then(({ table }) => table()).catch(() => {});
    const { openDialog } = await import("./search/box.js");
    openDialog();
  } catch {
    window.location.assign(address);
  }
}

goOn();
window.addEventListener("pageshow", goOn);
document.querySelectorAll("[data-exit]").forEach(exit);
document.querySelectorAll("dialog.cite").forEach(cite);
document.querySelectorAll("[data-search]").forEach(search);
document.addEventListener("keydown", (event) => {
  if (event.key !== "k" || !(event.ctrlKey || event.metaKey) || !document.querySelector("dialog.search")) return;
  event.preventDefault();
  openSearch(document.querySelector("[data-search]").href);
});
// Where a part cannot be loaded, or the reader has gone on, the page is what it is without a script.
if (document.querySelector(".search--alone")) import("./search/box.js").then(({ openPage }) => openPage(), () => {});
const forms = document.querySelectorAll("[data-filters]");
const hide = () => forms.forEach((form) => (form.hidden = true));
if (forms.length) import("./narrow/form.js").then(({ narrow }) => forms.forEach(narrow), hide);
document.querySelectorAll("[data-open-all]").forEach(openAll);
window.addEventListener("hashchange", openTarget);
openTarget();
openOnPaper();
document.querySelectorAll(".review-nav ul").forEach(reveal);

// A table that does not scroll is no stop for the keyboard.
for (const region of document.querySelectorAll(".table__scroll")) {
  if (region.scrollWidth <= region.clientWidth) region.removeAttribute("tabindex");
}

// Rows shown as blocks on a phone lose their roles; give tables and their parts the roles back.
const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
for (const part of document.querySelectorAll(".table :is(table, thead, tbody, tr, td, th)")) {
  part.setAttribute("role", roles[part.tagName] ?? (part.scope === "row" ? "rowheader" : "columnheader"));
}
