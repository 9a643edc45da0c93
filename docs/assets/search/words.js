// Words as people type them: folded, counted off, and mended where a pen slipped.

const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const HYPHENS = /[\u2010-\u2015\u2212]/g;
const APOSTROPHES = /['\u2018\u2019\u02bc\uff07]/g;
const MARKS = /\p{M}/gu;

/** Common words, which say little of what is sought. */
const COMMON = new Set(
  (
    "a about after all also an and any are as at be been before being between by can could did do does for from had has have " +
    "he her him his how i if in into is it its may me more most my no not of on or our over per she should so some such than " +
    "that the their them then there these they this those to too under until up upon us was we were what when where which " +
    "while who whom whose why will with would you your"
  ).split(" "),
);

export const isCommon = (word) => COMMON.has(word);

/** Small letters without accents, ligatures or unseen characters; an apostrophe falls, every dash is a hyphen. */
export function folded(text) {
  const plain = text.normalize("NFKD").replace(MARKS, "").replace(UNSEEN, "").replace(HYPHENS, "-").replace(APOSTROPHES, "");
  return plain.toLowerCase().replaceAll("&", " and ");
}

/** The words of a text, folded: 'Para 4.12: mother’s' → para, 4.12, mothers. */
export function wordsOf(text) {
  return folded(text).match(/¶?[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu) ?? [];
}

const ONE_OF = { children: "child", men: "man", women: "woman", people: "person" };

/** A word without its ending for more than one, for names that are compared as wholes. */
function single(word) {
  if (Object.hasOwn(ONE_OF, word)) return ONE_OF[word];
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.replace(/s$/, "");
}

/** By what a name is known among names: hyphens are spaces, 'S.47' is s47. */
export function nameKey(words) {
  const bare = words.map((word) => word.replaceAll("-", " ").replace(/(?<!\d)\.|\.(?!\d)/g, ""));
  return bare.join(" ").split(" ").filter(Boolean).map(single).join(" ");
}

/**
 * Whether a word of a text is what was typed, or a form of it. The index also gives words that only begin as it does: where
 * nothing has a word, those that share a few letters. A number is that number alone.
 */
export function isForm(typed, there) {
  if (/^\d+$/.test(typed)) return there.replace(/[^\d.]/g, "").split(".").includes(typed);
  const word = typed.replaceAll("-", "");
  const least = word.slice(0, Math.max(3, word.length - 3));
  return [...folded(there).split(/[^\p{L}\p{N}]+/u), folded(there).replace(/[^\p{L}\p{N}]/gu, "")].some(
    (part) => part.startsWith(least) || (part.length > 2 && part.length * 2 >= word.length && word.startsWith(part)),
  );
}

/** How many slips lie between two words (a letter left out, put in, changed, or two changed over); `most` + 1 for more. */
export function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}

/** The word that was most likely meant, of a vocabulary with counts; undefined where none is near. */
export function nearest(word, vocabulary) {
  const most = word.length > 5 ? 2 : 1;
  let best;
  for (const [other, count] of Object.entries(vocabulary)) {
    const far = slips(word, other, most);
    if (far > most) continue;
    // A first letter is seldom mistaken, and a word that stands often is more likely meant.
    const cost = far + (word[0] === other[0] ? 0 : 0.6) - Math.min(0.4, Math.log10(count + 1) / 5);
    if (!best || cost < best.cost) best = { other, cost };
  }
  return best?.other;
}
