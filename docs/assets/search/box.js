// The box in which one searches: a dialog over any page, or the page of the search.

import { table } from "./beside.js";
import { Unreachable } from "./fetched.js";
import { find } from "./find.js";
import { draw } from "./results.js";

const ROOT = new URL("../../", import.meta.url);
const WAIT = 100;
const IN_DIALOG = 10;
const ON_PAGE = 20;

let box;

/** Open the search over the page. */
export function openDialog() {
  const dialog = document.querySelector("dialog.search");
  if (!dialog) {
    document.querySelector(".search--alone .search__words").focus();
    return;
  }
  box ??= new Box(dialog, IN_DIALOG);
  dialog.showModal();
  box.words.select();
  box.search();
}

/** Begin on the search's own page, with what its address asks for. */
export function openPage() {
  const section = document.querySelector(".search--alone");
  const asked = new URL(window.location.href).searchParams;
  box = new Box(section, ON_PAGE);
  box.words.value = asked.get("q") ?? "";
  box.kind = asked.get("kind") ?? "";
  box.review = asked.get("review") ?? "";
  section.hidden = false;
  document.querySelector(".md-typeset .lead").hidden = true;
  if (!box.words.value) box.words.focus();
  box.search();
}

class Box {
  constructor(element, most) {
    this.element = element;
    this.most = most;
    this.isPage = element.localName !== "dialog";
    this.kind = "";
    this.review = "";
    this.turn = 0;
    for (const name of ["form", "words", "kinds", "review", "mended", "status", "ways", "results", "more", "all"]) {
      this[name === "review" ? "narrowing" : name] = element.querySelector(`.search__${name}`);
    }
    this.listen();
    this.offerReview();
  }

