// Which records are left when some things are chosen: several of one kind mean any of them, several kinds mean all.

import { folded } from "../search/words.js";

/** What is chosen: words to be found, and for each way the values. */
export function nothing() {
  return { text: "", values: new Map(), sort: "" };
}

export const isNothing = ({ text, values }) => !text && values.size === 0;

/** Take a value in or out. */
export function changed(chosen, way, value, isIn) {
  const values = new Map(chosen.values);
  const those = new Set(values.get(way));
  if (isIn) those.add(value);
  else those.delete(value);
  if (those.size) values.set(way, those);
  else values.delete(way);
  return { ...chosen, values };
}

/** The items that are left, and for each way how many each of its values would leave beside what is chosen elsewhere. */
export function narrowed(items, chosen, ways) {
  const words = folded(chosen.text).split(/\s+/).filter(Boolean);
  const counts = new Map(ways.map((way) => [way, new Map()]));
  const left = [];
  for (const item of items) {
    if (words.length && !words.every((word) => item.text.includes(word))) continue;
    let lacking = null;
    let number = 0;
    for (const [way, those] of chosen.values) {
      if (item.values(way).some((value) => those.has(value))) continue;
      lacking = way;
      number += 1;
      if (number > 1) break;
    }
    if (number > 1) continue;
    if (number === 0) left.push(item);
    for (const way of number ? [lacking] : ways) {
      const of = counts.get(way);
      for (const value of item.values(way)) of.set(value, (of.get(value) ?? 0) + 1);
    }
  }
  return { left, counts };
}

/** What an address asks for. `known` has the values of each way; what is not among them is given back as unknown. */
export function fromAddress(address, known) {
  const asked = address.searchParams;
  const unknown = [];
  let chosen = { ...nothing(), text: asked.get("q") ?? "", sort: asked.get("sort") ?? "" };
  for (const [way, values] of known) {
    for (const value of asked.getAll(way)) {
      if (values.has(value)) chosen = changed(chosen, way, value, true);
      else unknown.push(value);
    }
  }
  return { chosen, unknown };
}

/** The address of what is chosen. */
export function toAddress(address, chosen, ways) {
  const to = new URL(address);
  for (const way of [...ways, "q", "sort"]) to.searchParams.delete(way);
  if (chosen.text) to.searchParams.set("q", chosen.text);
  for (const way of ways) for (const value of chosen.values.get(way) ?? []) to.searchParams.append(way, value);
  if (chosen.sort) to.searchParams.set("sort", chosen.sort);
  return to;
}

/** The items by a column, up or down: '2' and '-2' are the third. */
export function inOrder(items, sort) {
  if (!sort) return items;
  const column = Math.abs(Number(sort));
  const way = sort.startsWith("-") ? -1 : 1;
  const { compare } = new Intl.Collator("en", { numeric: true });
  return [...items].sort((one, other) => way * compare(one.cells[column] ?? "", other.cells[column] ?? ""));
}

/** Lines of comma-separated values. A cell that a spreadsheet would run as a formula is kept from that. */
export function csv(lines) {
  const cell = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\ufeff${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}
