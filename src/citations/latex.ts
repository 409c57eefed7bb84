import type { Citation, Span } from '../model.ts';
import { type CitationContext, type CitationStyle, namedBy, present } from './style.ts';

/**
 * LaTeX: `\cite[see][p. 3]{key}` and the commands of natbib and biblatex. A group, `\cite{one,two}`, is a citation for each
 * key. In the sentence `\textcite`, without the author `\citeyear` is written unless the citation has a command already.
 */
export const latex: CitationStyle = {
  name: 'latex',
  write(source, parts, { library }) {
    const { prefix, form } = parts;
    const behind = [parts.locator, parts.suffix].filter(part => part !== undefined && part !== '').join(' ');
    const command = parts.command ?? (form === 'in-text' ? 'textcite' : form ? 'citeyear' : 'cite');
    const notes =
      safe(prefix) && prefix
        ? `[${prefix}][${safe(behind) ? behind : ''}]`
        : behind && safe(behind)
          ? `[${behind}]`
          : '';
    return { gap: '~', mark: `\\${command}${notes}{${library.keyOf(source)}}`, edits: [] };
  },
  find(context) {
    const verbatim = verbatimIn(context.draft.text);
    return [...context.draft.text.matchAll(commandPattern)].flatMap(match =>
      isComment(context, match.index) || verbatim.some(({ start, end }) => start <= match.index && match.index < end)
        ? []
        : [match, ...othersOf(match)].flatMap(group => citationsOf(group, context)),
    );
  },
};

/** `\citestyle` and the like set something up; everything else that ends in `cite`, `citep`, `citeauthor` … cites. */
const commandPattern =
  /\\((?!citestyle|citereset|citesetup)[A-Za-z]*[cC]ite(?:p|t|alp|alt|author|year|yearpar|title|date|url|s|text|fullauthor|num)?\*?)((?:\s?\[[^\]\n]*\]){0,2})\{([^{}\\]*)\}/g;

/** `\parencites[12]{one}[3]{two}`: the groups behind the first one. */
function othersOf(first: RegExpExecArray): RegExpExecArray[] {
  if (!/cites\*?$/.test(first[1] ?? '')) return [];
  const groups: RegExpExecArray[] = [];
  const group = /()((?:\s?\[[^\]\n]*\]){0,2})\{([^{}\\]*)\}/y;
  group.lastIndex = first.index + first[0].length;
  for (let match = group.exec(first.input); match; match = group.exec(first.input)) groups.push(match);
  return groups;
}

/** What stands there is shown as it is written. */
function verbatimIn(text: string): Span[] {
  const pattern =
    /\\(?:verb|lstinline)\*?([^\w\s*])[^\n]*?\1|\\begin\{((?:verbatim|lstlisting|minted|comment|filecontents|alltt)\*?)\}[\s\S]*?\\end\{\2\}/gi;
  return [...text.matchAll(pattern)].map(match => ({ start: match.index, end: match.index + match[0].length }));
}

const inText = /^(?:[Tt]extcite|[Cc]itet|[Cc]italt|citeauthor)\*?$/;
const suppressed = /^cite(?:year|yearpar|date)\*?$/;

function citationsOf(match: RegExpExecArray, { library }: CitationContext): Citation[] {
  const [whole, command = '', notes = '', keys = ''] = match;
  const [first, second] = [...notes.matchAll(/\[([^\]]*)\]/g)].map(note => note[1]?.trim());
  const end = match.index + whole.length;
  const form = inText.test(command) ? 'in-text' : suppressed.test(command) ? 'author-suppressed' : undefined;
  const spans = keySpans(keys, end - 1 - keys.length);
  return spans.map(({ key, span }, i) => ({
    span: spans.length === 1 ? { start: match.index, end } : span,
    key,
    style: 'latex',
    keySpan: span,
    ...namedBy(key, library),
    ...present({ command: command === 'cite' ? undefined : command, form }),
    ...present(i > 0 ? {} : { prefix: second === undefined ? undefined : first, ...located(second ?? first) }),
  }));
}

/** Biblatex takes a note that begins with a number or a page mark for the locator. */
function located(note: string | undefined) {
  return note !== undefined && /^(?:pp?\.|ch\.|chap|sec|§|vol|\d)/.test(note) ? { locator: note } : { suffix: note };
}

function keySpans(keys: string, from: number): { readonly key: string; readonly span: Span }[] {
  // A comment at a line's end within the braces is no key, nor is a macro's argument.
  const plain = keys.replace(/%[^\n]*/g, comment => ' '.repeat(comment.length));
  return [...plain.matchAll(/[^,\s][^,]*/g)].flatMap(match => {
    const key = match[0].trim();
    const start = from + match.index;
    return key === '*' || key.startsWith('#') ? [] : [{ key, span: { start, end: start + key.length } }];
  });
}

/** Behind a `%` on its line, or (in Markdown) in code or front matter. */
function isComment({ draft: { text, language }, prose }: CitationContext, offset: number): boolean {
  if (language !== 'latex') return prose.masked(offset);
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /(?<!\\)(?:\\\\)*%/.test(line) || prose.comments.some(({ start, end }) => start <= offset && offset < end);
}

function safe(note: string | undefined): boolean {
  return !/[[\]{}\n%]/.test(note ?? '');
}
