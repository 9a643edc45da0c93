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
    "while who whom whose why will with would you your " +
    "arent cant couldnt didnt doesnt dont hadnt hasnt havent im ive isnt lets shouldnt thats theres theyre wasnt werent whats " +
    "wheres whos wont wouldnt youre"
  ).split(" "),
);

export const isCommon = (word) => COMMON.has(word);

/** Words that a question is made with: they say something, and never as much as what is asked about. */
const LIGHT = new Set(
  (
    "ask asked asking bad become best better big bring came change come did different done early enough ever every everyone " +
    "find first found gave get gets getting give given gives giving go goes going gone good got happen happened happening " +
    "happens help helped involve involved keep kept knew know known last leave left let like list little long look looked " +
    "looking made make makes making many mean means meant much need needed never new nobody now nothing one other part people " +
    "person put really said same saw say saying says see seen show since somebody someone something soon still take taken " +
    "talk tell thing things think told took toward try two use used using want wanted way well went without work worked " +
    "working wrong"
  ).split(" "),
);

export const isLight = (word) => LIGHT.has(word);

const ASKING = new Set("why when where how was were did has had wasnt werent didnt".split(" "));

/** Whether words ask what happened: what explains a word is no answer. 'How to' asks for something else. */
export const isQuestion = (words) => words.length > 3 && ASKING.has(words[0]) && words[1] !== "to";

/** The words of each stretch between quotation marks. */
export function quoted(text) {
  return [...text.matchAll(/["\u201c\u201d\u00ab\u00bb]([^"\u201c\u201d\u00ab\u00bb]+)["\u201c\u201d\u00ab\u00bb]/gu)].map(([, inside]) => wordsOf(inside));
}

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

/** A word without its ending, for names that are compared as wholes. */
function bare(word) {
  if (Object.hasOwn(ONE_OF, word)) return ONE_OF[word];
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  const single = word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.replace(/s$/, "");
  if (single.length < 5) return single.replace(/(?<=...)e$/, "");
  return single.replace(/(ing|ed|e)$/, "").replace(/([bdgmnprt])\1$/, "$1"); // hitting is hit
}

/**
 * By what a name is known among names: hyphens are spaces, 'S.47' is s47, and 'the baby was given up' is 'baby given': common
 * words and the order of words do not count. A name that would be left with one word keeps all of them.
 */
export function nameKey(words) {
  const plain = words.flatMap((word) => word.replaceAll("-", " ").replace(/(?<!\d)\.|\.(?!\d)/g, "").split(" ")).filter(Boolean);
  const telling = plain.filter((word) => !isCommon(word));
  return telling.length > 1 ? telling.map(bare).sort().join(" ") : plain.map(bare).join(" ");
}

/** What a word may end with in one form and not in another. */
const ENDINGS = new Set(
  (
    "s es e ed d er ers r rs ing ings y ies ied ier ily ly al als ally ation ations ative ion ions ment ments ness ty " +
    "ive ic ical ics ication ications or ors able ably ible ent ents ence ency ant ants ance ist ists ful fully less " +
    "ary ory ous ian ians is ise ises ised ising isation isations ize izes ized izing ization izations age ages ren n en t"
  ).split(" "),
).add("");

/** Whether two words differ in their endings alone: 'plan' and 'planning', 'allege' and 'allegation'. */
function isInflected(one, other) {
  let alike = 0;
  while (alike < one.length && one[alike] === other[alike]) alike += 1;
  if (alike < 3) return false;
  const ends = [one, other].map((word) => word.slice(alike));
  return ends.every((end) => ENDINGS.has(end) || (end[0] === one[alike - 1] && ENDINGS.has(end.slice(1))));
}

/**
 * Whether a word of a text is what was typed, a form of it, or, unless it `stands` somewhere as it is, begins with it. The
 * index also gives words that only begin as it does: where nothing has a word, those that share a few letters. A number is
 * that number alone.
 */
export function isForm(typed, there, stands) {
  if (/^\d+$/.test(typed)) return there.replace(/[^\d.]/g, "").split(".").includes(typed);
  const word = typed.replaceAll("-", "");
  return [...folded(there).split(/[^\p{L}\p{N}]+/u), folded(there).replace(/[^\p{L}\p{N}]/gu, "")].some(
    (part) => (part.startsWith(word) && !stands) || isInflected(word, part),
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

/** The word that was most likely meant, of pairs of words and their counts; undefined where none is near. */
export function nearest(word, vocabulary) {
  const most = word.length > 5 ? 2 : 1;
  let best;
  for (const [other, count] of vocabulary) {
    const far = slips(word, other, most);
    if (far > most) continue;
    // A first letter is seldom mistaken, and a word that stands often is more likely meant.
    const cost = far + (word[0] === other[0] ? 0 : 0.6) - Math.min(0.4, Math.log10(count + 1) / 5);
    if (!best || cost < best.cost) best = { other, cost };
  }
  return best?.other;
}
