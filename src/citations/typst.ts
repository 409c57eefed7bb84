import type { Citation, CitationParts, Draft } from '../model.ts';
import { type CitationContext, type CitationStyle, namedBy, present } from './style.ts';

/**
 * Typst: `@key`, `@key[p. 3]`, `#cite(<key>, supplement: [p. 3], form: "prose")`. The short form is read in Typst drafts
 * only: in Markdown it is Pandoc's.
 */
export const typst: CitationStyle = {
  name: 'typst',
  write(source, parts, { library }) {
    const key = library.keyOf(source);
    const note = [parts.locator, parts.suffix].filter(safe).join(' ');
    if (parts.form === undefined) return { gap: ' ', mark: `@${key}${note && `[${note}]`}`, edits: [] };
    const supplement = note && `, supplement: [${note}]`;
    const form = parts.form === 'in-text' ? 'prose' : 'year';
    return { gap: ' ', mark: `#cite(<${key}>${supplement}, form: "${form}")`, edits: [] };
  },
  find(context) {
    const { draft, prose } = context;
    const calls = [...draft.text.matchAll(callPattern)]
      .filter(match => !prose.masked(match.index))
      .map(match => called(match, context));
    return isTypst(draft) ? [...calls, ...references(context)] : calls;
  },
};

/** Typst drafts come as plain text. */
export function isTypst(draft: Draft): boolean {
  return /\.typ$/i.test(draft.uri);
}

const callPattern = /#cite\(\s*<([^<>\s]+)>((?:[^()"[\]]|"[^"\n]*"|\[[^[\]]*\])*)\)/g;
/** Behind a quotation mark stands a string: `#import "@preview/…"`. */
const referencePattern =
  /(?<![\p{L}\p{N}_@\\/"])@([\p{L}\p{N}_](?:[\p{L}\p{N}_-]|[:.](?=[\p{L}\p{N}_-]))*)(?:\[([^[\]\n]*)\])?/gu;

function called(match: RegExpExecArray, { library }: CitationContext): Citation {
  const [whole, key = '', rest = ''] = match;
  const keyStart = match.index + whole.indexOf('<') + 1;
  const form = /form:\s*"(\w+)"/.exec(rest)?.[1];
  return {
    span: { start: match.index, end: match.index + whole.length },
    key,
    style: 'typst',
    keySpan: { start: keyStart, end: keyStart + key.length },
    ...namedBy(key, library),
    ...located(/supplement:\s*\[([^\]]*)\]/.exec(rest)?.[1]),
    ...present({ form: form === 'prose' ? 'in-text' : form === 'year' ? 'author-suppressed' : undefined }),
  };
}

/** References to a label of the draft's own (`@fig-bridge`) look alike: only known keys and those with a supplement count. */
function references({ draft, library }: CitationContext): Citation[] {
  return [...draft.text.matchAll(referencePattern)].flatMap(match => {
    const [whole, key = '', note] = match;
    if (draft.text.includes(`<${key}>`) && !library.keys.has(key)) return [];
    const start = match.index;
    return [
      {
        span: { start, end: start + whole.length },
        key,
        style: 'typst' as const,
        keySpan: { start: start + 1, end: start + 1 + key.length },
        ...namedBy(key, library),
        ...located(note),
      },
    ];
  });
}

function located(note: string | undefined): CitationParts {
  return present({ locator: note?.trim() });
}

function safe(note: string | undefined): note is string {
  return note !== undefined && note !== '' && !/[[\]\n]/.test(note);
}
