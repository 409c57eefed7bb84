/**
 * What a writer can set, in one table: the defaults, the parser and the test that `contributes.configuration` in
 * package.json says the same all come from `definitions`.
 */
import Fuse from 'fuse.js';
import type { CitationStyleName, FindingCode, IgnoredFinding, Severity, SourceField } from './model.ts';

export type ClaimLevel = 'all' | 'facts' | 'off';
export type FindingLevel = Severity | 'off';

export type Settings = {
  /** Globs, relative to the workspace folder, of the files that are sources. */
  readonly sourcesInclude: readonly string[];
  /** Globs of files that never are. */
  readonly sourcesExclude: readonly string[];
  /** Megabytes (10^6 bytes); a larger file is reported, not read. */
  readonly sourcesMaxFileSize: number;
  /** JSON and CSV sources: which of their fields hold the text, the title and so on, beyond the usual names. */
  readonly sourcesFields: Readonly<Partial<Record<SourceField | 'text', string>>>;
  /** Globs of the drafts that `groundwork check` reads when it is given none. */
  readonly draftsInclude: readonly string[];
  readonly completionEnabled: boolean;
  /** Whether an accepted quote brings its citation along. */
  readonly completionCite: boolean;
  /** Whether the one possible rest of a quotation stands grey behind the cursor. */
  readonly completionGhostText: boolean;
  readonly hoverEnabled: boolean;
  /** How new citations are written. A LaTeX or Typst draft gets its own language's, whatever is set. */
  readonly citationStyle: CitationStyleName;
  /** `apa`, `chicago`, `mla`, `vancouver`, or the path of a .csl file, relative to the workspace folder. */
  readonly bibliographyStyle: string;
  readonly claimsLevel: ClaimLevel;
  /** Overrides of a finding's severity; a code not named keeps its default. */
  readonly findings: Readonly<Partial<Record<FindingCode, FindingLevel>>>;
  /** Findings the writer decided about; in groundwork.json only. */
  readonly ignore: readonly IgnoredFinding[];
};

export type SettingProblem = { readonly key: string; readonly message: string };

export const defaultSeverity: Readonly<Record<FindingCode, FindingLevel>> = {
  'quote-altered': 'warning',
  'quote-not-found': 'warning',
  'quote-misattributed': 'warning',
  'quote-variant': 'information',
  'quote-uncited': 'hint',
  'citation-unknown': 'warning',
  'citation-wrong-source': 'warning',
  'citation-stale': 'information',
  'citation-unused': 'information',
  'claim-contradicted': 'warning',
  'claim-unsupported': 'information',
  'claim-uncited': 'off',
  'draft-inconsistent': 'information',
  'source-unreadable': 'information',
};

export const findingCodes = Object.keys(defaultSeverity) as readonly FindingCode[];
const levels: readonly FindingLevel[] = ['error', 'warning', 'information', 'hint', 'off'];

type Kind =
  | { readonly type: 'globs' }
  | { readonly type: 'boolean' }
  | { readonly type: 'number'; readonly minimum: number; readonly maximum: number }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'text' }
  | { readonly type: 'fields'; readonly names: readonly string[] }
  | { readonly type: 'severities' }
  | { readonly type: 'ignores' };

export type Definition = {
  /** The key behind `groundwork.` in the editor's settings, and the key in groundwork.json. */
  readonly key: string;
  readonly field: keyof Settings;
  readonly kind: Kind;
  readonly default: Settings[keyof Settings];
  /** Kept in groundwork.json, beside the drafts it is about, and not among the editor's settings. */
  readonly fileOnly?: boolean;
};

export const definitions: readonly Definition[] = [
  {
    key: 'sources.include',
    field: 'sourcesInclude',
    kind: { type: 'globs' },
    default: ['sources/**', 'seeds/**'],
  },
  {
    key: 'sources.exclude',
    field: 'sourcesExclude',
    kind: { type: 'globs' },
    default: ['**/draft*.{md,markdown,txt,tex}', '**/node_modules/**', '**/.*/**', '**/.*'],
  },
  {
    key: 'sources.maxFileSize',
    field: 'sourcesMaxFileSize',
    kind: { type: 'number', minimum: 0.001, maximum: 1000 },
    default: 20,
  },
  {
    key: 'sources.fields',
    field: 'sourcesFields',
    kind: {
      type: 'fields',
      names: ['text', 'title', 'authors', 'publisher', 'published', 'url', 'language', 'accessed'],
    },
    default: {},
  },
  {
    key: 'drafts.include',
    field: 'draftsInclude',
    kind: { type: 'globs' },
    default: ['**/draft*.{md,markdown,txt,tex}', 'drafts/**'],
  },
  { key: 'completion.enabled', field: 'completionEnabled', kind: { type: 'boolean' }, default: true },
  { key: 'completion.cite', field: 'completionCite', kind: { type: 'boolean' }, default: true },
  { key: 'completion.ghostText', field: 'completionGhostText', kind: { type: 'boolean' }, default: true },
  { key: 'hover.enabled', field: 'hoverEnabled', kind: { type: 'boolean' }, default: true },
  {
    key: 'citation.style',
    field: 'citationStyle',
    kind: { type: 'choice', values: ['footnote', 'pandoc', 'link', 'author-date', 'wikilink', 'latex', 'typst'] },
    default: 'footnote',
  },
  { key: 'citation.bibliographyStyle', field: 'bibliographyStyle', kind: { type: 'text' }, default: 'apa' },
  {
    key: 'claims.level',
    field: 'claimsLevel',
    kind: { type: 'choice', values: ['all', 'facts', 'off'] },
    default: 'all',
  },
  { key: 'findings', field: 'findings', kind: { type: 'severities' }, default: {} },
  { key: 'ignore', field: 'ignore', kind: { type: 'ignores' }, default: [], fileOnly: true },
];

