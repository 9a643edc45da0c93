// What stands beside the index: the names of what is in the data, what people call it, and the words there are, by letters.

import { json, once } from "./fetched.js";
import { nameKey, wordsOf } from "./words.js";

/** What else people call a kind of record. */
const CALLED = { rec: "recommendation", recs: "recommendation", timeline: "event", definition: "term", meaning: "term", define: "term" };

/** What is known before anything is typed. */
export const table = once(async () => {
  const { names, ...rest } = await json("words.json");
  const kinds = Object.entries(rest.kinds).flatMap(([kind, [one, many]]) => [[one.toLowerCase(), kind], [many.toLowerCase(), kind]]);
  const kindOf = new Map([...kinds, ...Object.entries(CALLED)]);
  const named = names.map(([shown, code, called]) => ({ shown, code, names: called }));
  return { ...rest, kindOf, named, own: byKey(named.flatMap((name) => name.names.map((said) => [said, { ...name, own: true }]))) };
});

/** What is known of the words with a first letter. */
const part = once(async (letter) => {
  const [{ named }, { words, forms, also }] = await Promise.all([table(), json(`words/${letter}.json`)]);
  const others = Object.entries(also).flatMap(([said, places]) => places.map((place) => [said, named[place]]));
  return { words: new Map(Object.entries(words)), forms: new Map(Object.entries(forms)), names: byKey(others) };
});

function byKey(pairs) {
  const found = new Map();
  for (const [said, name] of pairs) {
    const key = nameKey(wordsOf(said));
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(name);
  }
  return found;
}

const letterOf = (word) => (/^\d/.test(word) ? "0" : word[0]);

/** What is known of these words: their names, their forms, and what they may have been meant to be. */
export async function knownOf(words) {
  const { own, letters, kindOf } = await table();
  const read = async (some) => {
    const there = [...new Set(some)].filter((letter) => letter && letters.includes(letter));
    return new Map(await Promise.all(there.map(async (letter) => [letter, await part(letter)])));
  };
  const parts = await read(words.map(letterOf));
  return {
    /** What a run of words is a name of, or another name for. */
    names(run) {
      const key = nameKey(run);
      return [...(own.get(key) ?? []), ...(parts.get(letterOf(run[0]))?.names.get(key) ?? [])];
    },
    /** The kind of record that a word names. */
    kind: (word) => kindOf.get(word),
    forms: (word) => parts.get(letterOf(word))?.forms.get(word) ?? [],
    /** How often the index should find a word; nothing for one that it does not have. */
    count: (word) => parts.get(letterOf(word))?.words.get(word),
    /** The words that begin as this one does, or as its second letter does, each with how often it stands in the index. */
    async alike(word) {
      const found = await read([word[0], word[1]]);
      return [...found.values()].flatMap((each) => [...each.words]);
    },
  };
}
