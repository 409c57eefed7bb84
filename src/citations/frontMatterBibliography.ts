import type { Draft } from '../model.ts';
import { findFrontMatter } from '../sources/frontMatter.ts';
import { entriesIn } from './entriesIn.ts';
import type { Entry } from './entry.ts';

/** What a draft's front matter says about its bibliography, as Pandoc reads it. */
export type FrontMatterBibliography = {
  /** Absolute addresses of the files named by `bibliography`, in their order. */
  readonly files: readonly string[];
  /** The style named by `csl`. */
  readonly csl?: string;
  /** Entries written out under `references`. */
  readonly references: readonly Entry[];
};

/**
 * Reads `bibliography` (one file or a list), `csl` and `references`. Relative paths go from the draft's folder. Anything of
 * another kind is left out.
 */
export function frontMatterBibliography({ uri, text }: Draft): FrontMatterBibliography {
  if (!/^\ufeff?---/.test(text) || !/^(?:bibliography|csl|references)[ \t]*:/m.test(text.slice(0, longest)))
    return nothing;
  const fields = findFrontMatter(text)?.fields ?? {};
  const { bibliography, csl, references } = fields;
  const files = [bibliography].flat().flatMap(path => addressOf(path, uri) ?? []);
  const style = addressOf(csl, uri);
  return { files, references: entriesIn(references), ...(style === undefined ? {} : { csl: style }) };
}

const nothing: FrontMatterBibliography = { files: [], references: [] };
const longest = 64 * 1024;

function addressOf(path: unknown, base: string): string | undefined {
  if (typeof path !== 'string' || path.trim() === '') return undefined;
  const windows = /^[a-z]:[\\/]/i.test(path) ? `/${path}` : path;
  try {
    // Only what separates folders keeps its meaning: `#` and `?` are letters of a file's name.
    return new URL(/^[a-z][a-z0-9+.-]+:\/\//i.test(path) ? path : windows.split(/[\\/]/).map(encoded).join('/'), base)
      .href;
  } catch {
    return undefined;
  }
}

function encoded(name: string): string {
  return /^[a-z]:$/i.test(name) ? name : encodeURIComponent(name);
}
