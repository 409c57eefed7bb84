/** The rows a model is fitted on: the labelled sets and the rule-made pairs from their documents. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSentence } from '../../src/claims/tokens.ts';
import { sample } from './draws.ts';
import { featureRows, type Row } from './featureRows.ts';
import { openSets } from './fitModel.ts';
import { type Candidate, candidatesOf, type Synonyms, synonymsIn } from './material.ts';
import { random } from './random.ts';
import { type ClaimRecord, readRecords } from './records.ts';
import { retold } from './retold.ts';
import { recordsFor } from './ruleMade.ts';

/** Every set of the folder, each document's claims side by side. */
export function labelledRecords(folder: string): ClaimRecord[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.jsonl'))
    .sort()
    .flatMap(file => byDocument(readRecords(join(folder, file))));
}

function byDocument(records: readonly ClaimRecord[]): ClaimRecord[] {
  const key = (r: ClaimRecord) => r.docs.join('\u0000');
  return [...records].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Longer documents are cut: a page of sentences is enough to draw from. */
const longestDocument = 30_000;
const sentencesPerDocument = 6;
/** Share of documents put in lower case, as some writers' tools deliver text. */
const lowerCaseShare = 0.35;

/** Pairs made by rule from the documents of sets with open licences. */
export function ruleMadeRecords(records: readonly ClaimRecord[]): ClaimRecord[] {
  const next = random(11);
  const sources = documentsOf(records);
  const synonyms = synonymsIn(sources.map(s => s.docs.join('\n')));
  const candidates = sources.map(s => candidatesOf(s.docs.join('\n')));
  const made = sources.flatMap((source, i) => {
    const own = candidates[i] ?? [];
    if (own.length < 4) return [];
    const foreign = [i * 7 + 3, i * 13 + 5].flatMap(at => candidates[at % candidates.length] ?? []);
    const material = { candidates: own.slice(0, 80), strangers: sample(foreign, 60, next), synonyms };
    const lower = next() < lowerCaseShare;
    const records = recordsFor(source, material, sentencesPerDocument, next);
    return lower ? records.map(inLowerCase) : records;
  });
  return byDocument([...made, ...retoldRecords(records, candidates.flat(), synonyms, next)]);
}

/** Pairs made from claims that are borne out. */
function retoldRecords(
  records: readonly ClaimRecord[],
  all: readonly Candidate[],
  synonyms: Synonyms,
  next: () => number,
): ClaimRecord[] {
  const borneOut = records.filter(r => r.label === 'supported' && r.claim.length > 30);
  const fellows = new Map<string, ClaimRecord[]>();
  for (const r of borneOut) fellows.set(r.docs.join('\u0000'), [...(fellows.get(r.docs.join('\u0000')) ?? []), r]);
  return borneOut.flatMap(record => {
    const claims = (fellows.get(record.docs.join('\u0000')) ?? []).map(r => ({
      text: r.claim,
      words: readSentence(r.claim),
    }));
    const own = candidatesOf(record.docs.join('\n').slice(0, longestDocument)).slice(0, 80);
    return retold(record, claims, { candidates: own, strangers: sample(all, 60, next), synonyms }, next);
  });
}

function documentsOf(records: readonly ClaimRecord[]): ClaimRecord[] {
  const seen = new Map<string, ClaimRecord>();
  for (const record of records) {
    if (!openSets.test(record.dataset) || !/^(?:wice|summedits_(?:news|s.*))$/.test(record.dataset)) continue;
    const docs = record.docs.map(doc => doc.slice(0, longestDocument));
    const key = docs.join('\u0000');
    if (!seen.has(key)) seen.set(key, { ...record, docs });
  }
  return [...seen.values()];
}

function inLowerCase(record: ClaimRecord): ClaimRecord {
  const claim = record.claim.slice(0, 1) + record.claim.slice(1).toLowerCase();
  return { ...record, docs: record.docs.map(doc => doc.toLowerCase()), claim };
}

export function rowsOf(records: readonly ClaimRecord[]): { names: string[]; rows: Row[] } {
  return featureRows(records);
}
