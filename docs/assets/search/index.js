// The index: Pagefind's, a batch of records at a time, and the words that stand beside it. Nothing is loaded before it is asked for.

import { namesBy } from "./names.js";

/** How every unseen word of the index begins; macros/search/codes.py writes them. */
export const MARK = "zq";

export class Unreachable extends Error {}

const BASE = new URL("../../pagefind/", import.meta.url);
let opened;

/** Load what every search needs. Rejects with Unreachable where the index is missing or cut off. */
export function open() {
  opened ??= load().catch((error) => {
    opened = undefined;
    throw new Unreachable(error);
  });
  return opened;
}

async function load() {
  fetch(new URL("wasm.en.pagefind", BASE)).catch(() => {}); // Pagefind asks for it only once it has read two other files
  const [pagefind, words] = await Promise.all([import(new URL("pagefind.js", BASE)), json("words.json").then(prepared)]);
  // A worker would cost 12 kB more, and hides what went wrong.
  await pagefind.options({ basePath: BASE.pathname, baseUrl: "/", noWorker: true });
  await pagefind.init();
  return { pagefind, words };
}

/** The names are put in order while the rest is on its way. */
function prepared(words) {
  namesBy(words);
  return words;
}

async function json(path) {
  const answer = await fetch(new URL(path, BASE));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/**
 * The words to which a slip may be mended that begin as this one does, or as its second letter does; each with how often
 * the index should find it.
 */
export async function vocabulary(word) {
  const letters = [...new Set([word[0], word[1]])].filter((letter) => /[a-z]/.test(letter ?? ""));
  const parts = await Promise.all(letters.map((letter) => json(`words/${letter}.json`).catch(() => ({}))));
  return Object.assign({}, ...parts);
}

/** What was asked of Pagefind of late: one search asks for a word several times, and the next for most of the same words. */
const asked = new Map();
const KEPT = 60;

/** Where a word stands: the batches that hold it, each with the word's places in it; `within` those, if given. */
export async function places(word, within) {
  if (!asked.has(word)) {
    if (asked.size > KEPT) asked.clear();
    asked.set(word, everywhere(word));
  }
  const found = await asked.get(word);
  return within ? found.filter(({ id }) => within.has(id)) : found;
}

async function everywhere(word) {
  const { pagefind } = await open();
  try {
    const { results } = await pagefind.search(word);
    return results.map(({ id, words, data }) => ({ id, at: words, data }));
  } catch (error) {
    throw await unreachable(error);
  }
}

/** The batches of a kind, a review, or both: each is known by an unseen word. Null for all. */
export async function narrowed(choice) {
  let within = null;
  for (const [name, value] of Object.entries(choice)) {
    if (!value) continue;
    const found = await places(`"${MARK}${name}${value.replaceAll("-", "zx")}${MARK}"`, within);
    within = new Set(found.map(({ id }) => id));
  }
  return within;
}

/** That the index cannot be read. The next search begins anew, since Pagefind keeps what it could not load. */
export async function unreachable(error) {
  const before = await opened?.catch(() => undefined);
  opened = undefined;
  asked.clear();
  await before?.pagefind.destroy();
  return new Unreachable(error);
}

/** The entries of a batch: each with its heading, note and text, and where each of them stands among the batch's words. */
export async function entries(found) {
  let data;
  try {
    data = await found.data();
  } catch (error) {
    throw await unreachable(error);
  }
  const words = data.content.split(/\s+/);
  const bare = words.map((word) => word.replace(/[.,;]$/, ""));
  const starts = data.anchors.filter(({ element }) => element === "h2").sort((one, other) => one.location - other.location);
  return starts.map((anchor, n) => {
    const start = anchor.location;
    const end = starts[n + 1]?.location ?? words.length;
    const note = bare.indexOf(`${MARK}note`, start);
    const text = bare.indexOf(`${MARK}text`, note);
    return {
      address: data.meta.page.slice(1) + (anchor.id === "top" ? "" : `#${anchor.id}`),
      kind: data.meta.kind,
      said: data.meta.said,
      heading: anchor.text,
      headed: start + anchor.text.split(/\s+/).length,
      words,
      bare,
      start,
      note,
      text,
      end,
    };
  });
}
