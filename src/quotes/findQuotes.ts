import type { Attribution, Quote, Source } from '../model.ts';
import { ownCopy } from '../text/recent.ts';
import { attribute } from './attribute.ts';
import { quotedStretches } from './stretches.ts';

/** The quotes of each source, found once: a source never changes, a changed file is a new source. */
const found = new WeakMap<Source, readonly Quote[]>();

/**
 * Everything a source prints between quotation marks, in order, with its speaker where that is clear. A quote in parts
 * gives one Quote for each part, with the same speaker; `passage` is without the marks, `outer` with them.
 */
export function findQuotes(source: Source): readonly Quote[] {
  const known = found.get(source);
  if (known) return known;
  const quotes = quotesOf(source);
  found.set(source, quotes);
  return quotes;
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
