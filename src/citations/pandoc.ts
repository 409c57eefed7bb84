import type { Citation, CitationParts, Span } from '../model.ts';
import type { Prose } from '../text/prose.ts';
import { nearestKeys } from './nearestKeys.ts';
import { type CitationContext, type CitationStyle, namedBy, present } from './style.ts';

/**
 * Pandoc: `[see @key, p. 3 and on]`, `[-@key]` without the author, `@key` and `@key [p. 3]` in the sentence. A group,
 * `[@one; @two]`, is a citation for each part. A bare `@name` that is no key and near none is somebody's name elsewhere.
 */
export const pandoc: CitationStyle = {
  name: 'pandoc',
  write(source, parts, { library }) {
    const key = writtenKey(library.keyOf(source));
    const behind = [parts.locator, parts.suffix].filter(safe).join(' ');
    if (parts.form === 'in-text') return { gap: ' ', mark: `@${key}${behind ? ` [${behind}]` : ''}`, edits: [] };
    const prefix = safe(parts.prefix) ? `${parts.prefix} ` : '';
    const hidden = parts.form === 'author-suppressed' ? '-' : '';
    // A suffix that is no locator brings its own comma, or none.
    const comma = parts.locator === undefined ? (/^[\p{L}\p{N}]/u.test(behind) ? ' ' : '') : ', ';
    return { gap: ' ', mark: `[${prefix}${hidden}@${key}${behind && comma + behind}]`, edits: [] };
  },
  find(context) {
    const groups = groupsOf(context);
    return [...groups.flatMap(span => partsOf(span, context)), ...bareOf(groups, context)];
  },
};

