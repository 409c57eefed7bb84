/** Milliseconds of work after which whoever waits (a keystroke's completion) gets its turn. */
const turn = 5;

/**
 * Lets all who wait go first. A request that arrived during the last turn is read before the first of the two, and
 * answered before the second.
 */
export async function othersFirst(): Promise<void> {
  await new Promise<void>(resolve => setImmediate(resolve));
  await new Promise<void>(resolve => setImmediate(resolve));
}

/** To be awaited between the pieces of a long work: mostly nothing, now and then a turn for others. */
export function createBreather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turn) return;
    await othersFirst();
    since = performance.now();
  };
}

/** Takes steps in turns with whoever else has something to do, until they are done or the signal aborts. */
export async function inTurns(steps: Iterable<void>, signal?: AbortSignal): Promise<void> {
  const breathe = createBreather();
  for (const _ of steps) {
    await breathe();
    if (signal?.aborted) return;
  }
}
