/** What the comparers share: two sentences about the same thing, and a pair of words that cannot both be right. */
import type { Change, Gravity, Remedy, Span } from '../../model.ts';
import { holds } from '../examine/examination.ts';
import { ofSentence } from '../ofSentence.ts';
import type { Sentence, Token } from '../tokens.ts';

export type Comparison = {
  readonly claim: Sentence;
  readonly source: Sentence;
  /** All passages about the same matter, the source's own included: what one of them bears out is no contradiction. */
  readonly others: readonly Sentence[];
  /** The sentence right before the source's: what "It" and "He" at its beginning stand for. */
  readonly before?: Sentence;
  /** Day the source was published, ISO. */
  readonly published?: string;
};

export type Comparer = (comparison: Comparison) => Change[];

/** Spans are relative to the two sentences. */
export function pair(x: Comparison, draftSpan: Span, sourceSpan: Span, gravity: Gravity, remedy?: Remedy): Change {
  return {
    ...(remedy ? { remedy } : {}),
    draft: x.claim.text.slice(draftSpan.start, draftSpan.end),
    source: x.source.text.slice(sourceSpan.start, sourceSpan.end),
    draftSpan,
    sourceSpan,
    gravity,
  };
}

/** Whether a passage speaks of what the one before named: "He will be sentenced", "Together they employ 23 people": the subject was named before. */
const pronoun =
  /^(?:(?:\p{L}+,? ){0,2}(?:it|he|she|they|this|that|these|those|her|his|its|their)|(?:[\p{L}\p{N}]+ ){1,4}of (?:it|them)|neither|none|nobody|no one|both|the (?:company|firm|group|club|team|party|union|bank|charity|agency|council|ministry|court))\b/iu;
/** Somebody named before, wherever in the passage. */
const somebody = /\b(?:he|him|his|she|hers?)\b/i;

const speaksOfSomebody = ofSentence(({ text }): boolean => somebody.test(text));

export const leansBack = ofSentence(({ text }): boolean => pronoun.test(text));

/** Weighted share of the claim's content that the source holds, leaving out the words at issue. */
export function shared({ claim, source, before }: Comparison, except: Span): number {
  const subject = before && leansBack(source) ? before : undefined;
  const person = before && speaksOfSomebody(source) ? before : undefined;
  let [all, met] = [0, 0];
  for (const token of claim.content) {
    if (token.span.start < except.end && except.start < token.span.end) continue;
    all += token.weight;
    const named = token.number ? undefined : token.name ? (person ?? subject) : subject;
    if (holds(source, token) || (named && holds(named, token))) met += token.weight;
  }
  return all === 0 ? 0 : met / all;
}

const nowhere: Span = { start: -1, end: -1 };
const known = new WeakMap<Comparison, number>();

/** How much of the whole claim the source holds, asked by several comparers. */
export function likeness(x: Comparison): number {
  const found = known.get(x) ?? shared(x, nowhere);
  known.set(x, found);
  return found;
}

/**
 * Whether a passage that has the claim's own value bears it out: it says about as much of the rest as the source compared
 * does. The same figure, name or verb in a passage about something else bears out nothing.
 */
export function bears(x: Comparison, passage: Sentence, except: Span): boolean {
  if (passage === x.source) return true;
  const { before: _, ...rest } = x;
  return shared({ ...rest, source: passage }, except) >= Math.min(0.6, shared(x, except) - 0.2);
}

/** Who says so, at the end: in the passage that may stand elsewhere. */
const attribution = /,? (?:according to|[^,]{2,40} (?:said|says?|told [^,]{2,20}))[^,]{0,40}\.?$/iu;

function sharedBefore(x: Comparison, except: Span, end: number): number {
  const content = x.claim.content.filter(t => t.span.end <= end);
  const told = content.filter(t => t.span.end <= except.start || t.span.start >= except.end);
  return told.length < 2 || content.length === x.claim.content.length
    ? 0
    : shared({ ...x, claim: { ...x.claim, content } }, except);
}

