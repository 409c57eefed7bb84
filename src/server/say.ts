/** What the server itself says, in the client's language. What the engine says of a draft is the same everywhere, in English. */

/** Looks a message up by its English words and fills in `{0}`, `{1}`. */
export type Say = (message: string, ...given: readonly (string | number)[]) => string;

/** `words` are the client's: English message to translated one. What is missing there stays English. */
export function createSay(words: Readonly<Record<string, string>> = {}): Say {
  return (message, ...given) =>
    (words[message] ?? message).replace(/\{(\d)\}/g, (mark, index: string) => String(given[Number(index)] ?? mark));
}

/** Takes the strings and drops the rest: any client may send anything. */
export function readWords(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
