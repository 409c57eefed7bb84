import type { Draft, Evidence, Quotation, QuotationLabel, Verdict } from '../model.ts';
import type { SourceStore } from '../sources/store.ts';
import { words } from '../text/segment.ts';
import { nearest } from './evidence.ts';
import { exactEvidence } from './exactEvidence.ts';
import { likeliest } from './likeliest.ts';
import { pieces } from './pieces.ts';
import { qualifierBefore, qualifierBehind } from './qualifier.ts';
import { type Region, regions } from './regions.ts';
import { samePerson } from './samePerson.ts';
import { shortEvidence } from './shortQuote.ts';
import { isBetweenQuotes, quoteAt, quoteBehind } from './speakerOf.ts';
import { splicedEvidence } from './spliced.ts';

/** Fewer words or characters than this are often scare quotes: exact or silent. */
const fewestWords = 3;
const fewestCharacters = 9;

/**
 * What the sources say of a quotation: `exact` when its words stand in one (typography, marked omissions and bracketed
 * insertions aside), `altered` with the differing words when something near stands in one or two real pieces were joined,
 * `not-found`, or `not-checked` for a word or two that no source holds. Evidence is best first: the cited source, then the
 * same speaker, then what somebody is quoted as saying, then the rest.
 */
export function matchQuotation(quotation: Quotation, draft: Draft, store: SourceStore): Verdict<QuotationLabel> {
  const proposed = regions(quotation.text, store);
  const exact = exactEvidence(quotation, draft, proposed);
  if (exact.length > 0) return verdict('exact', ordered(exact, quotation, store), reasonForExact(exact, store));
  const short = shortEvidence(quotation, draft, store);
  if (short.length > 0)
    return verdict('altered', ordered(short, quotation, store), 'The same remark has another word in the source.');
  const count = words(quotation.text).length;
  if (count < fewestWords || isShort(quotation.text)) {
    return verdict(
      'not-checked',
      [],
      'Too short to tell a quotation from a manner of speaking; no source has these words.',
    );
  }
  const altered = alteredEvidence(quotation, draft, proposed, count);
  const first = altered[0];
  if (first?.kind === 'typographic') {
    const verbatim = altered.filter(({ kind }) => kind === 'typographic');
    return verdict('exact', ordered(verbatim, quotation, store), reasonForExact(verbatim, store));
  }
  const near = first !== undefined && first.score >= 0.8 && !leapsOver(first, store);
  const spliced = near ? [] : splicedEvidence(quotation, draft, proposed);
  if (spliced.length > 0) return verdict('altered', spliced, reasonForSplice(spliced.length));
  if (first) return verdict('altered', ordered(altered, quotation, store), reasonForAltered(first));
  return verdict('not-found', [], 'No source has these words.');
}

/** A Chinese character says as much as some letters. */
function isShort(text: string): boolean {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hangul}]/gu)?.length ?? 0;
  return text.length + 2 * dense < fewestCharacters;
}

function verdict(label: QuotationLabel, evidence: readonly Evidence[], reason: string): Verdict<QuotationLabel> {
  return { label, evidence, reason, by: 'comparison' };
}

/** Words left out that reach over the end of a quote, or are more than a writer would call an omission. */
function leapsOver({ changes, passage }: Evidence, store: SourceStore): boolean {
  const source = store.get(passage.sourceId);
  return changes.some(({ draft, source: left, sourceSpan }) => {
    const more = left.split(/\s+/).length - draft.split(/\s+/).filter(Boolean).length;
    return more > longestOmission || (more > 1 && source !== undefined && isBetweenQuotes(source, sourceSpan));
  });
}

const longestOmission = 60;

/** Share of words in common from which a passage is taken for the original of a changed quotation, by its words. */
function leastSimilar(count: number): number {
  return count <= 4 ? 0.74 : count <= 7 ? 0.65 : 0.55;
}

/** What is this much worse than the best resembles the quotation by its subject only. */
const worthShowing = 0.2;

function alteredEvidence(quotation: Quotation, draft: Draft, proposed: readonly Region[], count: number): Evidence[] {
  const found = likeliest(quotation.text, proposed)
    .flatMap(region => {
      // A bracket that the source has too is no insertion of the writer's.
      const marked = pieces(quotation, draft.text, bracket => !region.source.text.includes(bracket));
      return nearest(quotation, marked, region) ?? [];
    })
    .filter(({ score, kind }) => kind === 'typographic' || score >= leastSimilar(count))
    .sort((a, b) => Number(b.kind === 'typographic') - Number(a.kind === 'typographic') || b.score - a.score);
  const best = found[0]?.score ?? 0;
  return found.filter(({ score }) => score >= best - worthShowing);
}

/** Stable: evidence as good as other stays in the order of the index. */
function ordered(found: readonly Evidence[], quotation: Quotation, store: SourceStore): Evidence[] {
  const rank = (evidence: Evidence): number => {
    const source = store.get(evidence.passage.sourceId);
    const speaker = quotation.attribution?.speaker;
    const cited = quotation.citation?.sourceId === evidence.passage.sourceId ? 8 : 0;
    const same =
      speaker !== undefined && evidence.speaker !== undefined && samePerson(speaker, evidence.speaker) === true ? 4 : 0;
    const quoted = source && quoteAt(source, evidence.passage.span) ? 2 : 0;
    return cited + same + quoted + (evidence.kind === 'exact' ? 1 : 0) + evidence.score / 2;
  };
  return found
    .map(evidence => ({ evidence, rank: rank(evidence) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ evidence }) => evidence);
}

/** Notes when the source goes on with words that take something back: `… if not`, `…, but`. */
function reasonForExact(found: readonly Evidence[], store: SourceStore): string {
  const [best] = found;
  const source = best && store.get(best.passage.sourceId);
  const next = source && quoteBehind(source, best.passage.span);
  const qualifier =
    source &&
    (qualifierBehind(source.text, best.passage.span.end) ??
      (next && qualifierBehind(source.text, next.passage.span.start)));
  const cut = source && qualifierBefore(source.text, best.passage.span.start);
  const before = cut === undefined ? '' : `; right before them stands “${cut}”`;
  const goesOn = qualifier === undefined ? '.' : `; it goes on: “${qualifier}…”`;
  return `${holders(found, store)}${before}${goesOn}`;
}

/** How many sources have the words; reprints of one text are one. */
function holders(found: readonly Evidence[], store: SourceStore): string {
  const ids = new Set(found.map(({ passage }) => passage.sourceId));
  if (ids.size === 1) return 'A source has these words';
  const origins = new Set([...ids].map(id => store.origin(id))).size;
  const reprints = origins < ids.size ? `, printed ${ids.size} times` : '';
  return origins === 1 ? `A source has these words${reprints}` : `${origins} sources have these words${reprints}`;
}

function reasonForSplice(count: number): string {
  const many = ['No', 'One', 'Two', 'Three', 'Four', 'Five'][count] ?? String(count);
  return `${many} passages that stand apart in the sources are joined as one quotation.`;
}

function reasonForAltered({ changes }: Evidence): string {
  const gravest = (['negation', 'number', 'name', 'omission'] as const).find(gravity =>
    changes.some(change => change.gravity === gravity),
  );
  const what = {
    negation: 'A negation differs from the source.',
    number: 'A number differs from the source.',
    name: 'A name differs from the source.',
    omission: 'Words of the source are left out without a mark.',
  };
  return gravest ? what[gravest] : 'A source has nearly these words.';
}
