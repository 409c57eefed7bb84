import type { Change, Draft, Evidence, Quotation, Quote, Source, Span } from '../model.ts';
import type { SourceStore } from '../sources/store.ts';
import { gravityOf } from '../text/gravity.ts';
import { sentences } from '../text/segment.ts';
import { isStopWord, stem } from '../text/stem.ts';
import { type WordToken, wordTokens } from '../text/wordTokens.ts';
import { evidenceAt } from './evidence.ts';
import { regions } from './regions.ts';
import { samePerson } from './samePerson.ts';
import { quotesWithin } from './speakerOf.ts';

/** A quotation of so many words has too few to be told by them alone. */
const longestShort = 3;

/** Words besides the quoted ones that the draft's sentence must share with the source's: of one speaker's quote, and within a longer. */
const leastShared = 1;
const leastSharedWithin = 2;
/** So many words, and half of them all, make a sentence the source's own, whoever speaks. */
const leastAlike = 3;

/** Say how much, and go with anything. */
const degrees =
  /^(?:very|so|too|quite|rather|really|more|most|less|least|much|many|all|one|two|good|great|big|new|old)$/;

/**
 * Quotes that a quotation of two or three words has all words but one of: the same person's on the same matter (“dangerously thin”
 * of what the source has called “laughably thin”), or, when the draft names nobody, in what is the source's own sentence. Such few
 * words resemble others by chance, and who speaks of what is all that tells.
 */
export function shortEvidence(quotation: Quotation, draft: Draft, store: SourceStore): Evidence[] {
  const own = wordTokens(quotation.text);
  const sentence = sentenceAt(draft.text, quotation.span);
  if (!sentence || !isCompared(quotation, own)) return [];
  const around = matterOf(draft.text, sentence, quotation.span, quotation.attribution?.speakerSpan);
  return regions(draft.text.slice(sentence.start, sentence.end), store)
    .flatMap(({ source, span }) => quotesWithin(source, span).map(quote => ({ source, quote })))
    .flatMap(({ source, quote }) => nearlyIn(source, quote, quotation, own, around) ?? []);
}

/** Several words in one run without brackets, and no title, which is big. */
function isCompared({ text, parts, form, closed }: Quotation, own: readonly WordToken[]): boolean {
  if (own.length < 2 || own.length > longestShort || parts.length !== 1 || form === 'block' || !closed) return false;
  return !/[[\]…]|\.\.\.|\d/.test(text) && !/\s\p{Lu}/u.test(text);
}

function nearlyIn(
  source: Source,
  quote: Quote,
  quotation: Quotation,
  own: readonly WordToken[],
  around: ReadonlySet<string>,
): Evidence | undefined {
  const [ours, speaker] = [quotation.attribution?.speaker, quote.attribution?.speaker];
  const same = ours !== undefined && speaker !== undefined ? samePerson(ours, speaker) : undefined;
  if (same === false) return undefined;
  const theirs = wordTokens(source.text, quote.passage.span);
  const found = windowOf(theirs, own);
  if (!found) return undefined;
  const share = (matter: Set<string>): number => [...matter].filter(word => around.has(word)).length;
  const whole = theirs.length === own.length;
  const [within, shared] = [share(matterAround(source, quote, false)), share(matterAround(source, quote, true))];
  const alike = whole && within >= leastAlike && 2 * within >= around.size;
  const telling = own.some((word, i) => word.key === found[i]?.key && bearsSense(word.key));
  const spoken = same === true && telling && shared >= (whole ? leastShared : leastSharedWithin);
  if (!spoken && !(alike && (telling || 3 * within >= 2 * around.size))) return undefined;
  const span = { start: found[0]?.start ?? 0, end: found.at(-1)?.end ?? 0 };
  return evidenceAt(source, span, 'altered', (own.length - 1) / own.length, [changeOf(quotation, own, source, found)]);
}

/** The words of a quote that differ from the quotation's in one, which bears the sense. */
function windowOf(theirs: readonly WordToken[], own: readonly WordToken[]): readonly WordToken[] | undefined {
  for (let at = 0; at + own.length <= theirs.length; at++) {
    const window = theirs.slice(at, at + own.length);
    const differ = own.filter((word, i) => word.key !== window[i]?.key);
    const [different] = differ;
    const other = different && window[own.indexOf(different)];
    if (differ.length === 1 && other && isContent(different.key) && isContent(other.key)) return window;
  }
  return undefined;
}

function isContent(word: string): boolean {
  return /\p{L}{3}/u.test(word) && !isStopWord(word);
}

function bearsSense(word: string): boolean {
  return isContent(word) && !degrees.test(word);
}

function changeOf(
  { text, parts }: Quotation,
  own: readonly WordToken[],
  source: Source,
  window: readonly WordToken[],
): Change {
  const at = own.findIndex((word, i) => word.key !== window[i]?.key);
  const [ours, theirs] = [own[at], window[at]];
  const begin = parts[0]?.inner.start ?? 0;
  const local = { start: ours?.start ?? 0, end: ours?.end ?? 0 };
  const sourceSpan = { start: theirs?.start ?? 0, end: theirs?.end ?? 0 };
  return {
    draft: text.slice(local.start, local.end),
    source: source.text.slice(sourceSpan.start, sourceSpan.end),
    draftSpan: { start: begin + local.start, end: begin + local.end },
    sourceSpan,
    gravity: gravityOf({ text, words: ours ? [ours] : [] }, { text: source.text, words: theirs ? [theirs] : [] }),
  };
}

/** How far around a span its sentence is looked for. In characters. */
const reach = 600;

/** The sentence around a quotation of so few words that what is said of it depends on it; nothing for others. */
export function settingOf(quotation: Quotation, text: string): string {
  if (!isCompared(quotation, wordTokens(quotation.text))) return '';
  const { start, end } = sentenceAt(text, quotation.span) ?? quotation.span;
  return text.slice(start, end);
}

/** The sentence of a text in which a stretch stands. */
function sentenceAt(text: string, { start, end }: Span): Span | undefined {
  const within = { start: Math.max(0, start - reach), end: Math.min(text.length, end + reach) };
  return sentences(text, within).find(sentence => sentence.start <= start && start < sentence.end);
}

/** What the sentence around a quote in a source speaks of, and the one before it. */
function matterAround({ text }: Source, { outer, attribution }: Quote, withBefore: boolean): Set<string> {
  const own = sentenceAt(text, outer) ?? outer;
  const before = withBefore
    ? sentences(text, { start: Math.max(0, own.start - reach), end: own.start }).at(-1)
    : undefined;
  const within = { start: before?.start ?? own.start, end: own.end };
  return matterOf(text, within, outer, attribution?.speakerSpan);
}

/** The stems of the words in a stretch that bear sense, without those of `quoted` and of who speaks. */
function matterOf(text: string, within: Span, quoted?: Span, speaker?: Span): Set<string> {
  const left = [quoted, speaker].filter(span => span !== undefined);
  const tokens = wordTokens(text, within).filter(
    ({ start }) => !left.some(span => span.start <= start && start < span.end),
  );
  const speech = /^(?:sa(?:y|id|ys|ying)|told|call(?:s|ed|ing)?|describ\w+|add(?:s|ed)|mr|mrs|ms|dr)$/;
  return new Set(tokens.filter(({ key }) => isContent(key) && !speech.test(key)).map(({ key }) => stem(key)));
}
