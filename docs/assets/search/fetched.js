// Where the index stands, what is fetched of it, and the word for what cannot be.

export const BASE = new URL("../../pagefind/", import.meta.url);

export class Unreachable extends Error {}

export async function json(path) {
  const answer = await fetch(new URL(path, BASE));
  if (!answer.ok) throw new Unreachable(`${path}: ${answer.status}`);
  return answer.json();
}

/** Do something once, however often it is asked for; anew where it could not be done. */
export function once(make) {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) {
      const promise = make(key).catch((error) => {
        made.delete(key);
        throw new Unreachable(error);
      });
      made.set(key, promise);
    }
    return made.get(key);
  };
}

/** All of some promises, or the first that failed, once none is still under way. */
export async function all(promises) {
  const settled = await Promise.allSettled(promises);
  const failed = settled.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
  return settled.map(({ value }) => value);
}
