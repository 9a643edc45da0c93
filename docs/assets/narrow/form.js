// The form by which a list is narrowed down: choices with their counts, words, order, the address, CSV and paper.

import { changed, csv, fromAddress, inOrder, isNothing, narrowed, nothing, toAddress } from "./choices.js";
import { InPieces, OnPage } from "./lists.js";

const WAIT = 200;

/** Let a form narrow down what it names. */
export async function narrow(form) {
  const list = form.dataset.pieces
    ? new InPieces(form.parentElement.querySelector("table"), new URL(form.dataset.rows, window.location.href), Number(form.dataset.pieces))
    : new OnPage(form.dataset.filters);
  await new Form(form, list).begin();
}

class Form {
  constructor(form, list) {
    this.form = form;
    this.list = list;
    this.words = form.querySelector("[name=q]");
    this.output = form.querySelector("output");
    this.reset = form.querySelector("[type=reset]");
    this.chips = form.querySelector(".filters__chosen");
    this.boxes = [...form.querySelectorAll("[type=checkbox]")].map((box) => ({
      box,
      way: box.name,
      label: box.nextElementSibling.textContent,
      count: box.parentElement.querySelector("i"),
    }));
    this.ways = [...new Set(this.boxes.map(({ way }) => way))];
    this.known = new Map(this.ways.map((way) => [way, new Set(this.boxes.filter((each) => each.way === way).map(({ box }) => box.value))]));
    this.onPaper = document.createElement("p");
    this.onPaper.className = "chosen";
    form.after(this.onPaper);
    this.offerOrder();
    this.listen();
  }

  async begin() {
    const { chosen, unknown } = fromAddress(new URL(window.location.href), this.known);
    this.unknown = unknown;
    // Somebody may have typed before this script was there.
    const typed = this.chosen ? "" : this.words.value.trim();
    await this.show(typed ? { ...chosen, text: typed } : chosen);
    if (typed) this.keep(this.chosen, true);
    this.follow();
  }

  listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", ({ target }) => {
      if (target.type === "checkbox") this.choose(changed(this.chosen, target.name, target.value, target.checked));
    });
    this.words.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.choose({ ...this.chosen, text: this.words.value.trim() }, true), WAIT);
    });
    this.form.addEventListener("reset", (event) => {
      event.preventDefault();
      this.choose({ ...nothing(), sort: this.chosen.sort });
      this.words.focus();
    });
    this.form.querySelector("[data-csv]").addEventListener("click", () => this.download());
    window.addEventListener("popstate", () => this.begin());
    window.addEventListener("hashchange", () => this.follow());
    document.addEventListener("click", ({ target }) => {
      for (const way of this.form.querySelectorAll(".way[open]")) if (!way.contains(target)) way.open = false;
    });
    this.form.addEventListener("keydown", (event) => {
      const way = event.target.closest(".way[open]");
      if (event.key !== "Escape" || !way) return;
      way.open = false;
      way.querySelector("summary").focus();
    });
  }

  /** Take a choice, and keep it in the address. */
  async choose(chosen, typing = false) {
    this.unknown = [];
    await this.show(chosen);
    this.keep(chosen, typing);
  }

  /** Keep a choice in the address: each is a step back, but for words while they are typed. */
  keep(chosen, typing) {
    const to = toAddress(window.location.href, chosen, this.ways);
    if (typing) window.history.replaceState(window.history.state, "", to);
    else window.history.pushState(null, "", to);
  }

  async show(chosen) {
    this.chosen = chosen;
    const inPieces = this.list instanceof InPieces;
    if (inPieces && isNothing(chosen) && !chosen.sort && !this.list.items) {
      this.say(this.strange());
      return;
    }
    if (!(await this.isRead()) || this.chosen !== chosen) return;
    const { left, counts } = narrowed(this.list.items, chosen, this.ways);
    this.left = left;
    this.list.show(left, chosen.sort);
    this.draw(counts);
  }

  /** Whether all are there, of a table that goes over many pages once somebody asks for them. */
  async isRead() {
    if (this.list.items) return true;
    this.say("Reading all of them …");
    try {
      await this.list.read();
    } catch {
      this.say("Not all of them can be read at the moment. The pages below hold them all.");
    }
    return Boolean(this.list.items);
  }

  /** Bring the form into line with what is chosen. */
  draw(counts) {
    const { text, values } = this.chosen;
    if (this.words.value.trim() !== text) this.words.value = text;
    for (const { box, way, count } of this.boxes) {
      const number = counts.get(way).get(box.value) ?? 0;
      box.checked = values.get(way)?.has(box.value) ?? false;
      count.textContent = number;
      box.parentElement.classList.toggle("way__none", number === 0 && !box.checked);
    }
    for (const way of this.form.querySelectorAll(".way")) {
      const shown = way.querySelector("b");
      const those = this.boxes.filter(({ box }) => box.checked && way.contains(box));
      shown.textContent = those.length > 1 ? `${those.length} chosen` : (those[0]?.label ?? shown.dataset.unset);
    }
    const all = this.list.items.length;
    const number = this.left.length;
    const none = number === 0 && all > 0;
    this.reset.hidden = isNothing(this.chosen);
    this.say(`${this.strange()}${none ? `None of ${all}: take something out` : `${number} of ${all}`}`);
    this.drawChips(none);
    this.drawOrder();
    this.drawMore(number);
    const said = this.parts().map(({ words }) => words);
    this.onPaper.textContent = said.length ? `${said.join(", ")} (${number} of ${all})` : "";
  }

  /** What an address asked for that cannot be chosen here. */
  strange() {
    return this.unknown.map((word) => `‘${word}’ is not among the choices. `).join("");
  }

  say(words) {
    this.output.textContent = words;
  }

  /** What is chosen, piece by piece, with what is left if a piece is taken out. */
  parts() {
    const found = this.boxes
      .filter(({ box }) => box.checked)
      .map(({ box, way, label }) => ({ words: `${this.labelOf(box)}: ${label}`, without: changed(this.chosen, way, box.value, false) }));
    if (this.chosen.text) found.push({ words: `with ‘${this.chosen.text}’`, without: { ...this.chosen, text: "" } });
    return found;
  }

  labelOf(box) {
    return box.closest(".way").querySelector("summary span").textContent;
  }

  drawChips(none) {
    const parts = this.parts();
    const template = this.form.querySelector("template");
    this.chips.hidden = parts.length === 0;
    this.chips.replaceChildren(
      ...parts.map(({ words, without }) => {
        const chip = template.content.cloneNode(true);
        const button = chip.querySelector("button");
        chip.querySelector("span").textContent = words;
        if (none) chip.querySelector("i").textContent = `leaves ${narrowed(this.list.items, without, this.ways).left.length}`;
        button.setAttribute("aria-label", `Take out ${words}`);
        button.addEventListener("click", async () => {
          await this.choose(without);
          (this.chips.querySelector("button") ?? this.words).focus();
        });
        return chip;
      }),
    );
  }

  /** The heading of each column puts the rows in order. */
  offerOrder() {
    this.orders = [];
    const heads = this.list.body?.parentElement.tHead?.rows[0].cells ?? [];
    [...heads].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => this.choose({ ...this.chosen, sort: this.chosen.sort === `${column}` ? `-${column}` : `${column}` }));
      this.orders.push(head);
    });
  }

  drawOrder() {
    this.orders.forEach((head, column) => {
      const { sort } = this.chosen;
      if (sort === `${column}` || sort === `-${column}`) head.setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
  }

  /** Of a table that goes over many pages, more rows; and its pages only while nothing is chosen. */
  drawMore(number) {
    if (!(this.list instanceof InPieces)) return;
    const pager = this.form.parentElement.querySelector(".pager");
    if (pager) pager.hidden = true;
    if (!this.moreButton) {
      this.moreButton = document.createElement("button");
      this.moreButton.type = "button";
      this.moreButton.className = "more-rows";
      this.moreButton.textContent = "Show more";
      this.moreButton.addEventListener("click", () => {
        this.list.more();
        this.show(this.chosen);
      });
      this.form.parentElement.append(this.moreButton);
    }
    this.moreButton.hidden = number <= this.list.most;
  }

  /** What is shown, as a file for a spreadsheet. */
  async download() {
    const isNew = !this.list.items;
    if (!(await this.isRead())) return;
    if (isNew) await this.show(this.chosen);
    const lines = inOrder(this.left, this.chosen.sort).map((item) => [...item.cells, item.address]);
    const file = new Blob([csv([[...this.list.headings(), "Address"], ...lines])], { type: "text/csv" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `${window.location.pathname.split("/").filter(Boolean).join("-") || "records"}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  /** A link to a record that is hidden shows all, so that it leads somewhere. */
  async follow() {
    const target = document.getElementById(window.location.hash.slice(1));
    if (!target?.closest("[hidden]")) return;
    await this.choose(nothing());
    target.scrollIntoView();
  }
}
