import type { Source } from '../model.ts';
import { fold } from '../text/fold.ts';
import { withoutTracking } from './address.ts';

/**
 * Which source some words name: by its url or path, else by its title, typography and case aside. Of several titles the
 * longest counts; of sources with one title the one whose date, authors or publisher are named too, else the first.
 * Built once for a library: a look-up costs the length of the words, whatever the library's size.
 */
export function createNaming(sources: readonly Source[]): (words: string) => Source | undefined {
  const byEnd = new Map<string, Needle[]>();
  const short: Needle[] = [];
  for (const needle of sources.flatMap(needlesOf)) {
    const end = needle.text.slice(-tail);
    if (end.length < tail) short.push(needle);
    else if (byEnd.get(end)?.push(needle) === undefined) byEnd.set(end, [needle]);
  }
  return words => {
    const text = comparable(withoutTracking(words));
    const found = short.filter(needle => occurs(needle, text));
    for (let end = tail; end <= text.length; end++) {
      for (const needle of byEnd.get(text.slice(end - tail, end)) ?? []) {
        if (stands(needle, text, end - needle.text.length)) found.push(needle);
      }
    }
    return best(found, text)?.source;
  };
}

type Needle = { readonly source: Source; readonly text: string; readonly kind: 'url' | 'path' | 'title' };

/** UTF-16 units at a needle's end by which it is looked up. */
const tail = 8;

/** A title shorter than this is too common a phrase to recognise a source by; a character of Chinese says as much as three letters. */
const minimumTitle = 12;

/** A source never changes: only new ones are folded when the library does. */
const needles = new WeakMap<Source, readonly Needle[]>();

function needlesOf(source: Source): readonly Needle[] {
  const known = needles.get(source) ?? makeNeedles(source);
  needles.set(source, known);
  return known;
}

function makeNeedles(source: Source): Needle[] {
  // A title cut for lists is named by what is left of it, with or without the dots.
  const title = comparable(source.title.replace(/…$/, ''));
  const url = source.url === undefined ? '' : comparable(withoutScheme(source.url));
  const path = comparable(source.path);
  const weight =
    title.length + 2 * (title.match(/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu)?.length ?? 0);
  return [
    ...(url === '' ? [] : [{ source, text: url, kind: 'url' as const }]),
    ...(path === '' ? [] : [{ source, text: path, kind: 'path' as const }]),
    ...(weight < minimumTitle || !/[\p{L}\p{N}]/u.test(title) ? [] : [{ source, text: title, kind: 'title' as const }]),
  ];
}

/** `https://www.a.example/b/` and `http://a.example/b` are one page; a bare host stays an address. */
function withoutScheme(url: string): string {
  const page = withoutTracking(url).replace(/#.*$/s, '').replace(/\/+$/, '');
  const bare = page.replace(/^https?:\/\/(?:www\.)?/i, '');
  return bare.includes('/') ? bare : page;
}

function occurs(needle: Needle, text: string): boolean {
  for (let at = text.indexOf(needle.text); at >= 0; at = text.indexOf(needle.text, at + 1)) {
    if (stands(needle, text, at)) return true;
  }
  return false;
}

/** Before a path may stand `./` or `../`, but no other folder. */
const beforeBad = {
  url: /[\p{L}\p{N}_-]$|(?<!\bwww)\.$/u,
  path: /[\p{L}\p{N}_~%.-]$|(?<!(?:^|[\s(<"'/])\.{1,2})\/$/u,
  title: /[\p{L}\p{N}]$/u,
};
/** What would go on with an address or path: `budget-2025`, `budget/2025`, `budget?page=2`, `budget.html`. */
const goesOn = /^(?:[\p{L}\p{N}_%=&+~$-]|[./?:@]+[\p{L}\p{N}_%])/u;
const afterBad = { url: goesOn, path: goesOn, title: /^[\p{L}\p{N}]/u };

function stands({ text: needle, kind }: Needle, text: string, at: number): boolean {
  if (at < 0 || !text.startsWith(needle, at)) return false;
  const before = text.slice(Math.max(0, at - 5), at);
  const after = text.slice(at + needle.length, at + needle.length + 4);
  const bareWord = kind === 'title' && /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(needle);
  return bareWord || !(beforeBad[kind].test(before) || afterBad[kind].test(after));
}

function best(found: readonly Needle[], text: string): Needle | undefined {
  const rank = ({ kind, text: needle, source }: Needle): readonly number[] => [
    kind === 'title' ? 0 : 1,
    needle.length,
    kind === 'title' ? alsoNamed(source, text) : 0,
  ];
  return found.reduce<Needle | undefined>(
    (best, next) => (best && compare(rank(best), rank(next)) >= 0 ? best : next),
    undefined,
  );
}

function alsoNamed(source: Source, text: string): number {
  const parts = [source.published, source.publisher, ...source.authors];
  return parts.filter(part => part !== undefined && part !== '' && text.includes(comparable(part))).length;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function comparable(text: string): string {
  return fold(text).text.toLowerCase().trim();
}