/** What every attribution has: most sentences have none, and looking for one to their end takes far longer. */
const telling = / (?:according to|said|say|told )/i;

const endOfTold = ofSentence(
  ({ text }): number => (telling.test(text) ? attribution.exec(text)?.index : undefined) ?? text.length,
);

const asides = ofSentence(({ text }): readonly Span[] =>
  / wh/i.test(text) ? [...text.matchAll(aside)].map(m => ({ start: m.index, end: m.index + m[0].length })) : [],
);

const aside = /,(?: (?:an?|the) [^,]+?)? (?:who|which|whose) [^,]+,/gu;

/**
 * `shared` of the part of the claim that holds the words at issue: a clause set off by commas ("Yusuf, who inspected the
 * bridge in May, found …") and the rest of its sentence often stand in two sentences of the source.
 */
export function sharedInClause(x: Comparison, except: Span): number {
  const said = endOfTold(x.claim);
  const whole = Math.max(shared(x, except), except.end <= said ? sharedBefore(x, except, said) : 0);
  const [clause, ...more] = asides(x.claim);
  if (!clause || more.length > 0) return whole;
  const within = (span: Span) => clause.start <= span.start && span.end <= clause.end;
  const inside = within(except);
  const subject = x.claim.names.find(n => n.span.end === clause.start);
  const kept = x.claim.content.filter(
    t => within(t.span) === inside || (subject && subject.span.start <= t.span.start && t.span.end <= subject.span.end),
  );
  return kept.length < 4 ? whole : Math.max(whole, shared({ ...x, claim: { ...x.claim, content: kept } }, except));
}

type Name = { readonly span: Span; readonly text: string };

/** "The United States" has its article as other countries have none, "the Conservatives" as any party in the plural. */
const withThe = /^(?:United |\p{Lu}\p{Ll}{4,}s$)/u;

/** "The White House" and "Trump": a name with an article and one without are no two persons or places of a kind. */
export function takesArticle(sentence: Sentence, { span, text }: Name): boolean {
  return !withThe.test(text) && hasArticle(sentence, span);
}

/** A name for a name, with the article that one of them has and the other cannot have. */
export function namePair(x: Comparison, own: Name, other: Name): Change {
  const [mine, theirs] = [hasArticle(x.claim, own.span), hasArticle(x.source, other.span)];
  const whole = ({ span, text }: Name, has: boolean) =>
    has && mine !== theirs && withThe.test(text) ? { start: span.start - 4, end: span.end } : span;
  return pair(x, whole(own, mine), whole(other, theirs), 'name');
}

function hasArticle({ text }: Sentence, { start }: Span): boolean {
  return /\bthe $/i.test(text.slice(Math.max(0, start - 5), start));
}

/** Place among the tokens of the first one that begins at or after an offset. */
export function placeAt(sentence: Sentence, offset: number): number {
  const place = sentence.tokens.findIndex(t => t.span.start >= offset);
  return place < 0 ? sentence.tokens.length : place;
}

/** The nearest content words left and right of a span, at most `reach` tokens away. */
export function neighbours(sentence: Sentence, span: Span, reach: number): { left: Token[]; right: Token[] } {
  const from = placeAt(sentence, span.start);
  const to = placeAt(sentence, span.end);
  return {
    left: sentence.tokens
      .slice(Math.max(0, from - reach), from)
      .filter(t => !t.stop)
      .reverse(),
    right: sentence.tokens.slice(to, to + reach).filter(t => !t.stop),
  };
}

/** How many of the nearest content words around two spans agree, counted on each side. */
export function company(
  x: Comparison,
  draftSpan: Span,
  sourceSpan: Span,
  reach: number,
  wordsOnly = false,
): { left: number; right: number } {
  const own = neighbours(x.claim, draftSpan, reach);
  const theirs = neighbours(x.source, sourceSpan, reach);
  const count = (a: readonly Token[], b: readonly Token[]) =>
    a.filter(t => !(wordsOnly && t.number) && b.some(u => u.stem === t.stem)).length;
  return { left: count(own.left, theirs.left), right: count(own.right, theirs.right) };
}
