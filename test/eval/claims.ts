/**
 * Measures claim checking on labelled data that is never part of the project: `node out/test/eval/claims.js [FOLDER]`.
 * Models are fitted anew without the documents they are asked about. Without the data there is nothing to do.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Curve, type Parts, probability, signsOf } from '../../src/claims/model.ts';
import { verifyClaim, verifyClaimBy } from '../../src/claims/verifyClaim.ts';
import type { ClaimLabel, Verdict } from '../../src/model.ts';
import type { SourceStore } from '../../src/sources/store.ts';
import { readGolden } from '../claims/golden.ts';
import { claimOf, eachWithStore, evidenceFor, featureRows, named, type Row, storeOf } from '../train/featureRows.ts';
import { areaUnderCurve, balancedAccuracy, calibrationError, flags, type Scored } from '../train/figures.ts';
import { calibrate, fitFolds, heldOut, openSets } from '../train/fitModel.ts';
import type { ClaimRecord } from '../train/records.ts';
import { labelledRecords, ruleMadeRecords } from '../train/trainingRows.ts';

const folder = process.argv[2] ?? '../shared/data';
const newsSets = ['wice', 'qags_cnndm', 'qags_xsum', 'goyal21', 'summedits_news'];
/** feverous is solved by word overlap, healthver repeats its claims: neither counts in a mean. */
const uncounted = new Set(['feverous', 'healthver']);
const folds = 5;

if (existsSync(join(folder, 'claims'))) run();
else console.log(`no data at ${folder}: nothing to measure`);

function run(): void {
  const labelled = labelledRecords(join(folder, 'claims'));
  const open = labelled.filter(r => openSets.test(r.dataset));
  const { names, rows } = featureRows([...labelled, ...ruleMadeRecords(open)]);
  const models = fitFolds(names, rows, folds);
  const own = rows.slice(0, labelled.length);
  const odds = own.map(row => heldOut(models, row.record, named(names, row)));
  const isOpen = own.map(row => openSets.test(row.record.dataset));
  const curve = calibrate(
    names,
    own.filter((_, i) => isOpen[i]),
    odds.filter((_, i) => isOpen[i]),
  );
  const verdictOf = verifierOf(models, curve);
  const verdicts = eachWithStore(labelled, (record, store) => verdictOf(record, record.claim, store));
  table(
    'verdict',
    labelled.map((record, i) => score(record, verdicts[i]?.score ?? 0)),
    0.5,
  );
  baseline('coverage', own, row => figureOf(names, row, 'coverage3'));
  baseline('coverage, numbers and names', own, row =>
    figureOf(names, row, 'goneNumbers') + figureOf(names, row, 'goneNames') > 0
      ? 0
      : figureOf(names, row, 'coverageSource'),
  );
  folderTask(labelled, verdictOf);
  contradictions(labelled, verdicts);
}

type VerdictOf = (record: ClaimRecord, claim: string, store: SourceStore) => Verdict<ClaimLabel>;

/** The verdict that would ship if its models had never seen the record's documents. */
function verifierOf(models: readonly Parts[], curve: Curve): VerdictOf {
  return (record, claim, store) =>
    verifyClaimBy(
      (features, gap) => probability(curve, heldOut(models, record, features), signsOf(features, gap)),
      claimOf(claim),
      evidenceFor(claim, store),
    );
}

function score(record: ClaimRecord, value: number): Scored {
  return { dataset: record.dataset, supported: record.label === 'supported', score: value };
}

function figureOf(names: readonly string[], row: Row, name: string): number {
  return row.values[names.indexOf(name)] ?? 0;
}

function table(title: string, scored: readonly Scored[], threshold: number): void {
  console.log(`\n${title}, threshold ${threshold}`);
  console.log('set                       n  balanced   auc  flags right  flags found  calibration error');
  const sets = [...new Set(scored.map(r => r.dataset))];
  const figures = new Map(
    sets.map(
      set =>
        [
          set,
          figuresOf(
            scored.filter(r => r.dataset === set),
            threshold,
          ),
        ] as const,
    ),
  );
  for (const [set, f] of figures) console.log(line(set, f));
  const mean = (name: string, chosen: readonly string[]) => {
    const own = chosen.flatMap(set => {
      const found = figures.get(set);
      return found ? [found] : [];
    });
    const average = (own[0] ?? []).map((_, i) => own.reduce((sum, f) => sum + (f[i] ?? 0), 0) / own.length);
    console.log(line(`mean: ${name}`, average));
  };
  mean('news', newsSets);
  mean(
    'all that count',
    sets.filter(set => !uncounted.has(set)),
  );
  mean(
    'summedits',
    sets.filter(set => set.startsWith('summedits')),
  );
}

