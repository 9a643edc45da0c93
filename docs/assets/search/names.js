// The names of what is in the data, and what people call it.

import { nameKey, wordsOf } from "./words.js";

/** All names by their keys, with what each stands for: worked out once. */
const byName = new WeakMap();

export function namesBy(words) {
  if (byName.has(words)) return byName.get(words);
  const found = new Map();
  for (const [shown, code, names, also] of words.names) {
    for (const [said, own] of [...names.map((name) => [name, true]), ...also.map((name) => [name, false])]) {
      const key = nameKey(wordsOf(said));
      if (!found.has(key)) found.set(key, []);
      found.get(key).push({ shown, code, names, own });
    }
  }
  byName.set(words, found);
  return found;
}
