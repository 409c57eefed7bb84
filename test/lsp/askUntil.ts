/** Milliseconds after which an answer that is still not there is not coming. */
const longestWait = 60_000;

/**
 * Asks a server again until its answer is the one that is waited for: each answer is the event that the next question waits
 * for. Says what was waited for when it does not come, where the test would ask on until its own limit.
 */
export async function askUntil<T>(what: string, ask: () => Promise<T>, isIt: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + longestWait;
  for (;;) {
    const answer = await ask();
    if (isIt(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`Asked ${longestWait / 1000} s long for ${what}; last: ${JSON.stringify(answer)}`);
  }
}
