import type { Attribution, Quote, Source } from '../model.ts';
import { createRecentOf } from '../sources/recentOf.ts';
import { ownCopy } from '../text/recent.ts';
import { attribute } from './attribute.ts';
import { packQuotes, unpackQuotes } from './packQuotes.ts';
import { quotedStretches } from './stretches.ts';

/** The quotes of each source, found once: a source never changes, a changed file is a new source. */
const found = new WeakMap<Source, readonly Quote[]>();
/** Those that were found elsewhere, in few bytes: of a large library most are never asked for. */
const packed = new WeakMap<Source, Uint8Array>();
const unpacked = createRecentOf<Source, readonly Quote[]>(500);

/**
 * Everything a source prints between quotation marks, in order, with its speaker where that is clear. A quote in parts
 * gives one Quote for each part, with the same speaker; `passage` is without the marks, `outer` with them.
 */
export function findQuotes(source: Source): readonly Quote[] {
  const known = found.get(source);
  if (known) return known;
  const bytes = packed.get(source);
  if (bytes) return unpacked(source, () => unpackQuotes(bytes, source) ?? quotesOf(source));
  const quotes = quotesOf(source);
  found.set(source, quotes);
  return quotes;
}

/** Whether finding the quotes of a source takes no time. */
export function areQuotesKnown(source: Source): boolean {
  return found.has(source) || packed.has(source);
}

/** The quotes of a source as bytes for `knowQuotes`, as far as they have been found. */
export function knownQuotes(source: Source): Uint8Array | undefined {
  const quotes = found.get(source);
  return packed.get(source) ?? (quotes && packQuotes(quotes));
}

/** Says what `knownQuotes` gave for the same source in another thread or program. The bytes must not be changed. */
export function knowQuotes(source: Source, bytes: Uint8Array): void {
  packed.set(source, bytes);
}

function quotesOf({ id, text, body }: Source): Quote[] {
  // Titles and other front matter are nobody's words.
  const stretches = quotedStretches(text).filter(
    ({ span }) => !body || (body.start <= span.start && span.end <= body.end),
  );
  const attributions = attribute(text, stretches);
  const own = createOwn();
  return stretches.flatMap((stretch, at) => {
    const found = attributions[at];
    const attribution = found && kept(found, own);
    return stretch.parts.map(({ span, inner }) => {
      const passage = { sourceId: id, span: inner, text: ownCopy(text.slice(inner.start, inner.end)) };
      return attribution ? { passage, outer: span, attribution } : { passage, outer: span };
    });
  });
}

/** Without holding on to the whole text; what a source says again and again (who speaks, the cue) is there once. */
function kept({ speaker, cue, ...spans }: Attribution, own: (text: string) => string): Attribution {
  return { ...spans, speaker: own(speaker), ...(cue === undefined ? {} : { cue: own(cue) }) };
}

function createOwn(): (text: string) => string {
  const copies = new Map<string, string>();
  return text => {
    const copy = copies.get(text) ?? ownCopy(text);
    copies.set(copy, copy);
    return copy;
  };
}
