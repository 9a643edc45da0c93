// What can be narrowed down: records or rows of the page, or rows of a table that goes over many pages.

import { folded } from "../search/words.js";
import { inOrder } from "./choices.js";

/** So many rows of a large table are shown at once; the first of them, which fill a screen, before the others are drawn. */
const AT_ONCE = 50;
const AT_FIRST = 6;
const WAIT = 50;

const words = (element) => element.textContent.replace(/\s+/g, " ").trim();

/** Records or rows that stand on the page: they are hidden and shown, and rows are put in order. */
export class OnPage {
  constructor(selector) {
    this.items = [...document.querySelectorAll(selector)].map((element) => new Shown(element));
    this.body = this.items[0]?.element.closest("tbody");
    this.sort = "";
  }

  headings() {
    if (this.body) return [...this.body.parentElement.tHead.rows[0].cells].map(words);
    return ["Record", "Beside it"];
  }

  show(left, sort) {
    const shown = new Set(left);
    for (const item of this.items) item.element.hidden = !shown.has(item);
    if (this.body && sort !== this.sort) this.body.append(...inOrder(this.items, sort).map(({ element }) => element));
    this.sort = sort;
    for (const group of document.querySelectorAll(".group")) hideIfEmpty(group, group.querySelectorAll(".record"));
    for (const heading of document.querySelectorAll(".stretch__span")) hideIfEmpty(heading, [...recordsUnder(heading)]);
  }
}

/** A heading or a group whose records are all hidden is hidden with them. */
function hideIfEmpty(element, records) {
  element.hidden = records.length > 0 && [...records].every(({ hidden }) => hidden);
}

function* recordsUnder(heading) {
  for (let next = heading.nextElementSibling; next?.matches(".record"); next = next.nextElementSibling) yield next;
}

/** A record or a row of the page. */
class Shown {
  constructor(element) {
    this.element = element;
    this.known = new Map();
    this.text = folded(words(element));
    const parts = element.cells ? [...element.cells] : [element.querySelector("h3, h4"), element.querySelector(".record__beside")];
    this.cells = parts.map((part) => (part ? words(part) : ""));
    const link = element.cells ? element.querySelector("a") : null;
    const id = element.querySelector("h3[id], h4[id]")?.id ?? element.id;
    this.address = link?.href ?? new URL(`#${id}`, window.location.href.split(/[?#]/)[0]).href;
  }

  values(way) {
    if (!this.known.has(way)) this.known.set(way, (this.element.getAttribute(`data-${way}`) ?? "").split(" ").filter(Boolean));
    return this.known.get(way);
  }
}

/** The rows of a table that goes over many pages: read in pieces when somebody narrows them down, and drawn as they are shown. */
export class InPieces {
  constructor(table, rows, pieces) {
    this.body = table.tBodies[0];
    this.pattern = this.body.rows[0];
    this.rows = rows;
    this.pieces = pieces;
    this.most = AT_ONCE;
    this.orders = new Map();
    this.root = new URL("../../", import.meta.url);
  }

  /** All rows. Rejects where one of the pieces cannot be read. */
  async read() {
    const numbers = Array.from({ length: this.pieces }, (_, n) => n + 1);
    const pieces = await Promise.all(
      numbers.map(async (number) => {
        const answer = await fetch(new URL(`${number}.json`, this.rows));
        if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
        return answer.json();
      }),
    );
    this.items = pieces.flat().map((row) => new Drawn(row, this.root));
  }

  headings() {
    return [...this.body.parentElement.tHead.rows[0].cells].map(words);
  }

  show(left, sort) {
    const rows = this.ordered(left, sort).slice(0, this.most);
    const draw = (item) => item.draw(this.pattern);
    this.body.replaceChildren(...rows.slice(0, AT_FIRST).map(draw));
    clearTimeout(this.others);
    this.others = setTimeout(() => this.body.append(...rows.slice(AT_FIRST).map(draw)), WAIT);
  }

  /** All rows are put in order once for each column: that takes longer than all the rest. */
  ordered(left, sort) {
    if (!sort) return left;
    if (!this.orders.has(sort)) this.orders.set(sort, inOrder(this.items, sort));
    const there = new Set(left);
    return this.orders.get(sort).filter((item) => there.has(item));
  }

  more() {
    this.most += AT_ONCE;
  }
}

/** A row that is drawn when it is shown. */
class Drawn {
  constructor({ cells, values }, root) {
    this.row = cells;
    this.known = values;
    this.root = root;
    this.cells = cells.map((items) => items.map((item) => (typeof item === "string" ? item : item[0])).join(", "));
    this.text = folded(this.cells.join(" "));
  }

  get address() {
    return new URL(this.row[0][0][1], this.root).href;
  }

  values(way) {
    return this.known[way] ?? [];
  }

  draw(pattern) {
    this.drawn ??= this.fill(pattern.cloneNode(true));
    return this.drawn;
  }

  fill(row) {
    row.hidden = false;
    this.row.forEach((items, n) => {
      const parts = items.map((item) => {
        if (typeof item === "string") return item;
        const link = document.createElement("a");
        [link.textContent, link.href] = [item[0], new URL(item[1], this.root)];
        return link;
      });
      row.cells[n].replaceChildren(...parts.flatMap((part, number) => (number ? [", ", part] : [part])));
    });
    return row;
  }
}
