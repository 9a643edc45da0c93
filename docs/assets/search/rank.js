// How well a record answers: rare words weigh more, all of them more than some, a title more than a text.

import { isForm } from "./words.js";

const IN_HEADING = 1.7;
const IN_TEXT = 1;
const IN_NOTE = 1;
const BY_CODE = 0.75;
const BY_NAME = 0.9;
const BY_FORM = 0.92;
const AGAIN = 0.12;
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
    token.found = [...seen].reduce((sum, { at }) => sum + at.length, 0);
  });
  for (const phrase of asked.phrases) {
    for (const found of phrase.coded) batch(found).names.push({ phrase, at: found.at, coded: true });
    phrase.texts.forEach((words) => {
      const [first, ...rest] = words;
      const others = rest.map((other) => new Map(other.map(({ id, at }) => [id, at])));
      for (const found of first ?? []) {
        const beside = others.map((other) => other.get(found.id));
        if (beside.every(Boolean)) batch(found).names.push({ phrase, at: sideBySide(found.at, beside), span: words.length });
      }
    });
    phrase.found = phrase.coded.reduce((sum, { at }) => sum + at.length, 0);
  }
  for (const label of asked.labelled) for (const found of label.at) batch(found).labels.push({ label, at: found.at });
  weigh(asked, total);
  for (const each of batches.values()) {
    const there = new Set(each.words.map(({ n }) => n));
    for (const { phrase, at } of each.names) if (at.length) for (let n = phrase.from; n < phrase.to; n += 1) there.add(n);
    each.best = [...there].reduce((sum, n) => sum + asked.tokens[n].weight, 0) + each.labels.length * LABELLED;
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
    token.weight = token.common ? 0 : Math.log(1 + total / (1 + found));
  });
}

/** How well an entry of a batch answers, and where its words stand; null where it has none of them. */
export function score(entry, held, asked) {
  const within = (at) => at >= entry.start && at < entry.end;
  const quality = asked.tokens.map(() => 0);
  const marks = new Set();
  const because = new Map();
  const visible = asked.tokens.map(() => false);
  for (const { n, way, at } of held.words) {
    const here = at.filter((place) => within(place) && !isUnseen(entry, place) && isForm(way.word, entry.bare[place]));
    if (!here.length) continue;
    asked.tokens[n].fits = true;
    const best = Math.max(...here.map((place) => field(entry, place) * likeness(way.word, entry.bare[place])));
    quality[n] = Math.max(quality[n], (best + Math.min(3, here.length - 1) * AGAIN) * (way.form ? BY_FORM : 1));
    visible[n] = true;
    for (const place of here) marks.add(place);
  }
  for (const { phrase, at, coded, span } of held.names) {
    const here = at.filter(within).filter((place) => !coded || entry.bare[place].toLowerCase() === phrase.code);
    if (!here.length) continue;
    const best = coded ? BY_CODE : Math.max(...here.map((place) => field(entry, place))) * BY_NAME;
    if (!coded) for (const place of here) for (let n = 0; n < span; n += 1) if (place + n < entry.end) marks.add(place + n);
    for (let n = phrase.from; n < phrase.to; n += 1) {
      if (!phrase.own && !visible[n]) because.set(phrase.shown, phrase);
      quality[n] = Math.max(quality[n], best);
    }
  }
  let labelled = 0;
  for (const { label, at } of held.labels) {
    if (!at.some((place) => within(place) && entry.bare[place].toLowerCase() === label.code)) continue;
    const length = label.to - label.from;
    labelled = Math.max(labelled, OF_ANY_LIST.test(label.code) ? LABELLED_BY_NUMBER : LABELLED + length);
    for (let n = label.from; n < label.to; n += 1) quality[n] = Math.max(quality[n], 1);
  }
  const sum = (values) => values.reduce((one, other) => one + other, 0);
  const whole = sum(asked.tokens.map(({ weight }) => weight)) || 1;
  const gained = sum(asked.tokens.map(({ weight }, n) => weight * quality[n]));
  if (!gained && !labelled) return null;
  const covered = sum(asked.tokens.map(({ weight }, n) => (quality[n] ? weight : 0))) / whole;
  const headed = headingShare(entry, marks);
  const length = entry.end - entry.text;
  const points = gained * (0.25 + 0.75 * covered * covered) * (1 + 0.45 * headed * covered) * (KINDS[entry.kind] ?? 1) * (1.12 - Math.min(0.24, length / 600));
  return { entry, points: points + labelled * 3, all: covered > 0.99, marks, because: [...because.values()] };
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
