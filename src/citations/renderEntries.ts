import type { Entry } from './entry.ts';
import { escapeMarkdown } from './escape.ts';

/** The XML of a CSL style and of the locale to write it in. */
export type CslFiles = { readonly style: string; readonly locale: string };

/** A line of a reference list in Markdown. */
export type RenderedEntry = { readonly key: string; readonly markdown: string };

export type Rendered = { readonly entries: readonly RenderedEntry[]; readonly problem?: string };

/**
 * Bibliography entries as a style writes them, in the style's order; the given order is that of their citation. A style
 * that cannot be used (no CSL, a dependent style, one without a bibliography) gives no entries and a problem for the writer.
 * The processor is loaded at the first call: nobody who inserts no bibliography pays for it.
 */
export async function renderEntries(entries: readonly Entry[], csl: CslFiles): Promise<Rendered> {
  const problem = unusable(csl.style);
  if (problem) return { entries: [], problem };
  const loaded = await import('citeproc');
  // A bundler hands over the module's exports, Node a namespace around them.
  const { Engine } = 'default' in loaded ? (loaded.default as typeof loaded) : loaded;
  const byKey = new Map(entries.map(entry => [entry.id, entry]));
  try {
    const system = { retrieveLocale: () => csl.locale, retrieveItem: (id: string) => ({ ...byKey.get(id) }) };
    const engine = new Engine(system, csl.style, 'en-US');
    engine.updateItems([...byKey.keys()]);
    const made = engine.makeBibliography();
    if (!made) return { entries: [], problem: 'This citation style has no bibliography.' };
    const [{ entry_ids }, lines] = made;
    return {
      entries: lines.flatMap((html, i) => {
        const key = entry_ids[i]?.[0] ?? '';
        return [{ key, markdown: toMarkdown(html, byKey.get(key)?.URL) }];
      }),
    };
  } catch {
    return { entries: [], problem: 'The citation style could not be read: it is not valid CSL.' };
  }
}

function unusable(style: string): string | undefined {
  if (!/<style[\s>]/.test(style)) return 'The citation style is no CSL style.';
  const parent = /<link\b(?=[^>]*rel="independent-parent")[^>]*href="([^"]+)"/.exec(style)?.[1];
  if (parent !== undefined) return `The citation style only points at another one; use that: ${parent}`;
  return /<bibliography[\s>]/.test(style) ? undefined : 'This citation style has no bibliography.';
}

/** Citeproc writes a small, known HTML. Words are escaped, the entry's own url becomes an address. */
function toMarkdown(html: string, url: string | undefined): string {
  const marks: Readonly<Record<string, string>> = { i: '*', em: '*', b: '**', strong: '**', sup: '^', sub: '~' };
  const pieces = html.split(/(<\/?[a-z]+\b[^<>]*>)/i).map(piece => {
    const tag = /^<\/?([a-z]+)\b/i.exec(piece)?.[1]?.toLowerCase();
    if (tag === undefined) return words(decoded(piece), url);
    return tag === 'div' ? ' ' : (marks[tag] ?? '');
  });
  return pieces
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(\d+)\\([.)]) /, '$1$2 ');
}

function words(text: string, url: string | undefined): string {
  if (url === undefined || !/^https?:\/\/[^\s<>]+$/.test(url)) return escapeMarkdown(text);
  return text
    .split(url)
    .map(part => escapeMarkdown(part))
    .join(`<${url}>`);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function decoded(html: string): string {
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
