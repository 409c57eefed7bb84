import { parseDocument } from 'yaml';
import type { Span } from '../model.ts';

export type FrontMatter = {
  /** From the opening fence to behind the closing one and its line end. */
  readonly span: Span;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Why the fields could not be used, when they could not. */
  readonly problem?: string;
};

const opening = /^---[ \t]*\r?\n/;
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;

/**
 * The YAML block between `---` lines at the very start of a text; undefined when there is none or it is never closed.
 * YAML that cannot be parsed still is front matter, with no fields and a problem that names the line in the file.
 */
export function findFrontMatter(text: string): FrontMatter | undefined {
  const fence = opening.exec(text);
  if (!fence) return undefined;
  const close = new RegExp(closing);
  close.lastIndex = fence[0].length;
  const end = close.exec(text);
  if (!end) return undefined;
  const span = { start: 0, end: end.index + end[0].length };
  return { span, ...parseFields(text.slice(fence[0].length, end.index)) };
}

function parseFields(yaml: string): Omit<FrontMatter, 'span'> {
  const document = parseDocument(yaml, { logLevel: 'silent' });
  const error = document.errors[0];
  if (error) return { fields: {}, problem: unusable(error.linePos?.[0]?.line, error.code) };
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (value === null || value === undefined) return { fields: {} };
    if (typeof value === 'object' && !Array.isArray(value)) return { fields: value as Record<string, unknown> };
  } catch {
    // Aliases that would blow up to gigabytes: the text is still worth reading.
  }
  return { fields: {}, problem: unusable(undefined, 'NOT_FIELDS') };
}

function unusable(line: number | undefined, code: string): string {
  // The fence is line 1 of the file.
  const where = line === undefined ? '' : ` (line ${line + 1}: ${code.toLowerCase().replaceAll('_', ' ')})`;
  return `has front matter that is not usable YAML${where}; its title, date and authors are not used`;
}
