// Progress lines of the set-up: what is being done, and how long it took.

/**
 * Says what is being done, does it, and says how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const start = performance.now();
  say(`${what} ...`);
  const result = await work();
  say(`${what}: done in ${seconds(start)} s`);
  return result;
}

/** @param {string} line */
export function say(line) {
  console.error(`[set-up] ${line}`);
}

/**
 * Seconds since `start` (a `performance.now()`), with one decimal.
 * @param {number} start
 */
export function seconds(start) {
  return ((performance.now() - start) / 1000).toFixed(1);
}
