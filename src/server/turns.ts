/**
 * One piece of work after the other, so that two scans never write the same store at once. What fails is told and does
 * not stop the next; after `closed` nothing starts any more.
 */
export function createTurns(
  closed: AbortSignal,
  failed: (error: unknown) => void,
): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return work => {
    last = last.then(async () => {
      if (closed.aborted) return;
      try {
        await work();
      } catch (error) {
        if (!closed.aborted) failed(error);
      }
    });
    return last;
  };
}
