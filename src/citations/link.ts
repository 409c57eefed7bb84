import type { Citation, Source, Span } from '../model.ts';
import { shortened } from '../text/shortened.ts';
import { escapeMarkdown, oneLine } from './escape.ts';
import { type CitationStyle, present } from './style.ts';

/**
 * An inline link, `([title](https://…#:~:text=the%20quoted%20words))`: a browser shows the page at the words. A source
 * without a url is linked by its file, relative to the draft.
 */
export const link: CitationStyle = {
  name: 'link',
  write(source, { words }, { draft }) {
    const title = escapeMarkdown(shortened(oneLine(source.title), 80)) || 'source';
    return { gap: ' ', mark: `([${title}](${targetOf(source, draft.uri, words)}))`, edits: [] };
  },
  find({ draft, prose, library }) {
    const found: Citation[] = [];
    for (const { span, target } of prose.links) {
      if (draft.text.startsWith('[[', span.start)) continue;
      const source = library.at(absolute(target, draft.uri)) ?? library.at(target);
      if (!source) continue;
      const words = wordsOf(target);
      found.push({
        span: withParentheses(draft.text, span),
        key: target,
        style: 'link',
        sourceId: source.id,
        ...present({ words }),
      });
    }
    return found;
  },
};

function withParentheses(text: string, { start, end }: Span): Span {
  return text[start - 1] === '(' && text[end] === ')' && text[end - 1] === ')'
    ? { start: start - 1, end: end + 1 }
    : { start, end };
}

/** Longer quotations are given by their beginning and end, so that the link stays readable. */
const longestWords = 80;
const edgeWords = 5;

function targetOf(source: Source, draftUri: string, words: string | undefined): string {
  const page = source.url !== undefined && /^https?:\/\//i.test(source.url) ? source.url : undefined;
  if (page === undefined) return encoded(relative(source.uri, draftUri));
  const fragment = words === undefined || oneLine(words) === '' ? '' : `#:~:text=${textFragment(oneLine(words))}`;
  return encoded(page.replace(/#.*$/s, '')) + fragment;
}

function textFragment(words: string): string {
  const ends = words.split('…');
  if (ends.length === 2) return ends.map(end => escaped(end.trim())).join(',');
  const all = words.split(' ');
  if (words.length <= longestWords || all.length < 3 * edgeWords) return escaped(words);
  return [all.slice(0, edgeWords), all.slice(-edgeWords)].map(end => escaped(end.join(' '))).join(',');
}

function wordsOf(target: string): string | undefined {
  const fragment = /#(?:.*?):~:text=([^&]*)/s.exec(target)?.[1];
  if (fragment === undefined) return undefined;
  try {
    return fragment
      .split(',')
      .filter(part => !/^-|-$/.test(part))
      .map(decodeURIComponent)
      .join('…');
  } catch {
    return undefined;
  }
}

/** `-`, `,` and `&` have a meaning of their own in a text fragment; parentheses and `*` have one in Markdown. */
function escaped(words: string): string {
  return encodeURIComponent(
    words.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, ''),
  ).replace(/[-()*'!~_]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A target without anything that would end it or be read as markup. */
function encoded(target: string): string {
  return target.replace(
    /[\s()<>"'`*\\[\]^{|}\p{Cc}]/gu,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function absolute(target: string, base: string): string {
  try {
    return new URL(target, base).href;
  } catch {
    return target;
  }
}

/** From the draft's folder to a file on the same host: `../sources/a.md`; anything else stays absolute. */
function relative(uri: string, base: string): string {
  const [host, path] = split(uri);
  const [baseHost, basePath] = split(base);
  if (host === undefined || host !== baseHost || path === undefined || basePath === undefined) return uri;
  const to = path.split('/');
  const from = basePath.split('/').slice(0, -1);
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  const way = [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
  return /^[^/]*:/.test(way) ? `./${way}` : way;
}

function split(uri: string): readonly [string | undefined, string | undefined] {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)(\/[^?#]*)/i.exec(uri);
  return [match?.[1], match?.[2]];
}
