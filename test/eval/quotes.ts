/**
 * Measures quotation finding, attribution and checking on labelled data: `node out/test/eval/quotes.js FOLDER [options]`,
 * where FOLDER holds `quotes/polnear.jsonl` and `quotecheck/polnear_altered.jsonl`. Options: `--publisher NAME` (repeatable),
 * `--errors found|speakers|check`.
 *
 * What is counted is a run of quoted words, as `groundwork eval quotes` does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareQuotes } from '../../src/cli/quoteFigures.ts';
import { evalQuotes } from '../../src/quotes/evalQuotes.ts';
import { evaluateChecks } from './quotecheck.ts';
import { isNamed, sameSpeaker } from './speakers.ts';

type Labelled = {
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly cue: string | null;
  readonly type: string;
  readonly spans: readonly (readonly [number, number])[];
};
type Article = {
  readonly id: string;
  readonly publisher: string;
  readonly text: string;
  readonly quotes: readonly Labelled[];
};

type Tally = {
  gold: number;
  found: number;
  overlapping: number;
  exact: number;
  named: number;
  namedRight: number;
  given: number;
  givenRight: number;
  givenNamed: number;
};

const newTally = (): Tally => ({
  gold: 0,
  found: 0,
  overlapping: 0,
  exact: 0,
  named: 0,
  namedRight: 0,
  given: 0,
  givenRight: 0,
  givenNamed: 0,
});

const [folder = '../shared/data', ...options] = process.argv.slice(2);
const wanted = options.flatMap((option, at) => (option === '--publisher' ? [options[at + 1]] : []));
const errors = options[options.indexOf('--errors') + 1] ?? '';
const articles = readLines<Article>('quotes/polnear.jsonl').filter(
  article => wanted.length === 0 || wanted.includes(article.publisher),
);

const tallies = new Map<string, Tally>();
for (const article of articles) {
  for (const key of [article.publisher, 'all']) {
    const tally = tallies.get(key) ?? newTally();
    tallies.set(key, tally);
    measure(article, tally, key !== 'all');
  }
}
for (const [publisher, tally] of tallies) console.log(publisher.padEnd(12), summary(tally));
if (!options.includes('--no-check'))
  evaluateChecks(articles, readLines('quotecheck/polnear_altered.jsonl'), errors === 'check');

function readLines<Row>(name: string): Row[] {
  return readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as Row);
}

function measure(article: Article, tally: Tally, report: boolean): void {
  const { text } = article;
  const { runs, matches, missed, extra } = compareQuotes({ text, gold: article.quotes, found: evalQuotes(text) });
  tally.gold += runs.length;
  tally.found += matches.length + extra.length;
  tally.overlapping += matches.length;
  for (const { run, quote } of matches) {
    if (quote.start === run.start && quote.end === run.end) tally.exact++;
    else show('found', `INEXACT gold ${around(text, run)}\n   ours ${around(text, quote)}`, report);
    tallySpeaker(run.label, quote.speaker, tally, () =>
      show(
        'speakers',
        `${quote.speaker} | gold ${run.label.speaker} [${run.label.cue}] ${around(text, run, 200)}`,
        report,
      ),
    );
  }
  for (const run of missed) show('found', `MISSED ${around(text, run)}`, report);
  for (const quote of extra) show('found', `EXTRA ${around(text, quote)}`, report);
}

function tallySpeaker(label: Labelled, speaker: string | null, tally: Tally, wrong: () => void): void {
  const named = isNamed(label.speaker);
  const right = speaker !== null && label.speaker !== null && sameSpeaker(speaker, label.speaker);
  if (named) {
    tally.named++;
    if (right) tally.namedRight++;
    else wrong();
  }
  if (speaker !== null && named) {
    tally.given++;
    if (right) tally.givenRight++;
  }
}

function around(text: string, { start, end }: { start: number; end: number }, room = 60): string {
  const cut = (words: string): string => words.replaceAll('\n', '⏎');
  return `${cut(text.slice(Math.max(0, start - room), start))}⟦${cut(text.slice(start, end))}⟧${cut(text.slice(end, end + room))}`;
}

function show(kind: string, line: string, report: boolean): void {
  if (report && errors === kind) console.log(line);
}

function summary(tally: Tally): string {
  const precision = tally.overlapping / tally.found;
  const recall = tally.overlapping / tally.gold;
  const f1 = (2 * precision * recall) / (precision + recall);
  const exact = (2 * tally.exact) / (tally.found + tally.gold);
  const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}`;
  return (
    `F1@80 ${(100 * f1).toFixed(1)} (P ${(100 * precision).toFixed(1)} R ${(100 * recall).toFixed(1)}) exact ${(100 * exact).toFixed(1)}` +
    ` | named right ${share(tally.namedRight, tally.named)} of ${tally.named}, right where given ${share(tally.givenRight, tally.given)} of ${tally.given}`
  );
}
