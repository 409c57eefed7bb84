import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decodeText, evaluateClaim, evaluateQuotes } from '../engine.ts';
import { errorCode, fileTrouble } from '../node/fileTrouble.ts';
import type { Command } from './arguments.ts';
import { claimFigures, type LabelledVerdict } from './figures.ts';
import type { Output } from './output.ts';
import { type LabelledQuotes, type QuoteLabel, quoteFigures } from './quoteFigures.ts';

type Row = { readonly line: number; readonly record: Readonly<Record<string, unknown>> };

/** `groundwork eval`: one JSON line a record to standard output, figures (when there are labels) to standard error. */
export async function evaluate(
  command: Extract<Command, { name: 'eval' }>,
  folder: string,
  output: Output,
): Promise<number> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(resolve(folder, command.file));
  } catch (error) {
    output.talk(`${command.file}: ${errorCode(error) === 'ENOENT' ? 'there is no such file' : fileTrouble(error)}`);
    return 2;
  }
  const decoded = decodeText(bytes);
  if ('problem' in decoded) {
    output.talk(`${command.file}: ${decoded.problem}`);
    return 2;
  }
  const rows = readRows(decoded.text, command.file, output);
  if (rows.length === 0) output.talk(`${command.file}: has no record (a line with a JSON object)`);
  const bad = command.what === 'claims' ? evaluateClaims(rows, output) : evaluateTexts(rows, output);
  for (const { line, reason } of bad) output.talk(`${command.file}:${line}: ${reason}`);
  return rows.length === 0 || bad.filter(({ judged }) => !judged).length === rows.length ? 2 : 0;
}

type Bad = {
  readonly line: number;
  readonly reason: string;
  /** It has its verdict all the same. */
  readonly judged?: true;
};

function evaluateClaims(rows: readonly Row[], output: Output): Bad[] {
  const bad: Bad[] = [];
  const labelled: LabelledVerdict[] = [];
  for (const { line, record } of rows) {
    const documents = documentsOf(record);
    const { id, claim, label, dataset } = record;
    if (!documents || typeof claim !== 'string') {
      bad.push({ line, reason: 'a record needs a "claim" and a "doc" or "docs"' });
      continue;
    }
    const { label: verdict, score = 0, evidence } = evaluateClaim(documents, claim);
    output.data(`${JSON.stringify({ id, verdict, score, evidence: evidence.map(e => e.passage.text) })}\n`);
    const known = labelOf(label);
    if (known !== undefined)
      labelled.push({ label: known, verdict, score, ...(typeof dataset === 'string' ? { dataset } : {}) });
    else if (label !== undefined && label !== null)
      bad.push({
        line,
        reason: `its "label" is ${JSON.stringify(label)}, which is left out of the figures; ${labels}`,
        judged: true,
      });
  }
  for (const line of claimFigures(labelled)) output.talk(line);
  return bad;
}

function evaluateTexts(rows: readonly Row[], output: Output): Bad[] {
  const bad: Bad[] = [];
  const labelled: LabelledQuotes[] = [];
  for (const { line, record } of rows) {
    const { id, text, quotes: gold } = record;
    if (typeof text !== 'string') {
      bad.push({ line, reason: 'a record needs a "text"' });
      continue;
    }
    const quotes = evaluateQuotes(text);
    output.data(`${JSON.stringify({ id, quotes })}\n`);
    if (Array.isArray(gold)) labelled.push({ text, gold: gold.filter(isLabel), found: quotes });
  }
  for (const line of quoteFigures(labelled)) output.talk(line);
  return bad;
}

const labels = 'take "supported", "contradicted" or "unsupported", 1 or 0, true or false';

/** Labels in words, and as data sets have them: 1 and true for supported. */
function labelOf(label: unknown): string | undefined {
  if (label === 1 || label === true || label === '1') return 'supported';
  if (label === 0 || label === false || label === '0') return 'unsupported';
  return typeof label === 'string' && /^(?:supported|contradicted|unsupported|not-checked)$/.test(label)
    ? label
    : undefined;
}

function isLabel(value: unknown): value is QuoteLabel {
  const row = value as Partial<QuoteLabel> | null;
  return typeof row?.start === 'number' && typeof row.end === 'number';
}

function documentsOf({ doc, docs }: Readonly<Record<string, unknown>>): string[] | undefined {
  if (typeof doc === 'string') return [doc];
  return Array.isArray(docs) && docs.every(d => typeof d === 'string') ? docs : undefined;
}

/** The records of a JSON Lines file; a line that is none is told and passed over. */
function readRows(text: string, file: string, output: Output): Row[] {
  return text.split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      const record: unknown = JSON.parse(line);
      if (typeof record === 'object' && record !== null) return [{ line: i + 1, record: record as Row['record'] }];
    } catch {
      // told below, like a line of another shape
    }
    output.talk(`${file}:${i + 1}: is no JSON object`);
    return [];
  });
}
