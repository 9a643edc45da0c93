// What a reader may mean by what is typed: words, labels of records, and other names of what is in the data.

import { knownOf } from "./beside.js";
import { all, Unreachable } from "./fetched.js";
import { MARK, places } from "./index.js";
import { isCommon, isLight, isQuestion, nearest, quoted, wordsOf } from "./words.js";

const LONGEST_NAME = 7;
const MOST_WORDS = 24;
const MOST_CHARACTERS = 300;

/** Every run of words, the longest first: [from, to). */
function* runs(number, longest) {
  for (let length = Math.min(number, longest); length > 0; length -= 1) {
    for (let from = 0; from + length <= number; from += 1) yield [from, from + length];
  }
}

const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** The labels that a run of words may be: 'health 2', 'Health2', '3 health', 'health two', '¶20'. */
function labels(words) {
  const digits = words.map((word) => (words.length > 1 && NUMBERS.includes(word) ? `${NUMBERS.indexOf(word) + 1}` : word));
  const bare = digits.map((word) => word.replace("¶", "p").replace(/(\d)\.(?=\d)/g, "$1x").replace(/[^a-z0-9]/g, ""));
  const [first, ...others] = bare;
  const found = [];
  if (/\d/.test(bare.join("")) && /[a-z]/.test(bare.join(""))) found.push(bare.join(""));
  if (/^\d+[a-z]?$/.test(first) && others.length && !/\d/.test(others.join(""))) found.push(others.join("") + first);
  return found;
}

/** The words of what is typed, of which no more are looked up than a person types. */
export function typedWords(text) {
  return wordsOf(text.slice(0, MOST_CHARACTERS)).filter((word) => !word.startsWith(MARK)).slice(0, MOST_WORDS);
}

/**
 * What is typed, taken apart and looked up: its words, each with where it stands, its names and its labels. `unfit` has the
 * words of which the index gives only others that begin as they do.
 */
export async function understand(text, within, unfit = new Set()) {
  const words = typedWords(text);
  const known = await knownOf(words);
  const allCommon = words.every(isCommon);
  const says = (word) => !isCommon(word) && !isLight(word) && !known.kind(word);
  const allLight = !words.some(says);
  const tokens = words.map((word) => ({
    word,
    common: isCommon(word) && !allCommon,
    light: !says(word) && !allLight,
    ways: [],
  }));
  const phrases = [];
  for (const [from, to] of runs(tokens.length, LONGEST_NAME)) {
    if (!allCommon && to - from > 1 && isCommon(words[from]) && isCommon(words[to - 1])) continue;
    const run = words.slice(from, to);
    for (const name of known.names(run)) phrases.push({ from, to, typed: run.join(" "), ...name });
  }
  const labelled = await lookUpLabels(words, within);
  const isNamed = (n) => [...phrases, ...labelled].some(({ from, to }) => from <= n && n < to);
  const told = await all([
    ...tokens.map((token, n) => lookUp(token, isNamed(n), known, within, unfit)),
    ...phrases.map((phrase) => lookUpName(phrase, within)),
  ]);
  const kinds = new Set(allLight ? [] : words.map(known.kind).filter(Boolean));
  const asks = isQuestion(words);
  return { tokens, phrases, labelled, kinds, asks, quoted: quoted(text.slice(0, MOST_CHARACTERS)), mended: told.filter(Boolean), allCommon };
}

/** Where a word stands, its other forms, and what it was meant to be if it stands nowhere. */
async function lookUp(token, isNamed, known, within, unfit) {
  if (token.common) return null;
  const word = token.word.replaceAll("-", "");
  const count = known.count(word);
  token.ways.push({ word: token.word, at: unfit.has(token.word) && !count ? [] : await places(token.word, within), stands: count > 0 });
  for (const form of known.forms(token.word)) {
    token.ways.push({ word: form, at: await places(form, within), form: true, stands: true });
  }
  if (token.ways.some(({ at }) => at.length) || !/^[a-z]{3,}/.test(token.word)) return null;
  if (count && !within && !unfit.has(token.word)) throw new Unreachable(`the index lacks '${word}'`);
  const meant = isNamed || count !== undefined ? undefined : nearest(word, await known.alike(word));
  return meant ? { typed: token.word, meant } : null;
}

/** Where a name stands: what carries its code, and its words side by side. */
async function lookUpName(phrase, within) {
  phrase.coded = phrase.code ? await places(phrase.code, within) : [];
  const texts = phrase.names.map(wordsOf).map((words) => words.filter((word) => !isCommon(word) || words.length === 1));
  phrase.texts = await all(
    texts.map((words) => all(words.map(async (word) => ({ word, at: await places(word, within) })))),
  );
  return null;
}

async function lookUpLabels(words, within) {
  const found = [];
  const tried = new Set();
  for (const [from, to] of runs(words.length, 5)) {
    for (const label of labels(words.slice(from, to))) {
      if (tried.has(label)) continue;
      tried.add(label);
      found.push({ from, to, code: MARK + label });
    }
  }
  if (words.length === 1 && /^\d/.test(words[0])) found.push({ from: 0, to: 1, code: `${MARK}n${words[0].replace(/\./g, "x")}` });
  for (const label of found) label.at = await places(label.code, within);
  return found.filter(({ at }) => at.length);
}
