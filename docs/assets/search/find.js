// From what is typed to records in order.

import { knownOf, table } from "./beside.js";
import { all, Unreachable } from "./fetched.js";
import { close, entries, narrowed, open } from "./index.js";
import { gather, score } from "./rank.js";
import { typedWords, understand } from "./query.js";

/** So many batches are read before the first results are shown, and so many in all: of one review, every one that fits. */
const AT_ONCE = 6;
const AT_MOST = 36;
/** What answers less than this share as well as the best does is left out. */
const WORTH_SHOWING = 0.08;

/**
 * Search. `kind` and `review` narrow it down; `first` is called with what the first batches hold, before the rest is read.
 * Gives the results in order, the words that were mended, whether common words are all there is, and whether there is more.
 */
export async function find(text, choice = {}) {
  try {
    return await answer(text, choice);
  } catch (error) {
    if (error instanceof Unreachable) await close();
    throw error;
  }
}

async function answer(text, { kind, review, first = () => {} }) {
  const [known] = await all([table(), open(), knownOf(typedWords(text))]);
  const within = await narrowed({ kind, review });
  const look = async (typed, unfit) => begun(await understand(typed, within, unfit), known.entries);
  let looked = await look(text);
  const unfit = doubtful(looked);
  if (unfit.size) looked = await look(text, unfit);
  const { mended } = looked.asked;
  if (mended.length) {
    const meant = looked.asked.tokens.map(({ word }) => mended.find(({ typed }) => typed === word)?.meant ?? word);
    looked = await look(meant.join(" "));
  }
  const { asked, held, answers } = looked;
  const told = (whole) => ({
    results: inOrder(answers),
    words: asked.tokens.filter(({ common }) => !common).map(({ word }) => word),
    mended,
    allCommon: asked.allCommon,
    whole: whole && held.length <= AT_MOST,
  });
  if (held.length > AT_ONCE) {
    first(told(false));
    await read(held.slice(AT_ONCE, AT_MOST), asked, answers);
  }
  return told(true);
}

/** What was understood, with what the first batches hold of it. */
async function begun(asked, total) {
  const held = gather(asked, total);
  const answers = [];
  await read(held.slice(0, AT_ONCE), asked, answers);
  return { asked, held, answers };
}

/** The words of which no form stands where the index said: it gives what only begins alike where nothing else is there. */
function doubtful({ asked, held }) {
  const seen = new Set(held.slice(0, AT_ONCE).flatMap(({ words }) => words.filter(({ way }) => !way.form).map(({ n }) => n)));
  return new Set([...seen].filter((n) => !asked.tokens[n].fits).map((n) => asked.tokens[n].word));
}

function inOrder(answers) {
  answers.sort((one, other) => other.points - one.points);
  return answers.filter(({ points }) => points >= answers[0].points * WORTH_SHOWING);
}

/** Read some batches, and add what answers. */
async function read(batches, asked, answers) {
  const those = await all(batches.map(async (batch) => (await entries(batch.found)).map((entry) => score(entry, batch, asked))));
  answers.push(...those.flat().filter(Boolean));
}
