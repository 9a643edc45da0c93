// A result as one reads it: its kind, its heading, the words that fit, and what they stand for.

import { nameKey, wordsOf } from "./words.js";

const WINDOW = 34;

/** A result, drawn from its template. */
export function draw(template, { entry, marks, because }, { one, mark, root }) {
  const drawn = template.content.cloneNode(true);
  const part = (name) => drawn.querySelector(`.search__${name}`);
  const of = part("of");
  of.textContent = one;
  if (mark) of.classList.add(`search__of--${mark}`);
  const link = drawn.querySelector("a");
  link.href = new URL(entry.address, root);
  link.append(...marked(entry, marks, entry.start, entry.headed));
  const note = entry.words.slice(entry.note + 1, entry.text).join(" ");
  part("beside").textContent = [entry.said, note].filter(Boolean).join(" · ");
  part("text").append(...excerpt(entry, marks));
  if (because.length) part("because").textContent = `Matched: ${why(because)}`;
  else part("because").remove();
  return drawn;
}

/** 'Health visitors, for ‘hv’; fracture, arm, for ‘broken arm’'. */
function why(because) {
  const named = new Map();
  for (const { shown, typed } of because) {
    const names = named.get(typed) ?? new Map();
    names.set(nameKey(wordsOf(shown)), shown);
    named.set(typed, names);
  }
  return [...named].map(([typed, names]) => `${[...names.values()].join(", ")}, for ‘${typed}’`).join("; ");
}

/** The stretch of a text that has the most of what was asked for. */
function excerpt(entry, marks) {
  const [from, to] = [entry.text + 1, entry.end];
  const there = [...marks].filter((place) => place >= from && place < to).sort((one, other) => one - other);
  let best = from;
  let most = 0;
  for (const place of there) {
    const start = Math.max(from, place - 6);
    const number = there.filter((other) => other >= start && other < start + WINDOW).length;
    if (number > most) [best, most] = [start, number];
  }
  if (to - from <= WINDOW + 8) best = from;
  const end = to - best <= WINDOW + 8 ? to : best + WINDOW;
  return [...(best > from ? ["… "] : []), ...marked(entry, marks, best, end), ...(end < to ? [" …"] : [])];
}

/** Words from a place to another, those that fit marked; words side by side in one mark. */
function marked(entry, marks, from, to) {
  const drawn = [];
  for (let place = from; place < to; place += 1) {
    const space = place > from ? " " : "";
    const isMarked = marks.has(place);
    const last = drawn.at(-1);
    const word = place === to - 1 && to === entry.headed ? entry.words[place].replace(/\.$/, "") : entry.words[place];
    if (!isMarked) {
      drawn.push(space + word);
      continue;
    }
    const [, before, core, behind] = word.match(/^([^\p{L}\p{N}¶]*)(.*?)([^\p{L}\p{N}]*)$/u);
    if (last instanceof Element && !before) last.append(space + core);
    else {
      const mark = document.createElement("mark");
      mark.append(core);
      drawn.push(space + before, mark);
    }
    if (behind) drawn.push(behind);
  }
  return drawn;
}
