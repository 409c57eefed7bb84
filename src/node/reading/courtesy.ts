import { setTimeout } from 'node:timers/promises';

/**
 * Threads that read let whoever writes go first: on a small machine they hold the core that the answer to a keystroke
 * needs. What is shared is a time on the clock, not a flag: whatever becomes of the answer, the threads go on.
 */
export type Courtesy = {
  /** The writer has typed or asked: threads that read pause for a moment, or until `answered`. */
  typed(): void;
  answered(): void;
  /** Resolves once the writer has not typed for some seconds; rejects when the signal is aborted. */
  calm(signal: AbortSignal): Promise<void>;
  /** What the threads look at. */
  readonly shared: Int32Array<SharedArrayBuffer>;
};

/** Milliseconds of a pause at most: an answer mostly takes less. */
export const longestPause = 50;
/** Milliseconds of a pause that is worth it. */
const shortestPause = 2;
/** A time is kept as milliseconds modulo this, in 32 bits; when it begins anew, every 25 days, one pause may be left out. */
const turnOfClock = 2 ** 31;

/** So many milliseconds without a key: the writer reads, or thinks. */
const calmAfter = 3000;

export function createCourtesy(
  clock: () => number = Date.now,
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void> = (milliseconds, signal) =>
    setTimeout(milliseconds, undefined, { signal, ref: false }),
): Courtesy {
  const shared = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let lastTyped = clock();
  return {
    shared,
    typed: () => {
      lastTyped = clock();
      Atomics.store(shared, 0, (lastTyped + longestPause) % turnOfClock);
    },
    answered: () => {
      Atomics.store(shared, 0, 0);
      Atomics.notify(shared, 0);
    },
    calm: async signal => {
      for (let left = calmAfter; left > 0; left = lastTyped + calmAfter - clock()) await wait(left, signal);
    },
  };
}

/**
 * To be called by a thread between pieces of its work: mostly nothing, a pause while the writer waits. Never longer than a sixth
 * of the time since its last pause, so that it comes to an end however fast somebody types.
 */
export function createPauses(
  shared: Int32Array<SharedArrayBuffer>,
  clock: () => number = Date.now,
  wait: (milliseconds: number, until: number) => void = (milliseconds, until) =>
    void Atomics.wait(shared, 0, until, milliseconds),
): () => void {
  let since = clock();
  return () => {
    const until = Atomics.load(shared, 0);
    if (until === 0) return;
    const now = clock();
    const left = until - (now % turnOfClock);
    const pause = Math.min(left, (now - since) / 6);
    // What is further ahead was written by another clock: somebody has set it back.
    if (left > longestPause || pause < shortestPause) return;
    wait(pause, until);
    since = clock();
  };
}
