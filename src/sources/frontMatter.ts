import { parseDocument } from 'yaml';
import type { Span } from '../model.ts';
import { frontMatterOf } from '../text/frontMatter.ts';
import { tomlFields } from './tomlFields.ts';

export type FrontMatter = {
  /** From the opening fence to behind the closing one and its line end. */
  readonly span: Span;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Why the fields could not be used, when they could not. */
  readonly problem?: string;
};

/** Longer than any front matter; a text of megabytes that begins with a rule is not searched for its end. */
const longest = 64 * 1024;

/**
 * The metadata block at the very start of a text; undefined when there is none or it is never closed. YAML that cannot
 * be parsed still is front matter, with no fields and a problem that names the line in the file. TOML stands
 * between `+++`.
 */
export function findFrontMatter(text: string): FrontMatter | undefined {
  const span = frontMatterOf(text.slice(0, longest));
  if (!span) return undefined;
  const block = text.slice(span.start, span.end);
  if (block.startsWith('+')) return { span, fields: tomlFields(block) };
  return { span, ...parseFields(block.replace(/^.*\r?\n/, '').replace(/(?:---|\.\.\.)[ \t]*(?:\r?\n)?$/, '')) };
}

function parseFields(yaml: string): Omit<FrontMatter, 'span'> {
  const document = parseDocument(yaml, { logLevel: 'silent' });
  const error = document.errors[0];
  if (error) {
    const fields = plainFields(yaml);
    return fields ? { fields } : { fields: {}, problem: unusable(error.linePos?.[0]?.line, error.code) };
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (value === null || value === undefined) return { fields: {} };
    if (typeof value === 'object' && !Array.isArray(value)) return { fields: value as Record<string, unknown> };
  } catch {
    // Aliases that would blow up to gigabytes: the text is still worth reading.
  }
  return { fields: {}, problem: unusable(undefined, 'NOT_FIELDS') };
}

/** `title: Harbour: bridge to close` is what people write and YAML forbids: where every line is a field, each is taken whole. */
function plainFields(yaml: string): Record<string, string> | undefined {
  const lines = yaml.split(/\r?\n/).filter(line => line.trim() !== '');
  const fields = lines.map(line => /^([\w -]+):[ \t]+([^\s"'[{&*!|>%@`].*)$/.exec(line));
  if (!fields.every(field => field !== null)) return undefined;
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value.trim()]));
}

function unusable(line: number | undefined, code: string): string {
  // The fence is line 1 of the file.
  const where = line === undefined ? '' : ` (line ${line + 1}: ${code.toLowerCase().replaceAll('_', ' ')})`;
  return `has front matter that is not usable YAML${where}; its title, date and authors are not used`;
}