export const defaultSettings = Object.fromEntries(definitions.map(d => [d.field, d.default])) as Settings;

/**
 * Reads settings from what the editor or groundwork.json holds: nested objects, dotted keys, or both.
 * A bad value never throws: the default stands in and a problem names the key, the value and what is allowed.
 * Keys that are not settings are reported only when `strict` (groundwork.json, where they are typing errors).
 */
export function parseSettings(
  input: unknown,
  strict = false,
): { readonly settings: Settings; readonly problems: readonly SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const given = flatten(input, problems);
  const settings: Record<string, unknown> = { ...defaultSettings };
  for (const definition of definitions) {
    const value = given.get(definition.key);
    given.delete(definition.key);
    if (value === undefined || value === null) continue;
    if (definition.kind.type === 'severities')
      settings[definition.field] = parseSeverities(definition.key, value, problems);
    else if (fits(definition.kind, value)) settings[definition.field] = value;
    else problems.push(badValue(definition.key, value, allowed(definition.kind)));
  }
  if (strict) {
    for (const key of given.keys())
      problems.push({ key, message: `${key} is not a setting of Groundwork.${meant(key)}` });
  }
  return { settings: settings as Settings, problems };
}

/** What a key that is no setting was likely meant to be. */
function meant(key: string): string {
  const keys = definitions.map(definition => definition.key);
  const bare = key.replace(/^groundwork\./, '');
  if (bare !== key && keys.includes(bare)) return ` In this file it is ${bare}, without “groundwork.”.`;
  const [near] = new Fuse(keys, { threshold: 0.3, ignoreLocation: true }).search(bare);
  return near ? ` Did you mean ${near.item}?` : '';
}

function flatten(input: unknown, problems: SettingProblem[]): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const known = new Set(definitions.map(d => d.key));
  const walk = (value: unknown, prefix: string): void => {
    if (isRecord(value) && !known.has(prefix)) {
      for (const [key, inner] of Object.entries(value)) walk(inner, prefix ? `${prefix}.${key}` : key);
    } else if (prefix) {
      found.set(prefix, value);
    } else if (value !== undefined && value !== null) {
      problems.push(badValue('settings', value, 'an object'));
    }
  };
  walk(input, '');
  return found;
}

function parseSeverities(key: string, value: unknown, problems: SettingProblem[]): Settings['findings'] {
  const result: Partial<Record<FindingCode, FindingLevel>> = {};
  if (!isRecord(value)) {
    problems.push(badValue(key, value, 'an object of finding codes and severities'));
    return result;
  }
  for (const [code, level] of Object.entries(value)) {
    if (!isFindingCode(code)) {
      problems.push({
        key: `${key}.${code}`,
        message: `${code} is not a finding code; known: ${findingCodes.join(', ')}.`,
      });
    } else if (levels.some(l => l === level)) {
      result[code] = level as FindingLevel;
    } else {
      problems.push(badValue(`${key}.${code}`, level, `one of ${levels.join(', ')}`));
    }
  }
  return result;
}

function fits(kind: Kind, value: unknown): boolean {
  switch (kind.type) {
    case 'globs':
      return Array.isArray(value) && value.every(v => typeof v === 'string' && v.length > 0);
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && value >= kind.minimum && value <= kind.maximum;
    case 'choice':
      return kind.values.some(v => v === value);
    case 'text':
      return typeof value === 'string' && value.trim() !== '';
    case 'fields':
      return isRecord(value) && Object.entries(value).every(pair => kind.names.includes(pair[0]) && isName(pair[1]));
    case 'severities':
      return isRecord(value);
    case 'ignores':
      return Array.isArray(value) && value.every(isIgnoredFinding);
  }
}

function allowed(kind: Kind): string {
  switch (kind.type) {
    case 'globs':
      return 'a list of glob patterns';
    case 'boolean':
      return 'true or false';
    case 'number':
      return `a number from ${kind.minimum} to ${kind.maximum}`;
    case 'choice':
      return `one of ${kind.values.join(', ')}`;
    case 'text':
      return 'a text that is not empty';
    case 'fields':
      return `an object that names fields of your files, with keys among ${kind.names.join(', ')}`;
    case 'severities':
      return 'an object';
    case 'ignores':
      return 'a list of objects with code, sentence and hash';
  }
}

function badValue(key: string, value: unknown, expected: string): SettingProblem {
  return { key, message: `${key} is ${JSON.stringify(value)}, but must be ${expected}. The default is used.` };
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isFindingCode(code: string): code is FindingCode {
  return Object.hasOwn(defaultSeverity, code);
}

function isIgnoredFinding(value: unknown): value is IgnoredFinding {
  return (
    isRecord(value) && typeof value.code === 'string' && isFindingCode(value.code) && typeof value.hash === 'string'
  );
}
