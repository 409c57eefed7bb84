/**
 * Measures quotation finding, attribution and checking on labelled data: `node out/test/eval/quotes.js FOLDER [options]`,
 * where FOLDER holds `quotes/polnear.jsonl` and `quotecheck/polnear_altered.jsonl`. Options: `--publisher NAME` (repeatable),
 * `--errors found|speakers|check`, `--whole` (count whole quotations that the labels call mixed).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evalQuotes } from '../../src/quotes/evalQuotes.ts';
import { evaluateChecks } from './quotecheck.ts';
import { isNamed, sameSpeaker } from './speakers.ts';

type Labelled = {
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly cue: string | null;
  readonly type: string;
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
  /** Found, but only inside a label that is mixed or indirect speech: a quotation all the same. */
  elsewhere: number;
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
  elsewhere: 0,
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
  // Some articles print '' for quotation marks: the labels call all of those indirect, so they are left out on both sides.
  const found = evalQuotes(text).filter(quote => !text.startsWith("''", quote.start));
  const gold = article.quotes.filter(quote => isDirectLabel(quote, text));
  const free = new Set(found);
  tally.gold += gold.length;
  tally.found += found.length;
  for (const label of gold) {
    const match = [...free].find(quote => overlap(quote, label) >= 0.8);
    if (!match) {
      show('found', `MISSED ${around(text, label.start, label.end)}`, report);
      continue;
    }
    free.delete(match);
    tally.overlapping++;
    if (match.start === label.start && match.end === label.end) tally.exact++;
    else
      show(
        'found',
        `INEXACT gold ${around(text, label.start, label.end)}\n   ours ${around(text, match.start, match.end)}`,
        report,
      );
    tallySpeaker(label, match.speaker, tally, () =>
      show(
        'speakers',
        `${match.speaker} | gold ${label.speaker} [${label.cue}] ${around(text, label.start, label.end, 200)}`,
        report,
      ),
    );
  }
  for (const quote of free) {
    if (article.quotes.some(label => label.type !== 'direct' && overlap(quote, label) > 0)) tally.elsewhere++;
    const other = article.quotes
      .filter(label => overlap(quote, label) > 0)
      .map(label => `${label.type} ${around(text, label.start, label.end, 0)}`);
    show('found', `EXTRA ${around(text, quote.start, quote.end)} (${other.join('; ')})`, report);
  }
}

/**
 * Labels called mixed only because marks stand within the quotation are direct when `--whole` is given: they begin and end
 * with a mark as direct ones do.
 */
function isDirectLabel({ type, start, end }: Labelled, text: string): boolean {
  if (type === 'direct') return true;
  const words = text.slice(start, end).trim();
  return options.includes('--whole') && type === 'mixed' && /^["“].{20,}["”“]$/su.test(words);
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

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(0, common) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function around(text: string, start: number, end: number, room = 60): string {
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
  const kind = 2 / ((tally.found - tally.elsewhere + tally.gold) / tally.overlapping);
  const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}`;
  return (
    `F1@80 ${(100 * f1).toFixed(1)} (P ${(100 * precision).toFixed(1)} R ${(100 * recall).toFixed(1)}; ${(100 * kind).toFixed(1)} when woven-in ones do not count) exact ${(100 * exact).toFixed(1)}` +
    ` | named right ${share(tally.namedRight, tally.named)} of ${tally.named}, right where given ${share(tally.givenRight, tally.given)} of ${tally.given}`
  );
}
