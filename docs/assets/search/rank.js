// How well a record answers: rare words weigh more, all of them more than some, a title more than a text.

import { isForm, nameKey, wordsOf } from "./words.js";

const IN_HEADING = 1.7;
const IN_TEXT = 1;
const IN_NOTE = 1;
const BY_CODE = 0.75;
const BY_NAME = 0.9;
const BY_FORM = 0.92;
const AGAIN = 0.12;
/** What a name is worth to that of which it is the whole heading. */
const IS_IT = 2;
/** What a word alone is worth where it was typed as part of a name of several words. */
const OF_NAME = 0.45;
/** How much a word says with which a question is made. */
const LIGHT = 0.3;
/** How much better a record answers whose kind was named: 'recommendations on training'. */
const KIND_ASKED = 1.3;
/** How well an agency, a term or a theme answers a question of what happened. */
const EXPLAINS = 0.85;
const EXPLAINING = new Set(["agency", "term", "theme"]);
/** What two words are worth that stand side by side as they were typed. */
const SIDE_BY_SIDE = 0.18;
/** How well an entry answers that lacks a stretch that was typed between quotation marks. */
const UNQUOTED = 0.4;
const LABELLED = 6;
const LABELLED_BY_NUMBER = 4;
/** A label that every list has: 'recommendation 2'. */
const OF_ANY_LIST = /^zq(n|r|rec|recommendation)\d/;
const KINDS = { recommendation: 1.08, finding: 1.06, agency: 1.02, term: 1.02, tension: 0.95, review: 0.95, paragraph: 0.9, page: 0.85 };

/** For each batch that holds anything of what was asked: what it holds, and how well it could answer at best. */
export function gather(asked, total) {
  const batches = new Map();
  const batch = (found) => {
    if (!batches.has(found.id)) batches.set(found.id, { found, words: [], names: [], labels: [], best: 0 });
    return batches.get(found.id);
  };
  asked.tokens.forEach((token, n) => {
    const seen = new Set();
    for (const way of token.ways) {
      for (const found of way.at) {
        batch(found).words.push({ n, way, at: found.at });
        seen.add(found);
      }
    }
    token.found = sum([...seen].map(({ at }) => at.length));
  });
  for (const phrase of asked.phrases) {
    for (const found of phrase.coded) batch(found).names.push({ phrase, at: found.at, coded: true });
    phrase.texts.forEach((words) => {
      const [first, ...rest] = words;
      const others = rest.map(({ at }) => new Map(at.map(({ id, at: places }) => [id, places])));
      for (const found of first?.at ?? []) {
        const beside = others.map((other) => other.get(found.id));
        if (beside.every(Boolean)) batch(found).names.push({ phrase, at: sideBySide(found.at, beside), words });
      }
    });
    phrase.found = sum(phrase.coded.map(({ at }) => at.length));
    if (phrase.to - phrase.from > 1 && (phrase.found || phrase.texts.some((words) => words.length && words.every(({ at }) => at.length)))) {
      for (let n = phrase.from; n < phrase.to; n += 1) asked.tokens[n].ofName = true;
    }
  }
  for (const label of asked.labelled) for (const found of label.at) batch(found).labels.push({ label, at: found.at });
  weigh(asked, total);
  for (const each of batches.values()) {
    const there = new Set(each.words.map(({ n }) => n));
    for (const { phrase, at } of each.names) if (at.length) for (let n = phrase.from; n < phrase.to; n += 1) there.add(n);
    each.best = sum([...there].map((n) => asked.tokens[n].weight)) + each.labels.length * LABELLED;
  }
  return [...batches.values()].sort((one, other) => other.best - one.best);
}

/** The places of a first word near which the others stand, too. */
function sideBySide(first, others) {
  return first.filter((at) => others.every((places) => places.some((place) => Math.abs(place - at) <= others.length + 1)));
}

/** The rarer a word is, the more it says. */
function weigh(asked, total) {
  asked.tokens.forEach((token, n) => {
    const named = asked.phrases.filter(({ from, to }) => from <= n && n < to).map(({ found }) => found);
    const found = token.found || Math.max(1, ...named);
    token.weight = token.common ? 0 : Math.log(1 + total / (1 + found)) * (token.light ? LIGHT : 1);
  });
}

/** How well an entry of a batch answers, and where its words stand; null where it has none of them. */
export function score(entry, held, asked) {
  const told = { quality: asked.tokens.map(() => 0), at: asked.tokens.map(() => []), marks: new Set(), because: new Map() };
  seeWords(entry, held, asked, told);
  seeNames(entry, held, asked, told);
  const labelled = seeLabels(entry, held, told);
  const gained = sum(asked.tokens.map(({ weight }, n) => weight * told.quality[n])) + besides(asked, told);
  if (!gained && !labelled) return null;
  const whole = sum(asked.tokens.map(({ weight }) => weight)) || 1;
  const covered = sum(asked.tokens.map(({ weight }, n) => (told.quality[n] ? weight : 0))) / whole;
  const ofKind = (KINDS[entry.kind] ?? 1) * (asked.kinds.has(entry.kind) ? KIND_ASKED : 1) * (asked.asks && EXPLAINING.has(entry.kind) ? EXPLAINS : 1);
  const points =
    gained *
    (0.25 + 0.75 * covered * covered) *
    (1 + 0.45 * headingShare(entry, told.marks) * covered) *
    (1.12 - Math.min(0.24, (entry.end - entry.text) / 600)) *
    ofKind *
    (asked.quoted.every((words) => says(entry, words)) ? 1 : UNQUOTED);
  return { entry, points: points + labelled * 3, all: covered > 0.99, marks: told.marks, because: [...told.because.values()] };
}

