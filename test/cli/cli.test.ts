import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The real command in a process of its own, as a person or a build runs it.
const cli = join(process.cwd(), 'dist/cli.mjs');

type Run = { readonly code: number | null; readonly out: string; readonly err: string };

function groundwork(folder: string, ...args: string[]): Promise<Run> {
  return groundworkOn('', folder, ...args);
}

/** With some text on its standard input. */
function groundworkOn(input: string, folder: string, ...args: string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder });
    child.stdin.on('error', () => undefined).end(input);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      err += text;
    });
    child.on('error', reject).on('close', code => resolve({ code, out, err }));
  });
}

type Finding = { code: string; start: number; end: number; message: string; fixes: { edits: { text: string }[] }[] };
type Report = {
  version: number;
  sources: { indexed: number; problems: { path: string; message: string }[] };
  files: {
    path: string;
    items: { kind: string; text: string; verdict: string; start: number; end: number }[];
    findings: Finding[];
    ignored: Finding[];
  }[];
};

describe('groundwork', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'groundwork-cli-'));
    cpSync(join(process.cwd(), 'seeds'), join(folder, 'seeds'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (path: string, text: string | Uint8Array) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const checked = async (...args: string[]): Promise<{ run: Run; report: Report }> => {
    const run = await groundwork(folder, 'check', '--format', 'json', ...args);
    return { run, report: JSON.parse(run.out) };
  };

  it('counts what is ignored, and lists it for programs', async () => {
    write(
      'sources/ferry.txt',
      'The ferry carries 280 people. It runs from the old harbour to the island every hour.\n',
    );
    write('draft.md', '<!-- groundwork-ignore -->\nThe ferry carries 290 people.\n');
    const { report } = await checked('draft.md');
    assert.deepEqual(report.files[0]?.findings, []);
    assert.deepEqual(
      report.files[0]?.ignored.map(({ code }) => code),
      ['claim-contradicted'],
    );
    const { code, out } = await groundwork(folder, 'check', 'draft.md');
    assert.equal(code, 0);
    assert.match(out, /: no findings, 1 ignored\n/);
  });

  it('checks the sample draft: every flaw is named at its words, and the draft is no source', async () => {
    const { run, report } = await checked('seeds/draft.md');
    assert.equal(run.code, 1);
    assert.equal(report.version, 1);
    assert.deepEqual(report.sources, { indexed: 2, problems: [] });
    const file = report.files[0];
    assert.ok(file);
    const text = (await import('node:fs')).readFileSync(join(folder, 'seeds/draft.md'), 'utf8');
    const flagged = (code: string, words: string) =>
      file.findings.some(f => f.code === code && text.slice(f.start, f.end) === words);
    assert.ok(flagged('quote-altered', 'good'));
    assert.ok(flagged('claim-contradicted', 'Vienna'));
    assert.ok(flagged('claim-contradicted', 'six'));
    assert.ok(flagged('quote-not-found', '“Peace is closer than it has ever been,”'));
    assert.ok(file.findings.some(f => f.message.includes('Budapest')));
    // And nothing else: the paraphrases beside the flaws are borne out.
    const codes = file.findings.map(f => f.code).sort();
    const flaws = ['claim-contradicted', 'claim-contradicted', 'quote-altered', 'quote-altered', 'quote-not-found'];
    assert.deepEqual(codes, [...flaws, 'quote-uncited', 'quote-variant']);
    const altered = file.findings.find(f => f.code === 'quote-altered');
    assert.equal(altered?.fixes[0]?.edits[0]?.text, 'great');
    for (const item of file.items) {
      if (item.kind === 'claim') assert.equal(text.slice(item.start, item.end), item.text);
      assert.doesNotMatch(item.text, /I wonder/);
    }
  });

  it('reads the draft it is given from any folder of sources', async () => {
    write('articles/bridge.txt', '"The bridge will cost 40 million," said Mayor Lind.');
    write('note.md', 'Lind: “The bridge will cost 40 million.”');
    const { run, report } = await checked('note.md', '--sources', 'articles/*.txt');
    assert.equal(run.code, 0);
    assert.equal(report.sources.indexed, 1);
    assert.equal(report.files[0]?.items.find(i => i.kind === 'quotation')?.verdict, 'exact');
    const read = await groundwork(folder, 'check', 'note.md', '--sources', 'articles/*.txt');
    assert.match(read.out, /1 quotation \(1 exact\), .*: no findings, 1 hint$/m, 'it counts as editors do');
  });

  it('goes on past sources it cannot read and says why', async () => {
    write('seeds/empty.txt', '');
    write(
      'seeds/image.txt',
      Uint8Array.from({ length: 300 }, (_, i) => i % 7),
    );
    const { report } = await checked('seeds/draft.md');
    assert.deepEqual(
      report.sources.problems.map(p => p.path),
      ['seeds/empty.txt', 'seeds/image.txt'],
    );
    assert.match(
      report.files[0]?.findings.find(f => f.code === 'quote-not-found')?.message ?? '',
      /2 sources \(2 unreadable\)/,
    );
  });

  const unusable: [string, string[], RegExp][] = [
    ['a draft that is not there', ['check', 'nowhere.md'], /nowhere\.md: there is no such draft/],
    ['no sources', ['check', 'seeds/draft.md', '--sources', 'none/**'], /no readable source matches none\/\*\*/],
    ['a bad option', ['check', '--colour'], /--colour/],
    ['a bad format', ['check', '--format', 'xml'], /--format is 'xml', but must be one of text, json, sarif, github/],
    ['a bad severity', ['check', '--fail-on', 'never-ever'], /--fail-on/],
    ['an unknown command', ['chek'], /unknown command 'chek'/],
    ['nothing to find', ['find'], /needs words/],
    ['blanks to find', ['find', ' '], /needs words/],
    ['a pattern that nothing matches', ['check', 'none/**/*.md'], /none\/\*\*\/\*\.md: no draft matches/],
    ['nothing on standard input', ['check', '-'], /stdin: nothing came in/],
    ['records that are not there', ['eval', 'claims', 'none.jsonl'], /none\.jsonl: there is no such file/],
  ];
  for (const [name, args, message] of unusable) {
    it(`${name} ends with 2 and one clear line`, async () => {
      const run = await groundwork(folder, ...args);
      assert.equal(run.code, 2);
      assert.match(run.err, message);
      assert.equal(run.err.trim().split('\n').length, 1);
      assert.equal(run.out, '');
    });
  }

  it('prints annotations for GitHub and a SARIF log', async () => {
    write('a, b.md', '“I really think Putin would look good if he got this settled,” Trump said.');
    const github = await groundwork(folder, 'check', 'a, b.md', '--format', 'github');
    assert.match(github.out, /^::warning file=a%2C b\.md,line=1,endLine=1,col=34,endColumn=38,title=quote-altered::/);
    const log = JSON.parse((await groundwork(folder, 'check', 'a, b.md', '--format', 'sarif')).out);
    const [result] = log.runs[0].results;
    assert.equal(log.version, '2.1.0');
    assert.equal(result.ruleId, 'quote-altered');
    assert.deepEqual(result.locations[0].physicalLocation, {
      artifactLocation: { uri: 'a,%20b.md' },
      region: { startLine: 1, startColumn: 34, endLine: 1, endColumn: 38, charOffset: 33, charLength: 4 },
    });
    assert.match(result.relatedLocations[0].physicalLocation.artifactLocation.uri, /^seeds\/000/);
  });

  it('checks what a quoted pattern or a folder holds, sources and other files aside, and what comes in', async () => {
    const flawed = '“I really think Putin would look good if he got this settled,” Trump said.';
    for (const path of ['pieces/a.md', 'pieces/deep/b.txt', 'pieces/picture.png', 'pieces/[c].md']) write(path, flawed);
    const paths = async (...names: string[]) => (await checked(...names)).report.files.map(file => file.path);
    assert.deepEqual(await paths('pieces/**'), ['pieces/[c].md', 'pieces/a.md', 'pieces/deep/b.txt']);
    assert.deepEqual(await paths('pieces', 'pieces/a.md'), ['pieces/[c].md', 'pieces/a.md', 'pieces/deep/b.txt']);
    assert.deepEqual(await paths('pieces/[c].md'), ['pieces/[c].md']);
    assert.deepEqual(await paths('**/*.{md,txt}'), ['pieces/[c].md', 'pieces/a.md', 'pieces/deep/b.txt']);
    const piped = await groundworkOn(`\uFEFF${flawed}`, folder, 'check', '-', '--format', 'github');
    assert.equal(piped.code, 1);
    assert.match(piped.out, /^::warning file=stdin,line=1,endLine=1,col=34,endColumn=38,/);
  });

  it('says how a Word file becomes a draft, and where the settings are when they are not here', async () => {
    write('draft.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]));
    const word = await groundwork(folder, 'check', 'draft.docx');
    assert.equal(word.code, 2);
    assert.match(word.err, /draft\.docx: .*pandoc "draft\.docx" -o draft\.md/);
    write('groundwork.json', '{}');
    write('deep/er/note.md', 'Text.');
    const below = await groundwork(join(folder, 'deep/er'), 'check', 'note.md');
    assert.match(below.err, /no readable source .* there is .*groundwork\.json: run groundwork in its folder/);
  });

  it('writes addresses into SARIF that hold whatever stands in a path, and only what the standard knows', async () => {
    write('a#1? {ü}.md', '“I really think Putin would look good if he got this settled,” Trump said.');
    write('seeds/b#2.txt', '');
    const { runs } = JSON.parse((await groundwork(folder, 'check', 'a#1? {ü}.md', '--format', 'sarif')).out);
    const [{ tool, results, invocations }] = runs;
    const ids = new Set(tool.driver.rules.map((rule: { id: string }) => rule.id));
    for (const { ruleId, level, message, locations } of results) {
      assert.ok(ids.has(ruleId) && ['error', 'warning', 'note'].includes(level) && message.text !== '');
      const { artifactLocation, region } = locations[0].physicalLocation;
      assert.equal(artifactLocation.uri, 'a%231%3F%20%7B%C3%BC%7D.md');
      assert.ok(region.startLine >= 1 && region.startColumn >= 1 && region.charLength >= 1);
    }
    const [told] = invocations[0].toolExecutionNotifications;
    assert.equal(told.level, 'warning');
    assert.equal(told.locations[0].physicalLocation.artifactLocation.uri, 'seeds/b%232.txt');
  });

  it('says what it searched when it finds nothing', async () => {
    write('seeds/empty.txt', '');
    for (const nonsense of [
      ['the', 'zzzqqq', 'of', 'xxyy'],
      ['quixotic', 'zebra', 'the'],
    ]) {
      const none = await groundwork(folder, 'find', ...nonsense);
      assert.deepEqual([none.code, none.out], [1, ''], nonsense.join(' '));
    }
    const run = await groundwork(folder, 'find', 'zzzqqq xxyy');
    assert.deepEqual([run.code, run.out], [1, '']);
    assert.match(run.err, /no passage of 2 sources has “zzzqqq xxyy”; 1 could not be read/);
  });

  it('fails on the severity asked for', async () => {
    write('note.md', '“Do they want to have Tomahawks going in that direction?” Trump said.');
    assert.equal((await groundwork(folder, 'check', 'note.md')).code, 0);
    assert.equal((await groundwork(folder, 'check', 'note.md', '--fail-on', 'information')).code, 1);
    assert.equal((await groundwork(folder, 'check', 'note.md', '--fail-on', 'never')).code, 0);
  });

  it('reads settings from groundwork.json and names a bad one', async () => {
    write('groundwork.json', JSON.stringify({ 'claims.level': 'some', findings: { 'quote-not-found': 'off' } }));
    const { run, report } = await checked('seeds/draft.md');
    assert.match(run.err, /claims\.level is "some", but must be one of all, facts, off\. The default is used\./);
    assert.equal(run.code, 2, 'a pass with other settings than the given ones is none');
    assert.ok(!report.files[0]?.findings.some(f => f.code === 'quote-not-found'));
  });

  it('finds exact passages with their line', async () => {
    const run = await groundwork(folder, 'find', 'lavish dinner for his ballroom', '--limit', '1', '--format', 'json');
    const { passages } = JSON.parse(run.out);
    assert.equal(passages[0].source, 'seeds/003_e31fde116e57c3b2.txt');
    assert.match(passages[0].text, /at a lavish dinner for his White House ballroom project/);
    const quoted = await groundwork(folder, 'find', 'great if he got this', '--limit', '1', '--format', 'json');
    assert.equal(JSON.parse(quoted.out).passages[0].speaker, 'Donald Trump');
    assert.equal(run.code, 0);
  });

  it('names the line of a text, of other files what people find a place by', async () => {
    const words = 'The harbour master counted forty boats on Monday.';
    write('lib/notes.txt', `Boats\n\n${words}\n`);
    write('lib/page.html', `<html>\n<body>\n<h1>Boats</h1>\n<p>They came early.</p>\n<p>${words}</p></body></html>`);
    write('lib/mail.eml', `Subject: Boats\nFrom: a@b.example\n\nThey came early.\n\n${words}\n`);
    write(
      'lib/session.srt',
      `1\n00:00:01,000 --> 00:00:04,000\nThey came.\n\n2\n00:01:05,000 --> 00:01:09,000\n${words}\n`,
    );
    write('draft.md', '“The harbour master counted fourteen boats on Monday.”\n');
    const places = (out: string) => out.match(/lib\/\S+(?:,? \w+ [\d:]+)?(?= {2})/g)?.sort();
    const found = await groundwork(folder, 'find', 'harbour master counted forty boats', '--sources', 'lib');
    assert.deepEqual(places(found.out), [
      'lib/mail.eml, paragraph 3',
      'lib/notes.txt:3',
      'lib/page.html, paragraph 3',
      'lib/session.srt, time 00:01:05',
    ]);
    for (const source of ['session.srt', 'notes.txt']) {
      const run = await groundwork(folder, 'check', 'draft.md', '--sources', `lib/${source}`);
      const expected = source === 'notes.txt' ? 'lib/notes.txt:3' : 'lib/session.srt, time 00:01:05';
      assert.deepEqual(places(run.out), [expected], run.out);
    }
  });

  it('finds what has all the words, as they were asked for first, and says so when nothing has', async () => {
    write(
      'bus/a.txt',
      'That was long ago, and the bus never came. Nobody missed the bus that night. A bus is red. He said that.',
    );
    const all = await groundwork(folder, 'find', 'bus that', '--sources', 'bus/*.txt');
    assert.deepEqual(
      all.out
        .trim()
        .split('\n')
        .map(line => line.replace(/^\S+\s+/, '')),
      ['Nobody missed the bus that night.', 'That was long ago, and the bus never came.'],
    );
    assert.equal(all.err, '');
    const some = await groundwork(folder, 'find', 'red boat', '--sources', 'bus/*.txt');
    assert.match(some.out, /A bus is red\./);
    assert.match(some.err, /no passage has all words of “red boat”; these come nearest/);
  });

  it('takes a folder for all that is in it', async () => {
    for (const name of ['seeds', './seeds', join(folder, 'seeds')]) {
      assert.equal((await groundwork(folder, 'sources', '--sources', name)).out.split('\n').length, 3, name);
    }
  });

  it('lists the sources', async () => {
    write('seeds/empty.txt', '');
    const run = await groundwork(folder, 'sources');
    assert.equal(run.code, 1);
    assert.match(run.out, /\n\nNot read, or only partly:\n {2}seeds\/empty\.txt: is empty\n$/);
    assert.match(run.out, /000_8b6e00a719bda484\.txt {2}2025-10-16\? Trump holding talks with Putin/);
    assert.equal(run.out.trim().split('\n').length, 5);
  });

  it('evaluates labelled claims and texts', async () => {
    const doc = 'The bridge cost 40 million euros, the mayor of Rosk said on Friday.';
    const claims = [
      { id: 'a', doc, claim: 'The bridge cost 40 million euros.', label: 'supported' },
      { id: 'b', doc, claim: 'The bridge cost 14 million euros.', label: 'contradicted' },
    ];
    write('claims.jsonl', `${claims.map(c => JSON.stringify(c)).join('\n')}\nnot json\n`);
    const run = await groundwork(folder, 'eval', 'claims', 'claims.jsonl');
    const rows = run.out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    assert.deepEqual(
      rows.map(r => [r.id, r.verdict]),
      [
        ['a', 'supported'],
        ['b', 'contradicted'],
      ],
    );
    assert.ok(rows.every(r => r.score >= 0 && r.score <= 1));
    assert.match(run.err, /claims\.jsonl:3: is no JSON object/);
    assert.match(run.err, /balanced accuracy 100\.0/);
    const numbered = [1, 0, true, false, '1', 'yes'].map((label, id) => ({ ...claims[id % 2], id, label }));
    write('numbered.jsonl', `\uFEFF${numbered.map(c => JSON.stringify(c)).join('\n')}\n`);
    const counted = await groundwork(folder, 'eval', 'claims', 'numbered.jsonl');
    assert.match(counted.err, /all: 5 records, balanced accuracy 100\.0/);
    assert.match(counted.err, /numbered\.jsonl:6: its "label" is "yes", which is left out of the figures/);
    assert.equal(counted.code, 0);
    write('texts.jsonl', JSON.stringify({ id: 't', text: 'He left. “It is done,” Lind said.' }));
    const quotes = JSON.parse((await groundwork(folder, 'eval', 'quotes', 'texts.jsonl')).out);
    assert.deepEqual(quotes, {
      id: 't',
      quotes: [{ start: 9, end: 22, text: '“It is done,”', speaker: 'Lind', cue: 'said' }],
    });
  });
});
