import { parseArgs } from 'node:util';
import type { Severity } from '../model.ts';

export type CheckFormat = 'text' | 'json' | 'sarif' | 'github';
export type FailOn = Severity | 'never';

export type Command =
  | {
      name: 'check';
      drafts: string[];
      sources: string[] | undefined;
      cache: boolean;
      format: CheckFormat;
      failOn: FailOn;
    }
  | { name: 'find'; words: string; sources: string[] | undefined; cache: boolean; limit: number; json: boolean }
  | { name: 'sources'; sources: string[] | undefined; cache: boolean; json: boolean }
  | { name: 'eval'; what: 'claims' | 'quotes'; file: string }
  | { name: 'help' }
  | { name: 'version' };

/** One clear line for the user; the run ends with exit code 2. */
export type UsageProblem = { readonly problem: string };

export const usage = `groundwork: checks quotations and claims of a draft against your own sources

  groundwork check [DRAFT...]   check drafts: files, folders, patterns ('pieces/**'), - for standard input
                                (none given: the ones of the setting drafts.include)
      --sources GLOB...         the sources (default: the setting sources.include)
      --format FORMAT           text (default), json, sarif or github
      --fail-on SEVERITY        exit 1 at or above error, warning, information, hint, or never (default warning)
  groundwork find WORDS...      exact passages for some words, best first
      --limit N                 how many (default 10)
      --format text|json
  groundwork sources            what is indexed, what could not be read and why
      --format text|json
  groundwork eval claims|quotes FILE.jsonl
                                verdicts for records, one JSON object a line: { "id", "doc" or "docs": [...],
                                "claim" } or { "id", "text" }; figures when they carry "label" or "quotes"

  --no-cache                    with check, find and sources: read every source, and keep nothing of it on disk
  --help, --version

Settings come from groundwork.json in the current folder.
Exit codes: 0 nothing to report (find: something found), 1 findings (find: nothing found), 2 could not run.
`;

const severities: readonly FailOn[] = ['error', 'warning', 'information', 'hint', 'never'];
const formats: Readonly<Record<string, readonly CheckFormat[]>> = {
  check: ['text', 'json', 'sarif', 'github'],
  find: ['text', 'json'],
  sources: ['text', 'json'],
};

const options = {
  sources: { type: 'string', multiple: true },
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  limit: { type: 'string' },
  'no-cache': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** Which options each command takes. */
const taken: Readonly<Record<string, readonly string[]>> = {
  check: ['sources', 'format', 'fail-on', 'no-cache'],
  find: ['sources', 'format', 'limit', 'no-cache'],
  sources: ['sources', 'format', 'no-cache'],
  eval: [],
};

type Values = ReturnType<typeof parse>['values'];

/** The command line's words, without `node` and the script; bad words give one line that says what is allowed. */
export function readArguments(words: readonly string[]): Command | UsageProblem {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(gatherSources(words));
  } catch (error) {
    return { problem: (error instanceof Error ? error.message : String(error)).split('. ')[0] ?? 'bad options' };
  }
  const { values, positionals } = parsed;
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [name, ...rest] = positionals;
  if (name === undefined) return { name: 'help' };
  const allowed = taken[name];
  if (!allowed) return { problem: `unknown command '${name}'; known: check, find, sources, eval` };
  const foreign = Object.keys(values).find(key => !allowed.includes(key));
  if (foreign) return { problem: `'groundwork ${name}' takes no --${foreign}` };
  return build(name, rest, values);
}

function build(name: string, rest: string[], values: Values): Command | UsageProblem {
  const known = formats[name] ?? ['text'];
  const format = known.find(f => f === (values.format ?? 'text'));
  if (!format) return { problem: `--format is '${values.format}', but must be one of ${known.join(', ')}` };
  const { sources } = values;
  const json = format === 'json';
  const cache = values['no-cache'] !== true;
  switch (name) {
    case 'check': {
      const failOn = severities.find(s => s === (values['fail-on'] ?? 'warning'));
      if (!failOn)
        return { problem: `--fail-on is '${values['fail-on']}', but must be one of ${severities.join(', ')}` };
      return { name, drafts: rest, sources, cache, format, failOn };
    }
    case 'find': {
      const limit = Number(values.limit ?? 10);
      if (!Number.isInteger(limit) || limit < 1)
        return { problem: `--limit is '${values.limit}', but must be a whole number from 1` };
      if (rest.join('').trim() === '') return { problem: "'groundwork find' needs words to look for" };
      return { name, words: rest.join(' '), sources, cache, limit, json };
    }
    case 'sources':
      if (rest.length > 0) return { problem: `'groundwork sources' takes no '${rest[0]}'; use --sources GLOB` };
      return { name, sources, cache, json };
    default:
      return buildEval(rest);
  }
}

function buildEval([what, file, ...more]: string[]): Command | UsageProblem {
  if ((what !== 'claims' && what !== 'quotes') || file === undefined || more.length > 0) {
    return { problem: "'groundwork eval' takes 'claims' or 'quotes' and one .jsonl file" };
  }
  return { name: 'eval', what, file };
}

function parse(args: string[]) {
  return parseArgs({ args, options, allowPositionals: true, strict: true });
}

/** `--sources A B C` (a shell spreads a glob into several words) is `--sources A --sources B --sources C`. */
function gatherSources(words: readonly string[]): string[] {
  const spread: string[] = [];
  let gathering = false;
  words.forEach((word, i) => {
    if (word.startsWith('-')) gathering = word === '--sources';
    const repeated = gathering && !word.startsWith('-') && words[i - 1] !== '--sources';
    spread.push(...(repeated ? ['--sources', word] : [word]));
  });
  return spread;
}