const sum = (values) => values.reduce((one, other) => one + other, 0);

/** Where the words stand that were typed, or their forms. */
function seeWords(entry, held, asked, { quality, at, marks }) {
  for (const { n, way, at: places } of held.words) {
    const here = places.filter((place) => isWithin(entry, place) && !isUnseen(entry, place) && isForm(way.word, entry.bare[place], way.stands));
    if (!here.length) continue;
    asked.tokens[n].fits = true;
    const best = Math.max(...here.map((place) => field(entry, place) * likeness(way.word, entry.bare[place])));
    quality[n] = Math.max(quality[n], (best + Math.min(3, here.length - 1) * AGAIN) * (way.form ? BY_FORM : 1));
    at[n].push(...here);
    for (const place of here) marks.add(place);
  }
}

/** What the words are names of, or other names for. A name of several words says more than they do one by one. */
function seeNames(entry, held, asked, { quality, at, marks, because }) {
  const named = asked.tokens.map(() => 0);
  for (const { phrase, at: places, coded, words } of held.names) {
    const is = (place) => (coded ? entry.bare[place].toLowerCase() === phrase.code : isForm(words[0].word, entry.bare[place], true));
    const here = places.filter((place) => isWithin(entry, place) && is(place));
    if (!here.length) continue;
    const best = worth(entry, phrase, coded, here);
    if (!coded) for (const place of here) for (let n = 0; n < words.length; n += 1) if (place + n < entry.end) marks.add(place + n);
    for (let n = phrase.from; n < phrase.to; n += 1) {
      if (!phrase.own && !at[n].length) because.set(phrase.shown, phrase);
      named[n] = Math.max(named[n], best);
    }
  }
  asked.tokens.forEach((token, n) => {
    quality[n] = Math.max(named[n], quality[n] * (token.ofName ? OF_NAME : 1));
  });
}

function worth(entry, phrase, coded, here) {
  if (phrase.own && phrase.names.some((name) => nameKey(wordsOf(name)) === nameKey(wordsOf(entry.heading)))) return IS_IT;
  return coded ? BY_CODE : Math.max(...here.map((place) => field(entry, place))) * BY_NAME;
}

/** How much of a label it bears. */
function seeLabels(entry, held, { quality }) {
  let labelled = 0;
  for (const { label, at } of held.labels) {
    if (!at.some((place) => isWithin(entry, place) && entry.bare[place].toLowerCase() === label.code)) continue;
    const length = label.to - label.from;
    labelled = Math.max(labelled, OF_ANY_LIST.test(label.code) ? LABELLED_BY_NUMBER : LABELLED + length);
    for (let n = label.from; n < label.to; n += 1) quality[n] = Math.max(quality[n], 1);
  }
  return labelled;
}

/** What words are worth that stand side by side as they were typed. */
function besides({ tokens }, { at }) {
  const telling = tokens.map(({ weight }, n) => ({ weight, at: at[n] })).filter(({ weight }) => weight > 0);
  return sum(
    telling.slice(1).map((second, n) => {
      const first = telling[n];
      const beside = first.at.some((place) => second.at.some((next) => next > place && next - place <= 3));
      return beside ? (first.weight + second.weight) * SIDE_BY_SIDE : 0;
    }),
  );
}

/** Whether an entry says words exactly so, one after the other. */
function says(entry, words) {
  const said = [entry.words.slice(entry.start, entry.headed), entry.words.slice(entry.text + 1, entry.end)];
  return said.some((some) => ` ${wordsOf(some.join(" ")).join(" ")} `.includes(` ${words.join(" ")} `));
}

function isWithin(entry, place) {
  return place >= entry.start && place < entry.end;
}

function isUnseen(entry, place) {
  return place >= entry.headed && (place <= entry.note || place === entry.text);
}

function field(entry, place) {
  if (place < entry.headed) return IN_HEADING;
  return place > entry.text ? IN_TEXT : IN_NOTE;
}

/** The index also finds longer words with the same beginning, or the same stem: the nearer, the better. */
function likeness(word, there) {
  const plain = (there ?? "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const asked = word.replace(/[^\p{L}\p{N}]/gu, "");
  if (plain.includes(asked) && plain.length - asked.length <= 3) return 1;
  return Math.max(0.45, 1 - Math.abs(plain.length - asked.length) * 0.08);
}

/** How much of a heading was asked for. */
function headingShare(entry, marks) {
  let said = 0;
  for (let place = entry.start; place < entry.headed; place += 1) said += marks.has(place) ? 1 : 0;
  return said / (entry.headed - entry.start);
}
