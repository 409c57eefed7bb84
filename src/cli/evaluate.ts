import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { evaluateClaim, evaluateQuotes } from '../engine.ts';
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
  let text: string;
  try {
    text = await readFile(resolve(folder, command.file), 'utf8');
  } catch (error) {
    output.talk(`${command.file}: ${errorCode(error) === 'ENOENT' ? 'there is no such file' : fileTrouble(error)}`);
    return 2;
  }
  const rows = readRows(text, command.file, output);
  const bad = command.what === 'claims' ? evaluateClaims(rows, output) : evaluateTexts(rows, output);
  for (const { line, reason } of bad) output.talk(`${command.file}:${line}: ${reason}`);
  return rows.length === 0 || bad.length === rows.length ? 2 : 0;
}

type Bad = { readonly line: number; readonly reason: string };

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
    if (typeof label === 'string')
      labelled.push({ label, verdict, score, ...(typeof dataset === 'string' ? { dataset } : {}) });
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
