import type { Draft, Evidence, Quotation, Quote, Span } from '../model.ts';
import { evidenceAt } from './evidence.ts';
import { pieces } from './pieces.ts';
import { readableText } from './readableText.ts';
import type { Region } from './regions.ts';
import { goesOn, quotesWithin } from './speakerOf.ts';
import { squeeze } from './squeeze.ts';
import { verbatim, type Wanted, wantedOf } from './verbatim.ts';

/**
 * Every place in the regions that has the quotation's words. The source's own brackets are compared literally first; only
 * when no source has them are the draft's taken for the writer's. Words of one speech count as running on over the cue that
 * interrupts it in the source.
 */
export function exactEvidence(quotation: Quotation, draft: Draft, proposed: readonly Region[]): Evidence[] {
  const readings = [pieces(quotation, draft.text, () => false)];
  if (quotation.text.includes('[')) readings.push(pieces(quotation, draft.text, () => true));
  // `allow[ed]`: the writer changed the word's ending, so the whole word is the writer's.
  if (endingInBrackets.test(quotation.text)) readings.push(pieces(quotation, draft.text, () => true, true));
  for (const reading of readings) {
    const wanted = wantedOf(draft.text, reading);
    const found = proposed.flatMap(region => placesIn(wanted, region).map(span => foundAt(quotation, region, span)));
    if (found.length > 0) return withKnownSpeakers(found);
  }
  return [];
}

const endingInBrackets = /\p{L}\[\p{Ll}{1,4}\]/u;

function foundAt(quotation: Quotation, { source }: Region, span: Span): Evidence {
  const same = source.text.slice(span.start, span.end) === quotation.text.replace(/[,.]$/, '');
  return evidenceAt(source, span, same ? 'exact' : 'typographic', 1);
}

function placesIn(wanted: Wanted, region: Region): Span[] {
  const text = readableText(region.source);
  const places = verbatim(wanted, region.squeezed(), text);
  return places.length > 0 ? places : speechesIn(region).flatMap(parts => verbatim(wanted, squeeze(text, parts), text));
}

/** The region's speeches that a cue interrupts: the stretches of each without what stands in between. */
function speechesIn({ source, span }: Region): Span[][] {
  const speeches: Span[][] = [];
  let last: Quote | undefined;
  for (const quote of quotesWithin(source, span)) {
    if (last && goesOn(source, last, quote)) speeches.at(-1)?.push(quote.passage.span);
    else speeches.push([quote.passage.span]);
    last = quote;
  }
  return speeches.filter(parts => parts.length > 1);
}

/** A source that prints the words twice, once without saying whose they are (a headline), means the same person. */
function withKnownSpeakers(found: readonly Evidence[]): Evidence[] {
  const known = new Map<string, Set<string>>();
  for (const { passage, speaker } of found) {
    if (speaker !== undefined) known.set(passage.sourceId, (known.get(passage.sourceId) ?? new Set()).add(speaker));
  }
  return found.map(evidence => {
    const speakers = known.get(evidence.passage.sourceId);
    const [only] = speakers ?? [];
    return evidence.speaker === undefined && speakers?.size === 1 && only !== undefined
      ? { ...evidence, speaker: only }
      : evidence;
  });
}
