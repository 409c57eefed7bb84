import { type Entry, entriesIn } from '../engine.ts';

/**
 * Entries of a BibTeX or BibLaTeX file, in its order. Rejects when the text is none. The type is forced on the library:
 * guessing, it would take a text that is an address for something to fetch.
 */
export async function parseBibTeX(text: string): Promise<Entry[]> {
  const { plugins } = await loadCitationJs();
  return entriesIn(plugins.input.chain(text, { forceType: '@biblatex/text', generateGraph: false }));
}

/**
 * Entries as BibLaTeX (what biber and Pandoc read from a .bib file) or as BibTeX, under their own keys, in UTF-8. Nothing
 * of a title can end its field or become a command.
 */
export async function formatBibTeX(
  entries: readonly Entry[],
  dialect: 'biblatex' | 'bibtex' = 'biblatex',
): Promise<string> {
  const { plugins } = await loadCitationJs();
  const labelled = entries.map(entry => ({ ...escapedStrings(entry), id: entry.id, 'citation-key': entry.id }));
  return String(plugins.output.format(dialect, labelled, {}));
}

/** CSL-JSON as Pandoc and Zotero read it. */
export function formatCslJson(entries: readonly Entry[]): string {
  return `${JSON.stringify(entries, null, 2)}\n`;
}

/** Loaded when it is first needed, by those few who export or bring a bibliography. */
async function loadCitationJs() {
  const loaded = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  // A bundler hands over the CommonJS exports whole, Node names them one by one.
  const { plugins } = loaded.plugins ? loaded : loaded.default;
  // Its own escaping drops every letter that TeX has no command for: Arabic, Chinese, emoji. A key is the writer's own.
  Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false, checkLabel: false });
  return { plugins };
}

/** Words of other names (types, dates, addresses) hold nothing that TeX would read, and some must stay as they are. */
const verbatim = new Set(['id', 'type', 'URL', 'DOI', 'issued', 'accessed', 'language', 'citation-key']);

function escapedStrings<T extends object>(record: T): T {
  const fields = Object.entries(record).map(([key, value]) => [
    key,
    verbatim.has(key) ? plainAddress(value) : escaped(value),
  ]);
  return Object.fromEntries(fields) as T;
}

function escaped(value: unknown): unknown {
  if (typeof value === 'string') {
    // Two dashes or quotation marks in a row would become one other mark.
    return value.replace(/[\\{}%&$#_^~]/g, mark => commands[mark] ?? mark).replace(/([-`',<>])(?=\1)/g, '$1{}');
  }
  if (Array.isArray(value)) return value.map(escaped);
  return typeof value === 'object' && value !== null ? escapedStrings(value) : value;
}

/** Braces count for where a field ends even behind a backslash, so they are spelled out. */
const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

function plainAddress(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/[{}\\]/g, encodeURIComponent) : value;
}
