import type { Attribution, Quote, Source, Span } from '../model.ts';
import { ownCopy } from '../text/recent.ts';

/** All but the text, which the source has. What is said again and again (who speaks, the cue) stands there once. */
type Packed = {
  readonly words: readonly string[];
  /** For each: who speaks (a place in `words`), where that stands, and the same of the cue when there is one. */
  readonly attributions: readonly (readonly number[])[];
  /** For each quote `fields` numbers: the lengths of what is between it and the last one, its mark, words and mark, then 1 + the place of its attribution, or 0. */
  readonly quotes: readonly number[];
};

const fields = 5;

/** The quotes of a source in few bytes, for disk or another thread. */
export function packQuotes(quotes: readonly Quote[]): Uint8Array {
  const words = createPlaces<string>();
  const attributions = createPlaces<Attribution>();
  let last = 0;
  const numbers = quotes.flatMap(({ passage: { span }, outer, attribution }) => {
    const gap = outer.start - last;
    last = outer.end;
    const place = attribution ? 1 + attributions.of(attribution) : 0;
    return [gap, span.start - outer.start, span.end - span.start, outer.end - span.end, place];
  });
  const said = attributions.list.map(({ speaker, speakerSpan, cue, cueSpan }) => [
    ...[words.of(speaker), speakerSpan.start, speakerSpan.end],
    ...(cue !== undefined && cueSpan ? [words.of(cue), cueSpan.start, cueSpan.end] : []),
  ]);
  const packed: Packed = { words: words.list, attributions: said, quotes: numbers };
  return new TextEncoder().encode(JSON.stringify(packed));
}

/** The quotes that `packQuotes` packed, of the same source; undefined for bytes that are none of its quotes. */
export function unpackQuotes(bytes: Uint8Array, source: Source): Quote[] | undefined {
  try {
    return unpacked(JSON.parse(new TextDecoder().decode(bytes)) as Packed, source);
  } catch {
    return undefined;
  }
}

function unpacked(packed: Packed, { id, text }: Source): Quote[] | undefined {
  const attributions = packed.attributions.map(said => attributionOf(said, packed.words));
  const found: Quote[] = [];
  let last = 0;
  for (let at = 0; at + fields <= packed.quotes.length; at += fields) {
    const number = (field: number): number => packed.quotes[at + field] ?? 0;
    const opens = last + number(0);
    const start = opens + number(1);
    const span = { start, end: start + number(2) };
    const outer = { start: opens, end: span.end + number(3) };
    if (!isWithin(outer, text) || !isWithin(span, text)) return undefined;
    const passage = { sourceId: id, span, text: ownCopy(text.slice(span.start, span.end)) };
    const attribution = attributions[number(4) - 1];
    found.push(attribution ? { passage, outer, attribution } : { passage, outer });
    last = outer.end;
  }
  return found;
}

function attributionOf(said: readonly number[], words: readonly string[]): Attribution {
  // Not taken apart as a list: that takes longer than all the rest.
  const number = (field: number): number => said[field] ?? 0;
  const speaker = words[number(0)] ?? '';
  const speakerSpan = { start: number(1), end: number(2) };
  const cue = said.length > 3 ? words[number(3)] : undefined;
  if (cue === undefined) return { speaker, speakerSpan };
  return { speaker, speakerSpan, cue, cueSpan: { start: number(4), end: number(5) } };
}

function isWithin({ start, end }: Span, text: string): boolean {
  return start >= 0 && start <= end && end <= text.length;
}

/** Gives each value its place in a list, the same one to the same value. */
function createPlaces<Value>() {
  const list: Value[] = [];
  const places = new Map<Value, number>();
  return {
    list: list as readonly Value[],
    of: (value: Value): number => {
      const place = places.get(value) ?? list.push(value) - 1;
      places.set(value, place);
      return place;
    },
  };
}
