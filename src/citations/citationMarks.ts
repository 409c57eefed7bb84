import type { Citation, Draft, Source, Span } from '../model.ts';
import { foldKey } from '../text/fold.ts';
import type { Prose } from '../text/prose.ts';
import type { Library } from './library.ts';

/** `[1]`, `[2, 3][4]` and raised figures, but for those that raise a unit ("m²"): a number of the writer's own list. */
export const numberedMark = String.raw`(?:\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\])+(?![(:])|(?<!\b(?:[kcm]?m|ft|mi|in)(?=[²³]))[⁰¹²³⁴-⁹]+`;
/** Besides: `[Source 2]`, `【2】`, and `(2)` where a clause ends. */
const numbered = new RegExp(
  String.raw`${numberedMark}|\[(?:source|reference|ref\.?|note) ?\d{1,3}\]|【[^】\n]{1,20}】|\(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\)(?=\s*(?:[.,;:!?]|$))`,
  'gimu',
);
const raised = /<sup>[\s\d,–[\]()-]{1,20}<\/sup>/giu;
/** What a link says that is no word of the sentence. */
const nothingSaid = /^[\s\u200B[(]*(?:(?:source|ref(?:erence)?) )?\d{1,3}[\s\u200B\])]*$/i;

/**
 * Where the draft's words only point at a source and say nothing of their own, in its order: `(Ode, 2024)`, `Ode (2024)`,
 * `([Bridge to cost more](https://…))`, `[[sources/bridge]]`, `[3]`. A link whose words belong to the sentence is left out.
 */
export function citationMarks(draft: Draft, prose: Prose, citations: readonly Citation[], library: Library): Span[] {
  const sources = library.remember(sourcesById);
  const read = ({ start, end }: Span): string => prose.text.slice(start, end);
  const isMark = (label: Span, source?: Source): boolean =>
    nothingSaid.test(read(label)) ||
    isAside(prose.text, label) ||
    (source !== undefined && isNameOf(read(label), source));
  const named = citations.filter(
    ({ style, span, sourceId }) =>
      (style !== 'link' && style !== 'wikilink') || isMark(span, sources.get(sourceId ?? '')),
  );
  const links = prose.links.filter(({ label }) => isMark(label)).map(({ label }) => label);
  const found = [
    ...named.map(({ span }) => span),
    ...links,
    ...spansOf(prose.text, numbered),
    ...spansOf(draft.text, raised),
  ];
  return withoutOverlap(found.sort((a, b) => a.start - b.start));
}

function sourcesById({ sources }: Library): ReadonlyMap<string, Source> {
  return new Map(sources.map(source => [source.id, source]));
}

function withoutOverlap(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (!last || last.end <= span.start) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
}

/** The source's title or its beginning, or its path: a word of it alone may well be the sentence's. */
function isNameOf(label: string, { title = '', path }: Source): boolean {
  const own = foldKey(label).replace(/^[\s[(!]+|(?:\.\.\.)?[\s\])]*$/g, '');
  const isTitle = own.split(' ').length > 2 && foldKey(title).startsWith(own);
  return isTitle || foldKey(path).replace(/\.\w+$/, '') === own.replace(/\.\w+$/, '');
}

/** Characters that a link's target and its marks may take. */
const farthest = 2000;

/** Alone between two parentheses; what is no prose (a link's target) is blank in `text`. */
function isAside(text: string, { start, end }: Span): boolean {
  return (
    /\([\u200B[!]*$/.test(text.slice(Math.max(0, start - 8), start)) &&
    /^[\u200B\]]*\)/.test(text.slice(end, end + farthest))
  );
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(match => ({ start: match.index, end: match.index + match[0].length }));
}
