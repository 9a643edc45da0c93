// The index: Pagefind's, a batch of records at a time. Nothing is loaded before it is asked for.

import { BASE, Unreachable } from "./fetched.js";

/** How every unseen word of the index begins; macros/search/codes.py writes them. */
export const MARK = "zq";

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
  const pagefind = await import(new URL("pagefind.js", BASE));
  // A worker would cost 12 kB more, and hides what went wrong.
  await pagefind.options({ basePath: BASE.pathname, baseUrl: "/", noWorker: true });
  await pagefind.init();
  return pagefind;
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
  const pagefind = await open();
  try {
    const { results } = await pagefind.search(word);
    return results.map(({ id, words, data }) => ({ id, at: words, data }));
  } catch (error) {
    throw new Unreachable(error);
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

/** Forget the index after it could not be read: Pagefind keeps what it could not load, and the next search begins anew. */
export async function close() {
  const before = await opened?.catch(() => undefined);
  opened = undefined;
  asked.clear();
  await before?.destroy();
}

/** The entries of a batch: each with its heading, note and text, and where each of them stands among the batch's words. */
export async function entries(found) {
  let data;
  try {
    data = await found.data();
  } catch (error) {
    throw new Unreachable(error);
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
