/** Milliseconds of work after which whoever waits (a keystroke's completion) gets its turn. */
const turn = 8;

/** To be awaited between pieces of a long work: lets others run now and then, and throws the signal's reason once aborted. */
export function breather(signal?: AbortSignal): () => Promise<void> {
  let since = Date.now();
  return async () => {
    if (Date.now() - since > turn) {
      await new Promise<void>(resolve => setTimeout(resolve, 0));
      since = Date.now();
    }
    signal?.throwIfAborted();
  };
}