/** What pandoc takes for a key: letters, digits and `_`, with single marks inside; anything between braces. */
const keySource = String.raw`(?:\{([^{}\s]+)\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*))`;
const partPattern = new RegExp(String.raw`^(.*?)(?<![\p{L}\p{N}_@\\])(-?)@${keySource}(.*)$`, 'su');
const barePattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}_@/.\\])@${keySource}(?:[ \t]*\[([^\][@^\n]+)\](?![(:]))?`,
  'gu',
);
const groupPattern = /\[(?:[^[\]@]*[\s;[-])?-?@[\p{L}\p{N}_{][^[\]]*\]/gu;

const locatorPattern =
  /^,\s*((?:\{[^{}]*\}|(?:(?:pp?|chap|ch|sec|para|vol|bk|fig|fol|col|l|ll|n|nn|no|op|pt|v|vv|s\.\s?v)\.|pages?|chapters?|sections?|paragraphs?|volumes?|books?|figures?|folios?|columns?|lines?|notes?|numbers?|parts?|verses?|§+|¶+)\s*[\p{N}ivxlcIVXLC][\p{N}\p{L}:.–-]*(?:\s*[,&–-]\s*\p{N}[\p{N}:.–-]*)*|\p{N}[\p{N}:.–-]*(?:\s*[,&–-]\s*\p{N}[\p{N}:.–-]*)*))(.*)$/su;

/** Keys cited in some words, whether or not they are known. */
export function keysIn(words: string): string[] {
  return [...words.matchAll(keyPattern)].map(([, braced, plain]) => braced ?? plain ?? '');
}

const keyPattern = new RegExp(String.raw`(?<![\p{L}\p{N}_@/.\\])@${keySource}`, 'gu');

/** Brackets whose every part cites; not those of a link, in which an `@key` is a bare one. */
function groupsOf({ draft, prose }: CitationContext): Span[] {
  const marks = new Set(prose.citationMarks.map(mark => mark.start));
  return [...draft.text.matchAll(groupPattern)]
    .map(match => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start }) => (draft.language === 'markdown' ? marks.has(start) : !prose.masked(start)))
    .filter(({ start, end }) => {
      const parts = splitParts(draft.text, { start: start + 1, end: end - 1 });
      return draft.text[end] !== '(' && parts.every(part => partPattern.test(draft.text.slice(part.start, part.end)));
    });
}

/** One citation for each part of `[…; …]`; a part alone has the brackets in its span. */
function partsOf(group: Span, { draft, library }: CitationContext): Citation[] {
  const inner = { start: group.start + 1, end: group.end - 1 };
  const parts = splitParts(draft.text, inner);
  return parts.flatMap(part => {
    const match = partPattern.exec(draft.text.slice(part.start, part.end));
    if (!match) return [];
    const [whole, prefix = '', hidden, braced, plain, rest = ''] = match;
    const key = braced ?? plain ?? '';
    if (isCrossReference(key) && !library.keys.has(key)) return [];
    const keyEnd = part.start + whole.length - rest.length - (braced === undefined ? 0 : 1);
    return [
      {
        span: parts.length === 1 ? group : part,
        key,
        style: 'pandoc' as const,
        keySpan: { start: keyEnd - key.length, end: keyEnd },
        ...namedBy(key, library),
        ...present({ prefix: prefix.trim(), form: hidden ? 'author-suppressed' : undefined }),
        ...behind(rest),
      },
    ];
  });
}

/** `@fig:one` of pandoc-crossref, `@tbl-two` of Quarto: something in the draft itself. */
function isCrossReference(key: string): boolean {
  return /^(?:fig|tbl|tab|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr|nte|tip|wrn)[:-]/i.test(key);
}

function splitParts(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] !== ';') continue;
    const part = text.slice(from, at);
    const lead = part.length - part.trimStart().length;
    if (part.trim() !== '') parts.push({ start: from + lead, end: from + part.trimEnd().length });
    from = at + 1;
  }
  return parts;
}

function behind(rest: string): CitationParts {
  const match = locatorPattern.exec(rest);
  return match ? present({ locator: match[1]?.trim(), suffix: match[2]?.trim() }) : present({ suffix: rest.trim() });
}

/** `@key` and `@key [p. 3]` in the running text. `(@key)` is Pandoc's reference to a numbered example. */
function bareOf(groups: readonly Span[], { draft, prose, library }: CitationContext): Citation[] {
  return [...draft.text.matchAll(barePattern)].flatMap(match => {
    const [whole, braced, plain, bracketed] = match;
    const key = braced ?? plain ?? '';
    const start = match.index;
    const end = start + whole.length;
    if (isForeign(start, prose) || groups.some(g => g.start <= start && start < g.end)) return [];
    if (draft.text[start - 1] === '(' && draft.text[end] === ')') return [];
    if (!library.keys.has(key) && nearestKeys(key, library, 1).length === 0) return [];
    const keyStart = start + (braced === undefined ? 1 : 2);
    return [
      {
        span: { start, end },
        key,
        style: 'pandoc' as const,
        keySpan: { start: keyStart, end: keyStart + key.length },
        form: 'in-text' as const,
        ...namedBy(key, library),
        ...(bracketed === undefined ? {} : behind(`, ${bracketed.trim()}`)),
      },
    ];
  });
}

/** In code, addresses, front matter; what looks like a citation and is none does not hide the key in it. */
function isForeign(offset: number, prose: Prose): boolean {
  const holds = ({ start, end }: Span) => start <= offset && offset < end;
  return (
    (prose.masked(offset) && !prose.citationMarks.some(holds)) ||
    prose.links.some(({ span, label }) => holds(span) && !holds(label))
  );
}

/** Keys that pandoc would not read to their end stand between braces. */
function writtenKey(key: string): string {
  return new RegExp(`^${keySource}$`, 'u').test(key) ? key : `{${key.replace(/[{}\s]/g, '')}}`;
}

/** Whether a part can stand in a citation without ending it or being read as another. */
function safe(part: string | undefined): part is string {
  return part !== undefined && part !== '' && !/[[\]@;\n]/.test(part);
}