  listen() {
    this.words.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.search(), WAIT);
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.isPage) this.search();
      else if (this.words.value.trim()) window.location.assign(this.address());
    });
    this.form.addEventListener("reset", () => setTimeout(() => this.begin()));
    this.element.querySelector(".search__close")?.addEventListener("click", () => this.element.close());
    this.element.addEventListener("click", ({ target }) => {
      if (target === this.element) this.element.close?.(); // beside the box
      // A link to a record of this page leads away from the box as well.
      if (!this.isPage && target.closest?.(".search__results a, .search__ways a")) this.element.close();
    });
    this.element.addEventListener("keydown", (event) => this.move(event));
    this.kinds.addEventListener("change", ({ target }) => {
      this.kind = target.value;
      this.search();
    });
    this.narrowing.addEventListener("change", ({ target }) => {
      this.review = target.checked ? target.value : "";
      this.search();
    });
    this.more?.addEventListener("click", () => {
      const shown = this.results.childElementCount;
      this.most += ON_PAGE;
      this.show(this.last);
      this.results.children[shown]?.querySelector("a").focus();
    });
  }

  begin() {
    this.kind = "";
    const all = this.kinds.querySelector("input");
    if (all) all.checked = true;
    this.search();
    this.words.focus();
  }

  /** Kinds can be chosen once the words are there that name them: at the first search that reaches the index. */
  async offerKinds() {
    if (this.named) return;
    const { kinds } = await table();
    const template = this.element.querySelector("template.search__kind");
    this.named = kinds;
    const offered = [["", ["", "All"]], ...Object.entries(kinds)];
    this.kinds.replaceChildren(this.kinds.querySelector("legend"));
    for (const [value, [, many]] of offered) {
      const label = template.content.cloneNode(true);
      const radio = label.querySelector("input");
      radio.value = value;
      radio.checked = value === this.kind;
      label.querySelector("span").textContent = many;
      this.kinds.append(label);
    }
  }

  /** On a page of one review of many, one may search that alone. */
  offerReview() {
    const slug = this.element.dataset.review ?? new URL(window.location.href).searchParams.get("review");
    if (!slug) return;
    const input = this.narrowing.querySelector("input");
    this.narrowing.hidden = false;
    this.narrowing.querySelector("span").textContent = `Only in ${this.element.dataset.said ?? slug}`;
    input.value = slug;
    input.checked = !this.element.dataset.review;
  }

  /** The address at which these results stand. */
  address() {
    const to = new URL("search/", ROOT);
    for (const [name, value] of [["q", this.words.value.trim()], ["kind", this.kind], ["review", this.review]]) {
      if (value) to.searchParams.set(name, value);
    }
    return to;
  }

  async search() {
    this.turn += 1;
    const turn = this.turn;
    const text = this.words.value.trim();
    if (this.isPage) window.history.replaceState(window.history.state, "", this.address());
    if (!text) {
      this.clear("Type a word, the name of an agency, or a label such as ‘Health 2’.");
      return;
    }
    this.results.setAttribute("aria-busy", "true");
    try {
      await this.offerKinds();
      const filters = { kind: this.kind, review: this.review };
      const first = (told) => turn === this.turn && this.show({ text, ...told });
      const told = await find(text, { ...filters, first });
      const all = this.kind ? await find(text, { review: this.review }) : told;
      if (turn === this.turn) this.show({ text, ...told, counts: counted(all.results), sum: all.results.length, beyond: !all.whole });
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      if (turn === this.turn) this.clear("The search cannot be reached at the moment. These lists lead to everything:", true);
    } finally {
      if (turn === this.turn) this.results.removeAttribute("aria-busy");
    }
  }

  clear(words, ways = false) {
    this.results.replaceChildren();
    this.mended.textContent = "";
    this.status.textContent = words;
    this.ways.hidden = !ways;
    this.kinds.hidden = true;
    for (const each of [this.more, this.all]) if (each) each.hidden = true;
  }

  /** Show what was found: the best, the counts of each kind, and how to go on. */
  show(told) {
    this.last = told;
    const { results, mended, text, counts, whole } = told;
    this.mended.replaceChildren(...(mended.length ? this.corrected(told) : []));
    if (!results.length) {
      this.nothing(told);
      return;
    }
    this.ways.hidden = true;
    const focused = this.results.contains(document.activeElement) ? document.activeElement.href : "";
    this.results.replaceChildren(...results.slice(0, this.most).map((answer) => this.draw(answer)));
    // More may be found while somebody moves through what is there.
    if (focused) ([...this.results.querySelectorAll("a")].find(({ href }) => href === focused) ?? this.words).focus();
    const number = `${results.length}${whole ? "" : " or more"} ${results.length === 1 && whole ? "result" : "results"}`;
    const some = told.words.length > 1 && results.some(({ all }) => !all);
    const both = results.some(({ all }) => all);
    const order = some ? (both ? `First, what has ${told.words.length === 2 ? "both" : "all"} words.` : "None has all of the words; these have some.") : "";
    const lacking = mended.map(({ typed }) => `‘${short(typed)}’`).join(" or ");
    const meant = mended.length ? told.words.join(" ") : text;
    const common = told.allCommon ? "These words stand nearly everywhere. " : "";
    this.status.textContent = `${common}${lacking ? `Nothing has ${lacking}. ` : ""}${number} for ‘${short(meant)}’. ${order}`;
    if (counts) this.count(told);
    if (this.more) this.more.hidden = results.length <= this.most;
    if (this.all) {
      this.all.hidden = false;
      this.all.textContent = results.length === 1 ? "This result as a page" : `All ${number}`;
      this.all.href = this.address();
    }
  }

  draw(answer) {
    const [one, , mark] = this.named?.[answer.entry.kind] ?? [answer.entry.kind, "", ""];
    return draw(this.element.querySelector("template.search__result"), answer, { one, mark, root: ROOT });
  }

  corrected({ mended }) {
    const meant = document.createElement("strong");
    meant.textContent = mended.map((each) => each.meant).join(" ");
    return ["Did you mean ", meant, "?"];
  }

  nothing({ text, counts, sum }) {
    this.results.replaceChildren();
    const elsewhere = this.kind && sum;
    this.status.textContent = elsewhere
      ? `Nothing of this kind for ‘${short(text)}’: choose All to see ${sum} of other kinds.`
      : `Nothing found for ‘${short(text)}’. Try fewer or other words, or look through these lists:`;
    this.ways.hidden = Boolean(elsewhere);
    if (counts) this.count({ counts, sum, beyond: false });
    this.kinds.hidden = !elsewhere;
    for (const each of [this.more, this.all]) if (each) each.hidden = true;
  }

  count({ counts, sum, beyond }) {
    this.kinds.hidden = false;
    for (const label of this.kinds.querySelectorAll("label")) {
      const { value } = label.querySelector("input");
      const number = value ? (counts[value] ?? 0) : sum;
      label.querySelector(".search__count").textContent = `${number}${beyond && number ? "+" : ""}`;
      label.classList.toggle("search__empty", number === 0);
    }
  }

  /** Up and down lead through the results, and back to the words; Escape closes, and does not empty the box first. */
  move(event) {
    if (event.key === "Escape" && !this.isPage) {
      event.preventDefault();
      this.element.close();
    }
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.target.type === "radio") return;
    const stops = [this.words, ...this.results.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }
}

const short = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function counted(results) {
  const counts = {};
  for (const { entry } of results) counts[entry.kind] = (counts[entry.kind] ?? 0) + 1;
  return counts;
}
