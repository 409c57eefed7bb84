/**
 * Results kept by the text they were made from, for work that is asked for again after the next keystroke. `make` must look
 * at nothing but the text it is given, and nobody may change what it gave.
 */
export type Recent<Value> = (text: string, make: (text: string) => Value) => Value;

/** What was not asked for lately is let go: at least the last `most` results stay, at most twice as many. */
export function createRecent<Value>(most: number): Recent<Value> {
  type Kept = { readonly value: Value };
  let now = new Map<string, Kept>();
  let before = new Map<string, Kept>();
  return (text, make) => {
    const known = now.get(text);
    if (known) return known.value;
    const older = before.get(text);
    const own = ownCopy(text);
    const kept = older ?? { value: make(own) };
    if (now.size >= most) {
      before = now;
      now = new Map();
    }
    now.set(own, kept);
    return kept.value;
  };
}

/** Keeps nothing: for texts that are read once. */
export function withoutMemory<Value>(text: string, make: (text: string) => Value): Value {
  return make(text);
}

/** A slice holds on to the whole text it is from; what is kept for long must not. */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
