/** Waiting inside VS Code: for events, never for time. */
import type { Event } from 'vscode';

/**
 * Resolves with the first answer of `ask` that is not undefined. It is asked at once and again on each of the events;
 * when none of them brings an answer within `limit` milliseconds, this rejects with what was waited for.
 */
export function eventually<Answer>(
  what: string,
  event: Event<unknown>,
  ask: () => Answer | undefined,
  limit = 60_000,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      const answer = ask();
      if (answer === undefined) return;
      clearTimeout(timer);
      subscription.dispose();
      resolve(answer);
    };
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`Waited ${limit / 1000} s for ${what}.`));
    }, limit);
    const subscription = event(settle);
    settle();
  });
}