function figuresOf(rows: readonly Scored[], threshold: number): number[] {
  const { precision, recall } = flags(rows, threshold);
  return [
    rows.length,
    balancedAccuracy(rows, threshold),
    areaUnderCurve(rows),
    precision,
    recall,
    calibrationError(rows),
  ];
}

function line(name: string, figures: readonly number[]): string {
  const [n = 0, ...rest] = figures;
  return `${name.padEnd(22)} ${String(Math.round(n)).padStart(5)} ${rest.map(x => x.toFixed(1).padStart(9)).join(' ')}`;
}

/** A single figure as the score, with the one threshold that suits the open sets best. */
function baseline(title: string, rows: readonly Row[], value: (row: Row) => number): void {
  const scored = rows.map(row => score(row.record, value(row)));
  const open = scored.filter(r => openSets.test(r.dataset) && !uncounted.has(r.dataset));
  const sets = [...new Set(open.map(r => r.dataset))];
  const mean = (t: number) =>
    sets.reduce(
      (sum, set) =>
        sum +
        balancedAccuracy(
          open.filter(r => r.dataset === set),
          t,
        ),
      0,
    );
  const thresholds = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);
  const best = thresholds.reduce((a, b) => (mean(b) > mean(a) ? b : a));
  table(title, scored, best);
}

/** Claims against a whole library, the source not told. */
function folderTask(labelled: readonly ClaimRecord[], verdictOf: VerdictOf): void {
  const file = join(folder, 'retrieval/newsmix.corpus.jsonl');
  if (!existsSync(file)) return;
  const read = (name: string) =>
    readFileSync(join(folder, 'retrieval', name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(
        text => JSON.parse(text) as { id: string; claim: string; label: string; sentences: string[]; doc_id: string },
      );
  const corpus = read('newsmix.corpus.jsonl');
  const store = storeOf(corpus.map(c => c.sentences.join('\n\n')));
  const byId = new Map(labelled.map(r => [r.id, r]));
  const started = performance.now();
  const claims = read('newsmix.flags.jsonl');
  const scored = claims.flatMap(({ id, claim }) => {
    const record = byId.get(id);
    return record ? [score(record, verdictOf(record, claim, store).score ?? 0)] : [];
  });
  const each = (performance.now() - started) / Math.max(1, claims.length);
  console.log(
    `\nfolder task: ${claims.length} claims against ${corpus.length} articles, ${each.toFixed(1)} ms a claim`,
  );
  for (const threshold of [0.3, 0.35, 0.4, 0.45, 0.5]) {
    const { precision, recall } = flags(scored, threshold);
    console.log(
      `flagged below ${threshold}: ${precision.toFixed(1)}% truly unsupported, ${recall.toFixed(1)}% of those found`,
    );
  }
  const half = scoreThatFinds(scored, 0.5);
  console.log(`where half of them are found, below ${half.toFixed(3)}: ${flags(scored, half).precision.toFixed(1)}%`);
}

/** The score below which a share of the unsupported claims lie. */
function scoreThatFinds(scored: readonly Scored[], share: number): number {
  const scores = scored.filter(r => !r.supported).map(r => r.score);
  scores.sort((a, b) => a - b);
  return scores[Math.ceil(scores.length * share)] ?? 1;
}

/** How often `contradicted` is right when it is said; of the sets that only tell supported from unsupported, who is accused. */
function contradictions(labelled: readonly ClaimRecord[], verdicts: readonly Verdict<ClaimLabel>[]): void {
  const said = labelled.filter((_, i) => verdicts[i]?.label === 'contradicted');
  console.log('\ncontradicted, when said');
  for (const set of ['fever_symmetric', 'healthver']) {
    const isContradicted = (r: ClaimRecord) => r.dataset === set && r.label === 'contradicted';
    print(
      set,
      said.filter(r => r.dataset === set).length,
      said.filter(isContradicted).length,
      labelled.filter(isContradicted).length,
    );
  }
  const golden = readGolden('test/claims/golden').flatMap(({ store, traps }) => traps.map(trap => ({ store, trap })));
  const told = golden.filter(({ store, trap }) => saysContradicted(trap.claim, store));
  print(
    'golden',
    told.length,
    told.filter(({ trap }) => trap.draft !== undefined || trap.told).length,
    golden.filter(({ trap }) => trap.draft !== undefined).length,
  );
  const accused = said.filter(r => r.label === 'supported').length;
  console.log(`all labelled sets: ${said.length} times, ${accused} of them on a claim that is labelled as supported`);
}

function saysContradicted(text: string, store: SourceStore): boolean {
  return verifyClaim(claimOf(text), evidenceFor(text, store)).label === 'contradicted';
}

function print(name: string, said: number, right: number, all: number): void {
  const share = (a: number, b: number) => ((100 * a) / Math.max(1, b)).toFixed(1);
  console.log(`${name}: ${said} times, ${share(right, said)}% right, ${share(right, all)}% of all found`);
}
