// From what is typed to records in order.

import { entries, narrowed, open } from "./index.js";
import { gather, score } from "./rank.js";
import { understand } from "./query.js";

const AT_ONCE = 16;
const AT_MOST = 60;
/** What answers less than this share as well as the best does is left out. */
const WORTH_SHOWING = 0.08;

/**
 * Search. `kind` and `review` narrow it down; `first` is called with what the first batches hold, before the rest is read.
 * Gives the results in order, the words that were mended, whether common words are all there is, and whether there is more.
 */
export async function find(text, { kind, review, first = () => {} } = {}) {
  const { words } = await open();
  const within = await narrowed({ kind, review });
  let asked = await understand(text, words, within);
  const { mended } = asked;
  if (mended.length) {
    const meant = asked.tokens.map(({ word }) => mended.find(({ typed }) => typed === word)?.meant ?? word);
    asked = await understand(meant.join(" "), words, within);
  }
  const held = gather(asked, words.entries);
  const found = [];
  const told = (whole) => ({
    results: inOrder(found),
    words: asked.tokens.filter(({ common }) => !common).map(({ word }) => word),
    mended,
    allCommon: asked.allCommon,
    whole: whole && held.length <= AT_MOST,
  });
  await read(held.slice(0, AT_ONCE), asked, found);
  if (held.length > AT_ONCE) {
    first(told(false));
    await read(held.slice(AT_ONCE, AT_MOST), asked, found);
  }
  return told(true);
}

function inOrder(found) {
  found.sort((one, other) => other.points - one.points);
  return found.filter(({ points }) => points >= found[0].points * WORTH_SHOWING);
}

async function read(batches, asked, found) {
  const all = await Promise.all(batches.map(async (batch) => [batch, await entries(batch.found)]));
  for (const [batch, those] of all) {
    for (const entry of those) {
      const answer = score(entry, batch, asked);
      if (answer) found.push(answer);
    }
  }
}
