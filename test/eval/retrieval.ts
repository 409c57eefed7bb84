/**
 * Measures retrieval on labelled claims: of each claim, is the article it was taken from among the first that the index
 * proposes? `node out/test/eval/retrieval.js FOLDER`, where FOLDER holds `retrieval/newsmix.corpus.jsonl` and
 * `retrieval/newsmix.queries.jsonl`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/model.ts';
import { createPassageIndex, type PassageIndex } from '../../src/search/passageIndex.ts';
import { sentences } from '../../src/text/segment.ts';

type Article = { readonly doc_id: string; readonly sentences: readonly string[] };
type Query = { readonly dataset: string; readonly claim: string; readonly doc_id: string };
type Tally = { claims: number; first: number; firstFive: number };

/** Passages asked for: those of five sources are among them nearly always. */
const passagesAsked = 50;

const [folder = '../shared/data'] = process.argv.slice(2);
if (existsSync(join(folder, 'retrieval'))) evaluate();
else console.log(`retrieval: no labelled data in ${folder}`);

function evaluate(): void {
  const articles = readLines<Article>('retrieval/newsmix.corpus.jsonl');
  const queries = readLines<Query>('retrieval/newsmix.queries.jsonl');
  const index = indexOf(articles);
  console.log(`retrieval: ${queries.length} claims among ${articles.length} articles, ${index.size} sentences`);
  report('whole claim, passages', queries, claim => sourcesOf(index, claim));
}

function indexOf(articles: readonly Article[]): PassageIndex {
  const index = createPassageIndex();
  for (const { doc_id, sentences: given } of articles) {
    const text = given.join('\n\n');
    const spans: readonly Span[] = sentences(text);
    index.add(doc_id, text, spans);
  }
  return index;
}

/** The sources of the proposed passages, each once, in their order. */
function sourcesOf(index: PassageIndex, claim: string): string[] {
  return [...new Set(index.search(claim, { limit: passagesAsked }).map(hit => hit.sourceId))];
}

/** The share of claims whose article is the first, and among the first five, in percent. */
function report(name: string, queries: readonly Query[], ask: (claim: string) => readonly string[]): void {
  const tallies = new Map<string, Tally>();
  const began = performance.now();
  for (const { dataset, claim, doc_id } of queries) {
    const rank = ask(claim).indexOf(doc_id);
    for (const key of [dataset, 'all']) {
      const tally = tallies.get(key) ?? { claims: 0, first: 0, firstFive: 0 };
      tallies.set(key, tally);
      tally.claims++;
      if (rank === 0) tally.first++;
      if (rank >= 0 && rank < 5) tally.firstFive++;
    }
  }
  const each = (performance.now() - began) / queries.length;
  console.log(`${name} (${each.toFixed(2)} ms each)`);
  for (const [dataset, { claims, first, firstFive }] of tallies) {
    const share = (part: number) => ((100 * part) / claims).toFixed(1).padStart(6);
    console.log(`  ${dataset.padEnd(16)}${String(claims).padStart(5)}  at 1${share(first)}  at 5${share(firstFive)}`);
  }
}

function readLines<T>(name: string): T[] {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  return lines.filter(line => line !== '').map(line => JSON.parse(line) as T);
}
