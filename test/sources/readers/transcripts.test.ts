import assert from 'node:assert/strict';
import type { Source } from '../../../src/model.ts';
import { locate } from '../../../src/sources/locate.ts';
import { locatorText, read } from './read.ts';

function place(source: Source | undefined, words: string) {
  assert.ok(source);
  const start = source.text.indexOf(words);
  assert.ok(start >= 0, `${words} in ${source.text}`);
  const locator = locate(source, { start, end: start + words.length });
  return [locator && locatorText(locator), locator?.speaker];
}

describe('subtitles', () => {
  it('run on as sentences, with the time of each cue', async () => {
    const srt =
      '1\r\n00:00:01,000 --> 00:00:04,000\r\nWe will build the bridge\r\nbefore the winter, <i>I think</i>.\r\n\r\n2\r\n01:00:04,500 --> 01:00:06,000\r\n{\\an8}It will cost\r\n\r\n3\r\n01:00:06,000 --> 01:00:08,000\r\n40 million.\r\n';
    const { source } = await read('a.srt', srt);
    assert.equal(source?.text, 'We will build the bridge before the winter, I think.\n\nIt will cost 40 million.');
    assert.deepEqual(place(source, 'before the winter'), ['at 00:00:01', undefined]);
    assert.deepEqual(place(source, '40 million'), ['at 01:00:06', undefined]);
  });

  it('name who speaks, by voice or by a name before the words', async () => {
    const vtt =
      'WEBVTT - The debate\n\nNOTE nobody reads this\n\n00:01.000 --> 00:04.000\n<v Jane Doe>We will &amp; must.</v>\n\n00:05.000 --> 00:07.000\n<v Jane Doe>Now.</v>\n\n00:08.000 --> 00:09.000\nMAYOR LIND: Never.\n\n00:10.000 --> 00:12.000\n- Why?\n- Money.\n';
    const { source } = await read('a.vtt', vtt);
    assert.equal(source?.title, 'The debate');
    assert.equal(source?.text, 'Jane Doe: We will & must. Now.\n\nMAYOR LIND: Never.\n\nWhy?\n\nMoney.');
    assert.deepEqual(place(source, 'Now.'), ['at 00:00:05', 'Jane Doe']);
    assert.deepEqual(place(source, 'Never.'), ['at 00:00:08', 'Mayor Lind']);
    assert.deepEqual(place(source, 'Money.'), ['at 00:00:10', undefined]);
  });

  it('are called by their file, not by the first words spoken', async () => {
    const srt = '1\n00:00:01,000 --> 00:00:04,000\nWe will build the bridge.\n';
    const { source } = await read('media/council-hearing_2.srt', srt);
    assert.equal(source?.title, 'Council Hearing 2');
  });

  it('that scroll are read once', async () => {
    const cues = ['we will build', 'we will build\nthe bridge', 'the bridge\nnow'];
    const vtt = cues.map((words, i) => `00:0${i}.000 --> 00:0${i + 1}.000\n${words}`).join('\n\n');
    assert.equal((await read('a.vtt', `WEBVTT\n\n${vtt}`)).text, 'we will build the bridge now');
  });
});

describe('captions that are typed as the words are spoken', () => {
  it('are read once', async () => {
    const states = [
      'the harbour',
      'the harbour bridge',
      'the harbour bridge will cost',
      'the harbour bridge will cost more',
    ];
    const cues = states.map((words, i) => `${i + 1}\n00:00:0${i},000 --> 00:00:0${i + 1},000\n${words}\n`);
    const { source, text } = await read('a.srt', cues.join('\n'));
    assert.equal(text, 'the harbour bridge will cost more');
    assert.deepEqual(place(source, 'cost'), ['at 00:00:02', undefined]);
  });

  it('are none where somebody says the same again and more', async () => {
    const cues = ['00:01.000 --> 00:02.000\nNo.', '00:02.000 --> 00:03.000\nNo. No way.'];
    assert.equal((await read('a.vtt', `WEBVTT\n\n${cues.join('\n\n')}\n`)).text, 'No. No. No way.');
  });
});

describe('a transcript in plain text', () => {
  const turns = [
    'JANE DOE: Will it be built?',
    'MAYOR LIND: It will.',
    'JANE DOE: When?',
    'MAYOR LIND: In May.',
    'It depends.',
    'JANE DOE: Thank you.',
  ];

  it('has its turns and their speakers', async () => {
    const { source } = await read('a.txt', `The mayor on the bridge\n\n${turns.join('\n')}\n`);
    assert.deepEqual(place(source, 'It depends.'), ['paragraph 4', 'Mayor Lind']);
  });

  it('has its time codes, before or behind the name', async () => {
    const before = await read(
      'a.txt',
      turns.map((turn, i) => (turn.includes(':') ? `[00:0${i}:30] ${turn}` : turn)).join('\n'),
    );
    assert.deepEqual(place(before.source, 'In May.'), ['at 00:03:30', 'Mayor Lind']);
    const headed =
      'Jane Doe  0:05\nWill it be built?\n\nMayor Lind  0:09\nIt will.\n\nJane Doe  1:02:03\nWhen?\n\nMayor Lind  1:02:04\nIn May.\n';
    const behind = await read('b.txt', headed);
    assert.deepEqual(place(behind.source, 'When?'), ['at 01:02:03', 'Jane Doe']);
  });

  it('has a time, a party or a part behind the name, each in parentheses', async () => {
    const turns = [
      'Speaker 1 (00:02): Good morning.',
      'Rosa Lind (Lab) (00:09): Thank you.',
      'Speaker 1 (00:15): And?',
      'Rosa Lind (Lab): No.',
    ];
    const { source } = await read('a.txt', turns.join('\n\n'));
    assert.deepEqual(
      source?.locators?.map(({ label, speaker }) => [label, speaker]),
      [
        ['00:00:02', 'Speaker 1'],
        ['00:00:09', 'Rosa Lind'],
        ['00:00:15', 'Speaker 1'],
        ['4', 'Rosa Lind'],
      ],
    );
  });

  it('keeps its first turn, whoever speaks', async () => {
    const { source } = await read(
      'a.txt',
      'User: How long?\n\nAgent: Eleven weeks.\n\nUser: Why?\n\nAgent: For safety.\n',
    );
    assert.deepEqual(place(source, 'How long?'), ['paragraph 1', 'User']);
  });

  it('is not seen in an article with a few colons', async () => {
    const prose = 'The council voted late on Tuesday.\nLind: a name to remember.\nThere it is: the bridge.\n'.repeat(3);
    assert.equal((await read('a.txt', prose)).source?.locators, undefined);
  });
});

describe('an e-mail', () => {
  it('is its subject and words, decoded, without the marks of quoting', async () => {
    const mail =
      'From: =?utf-8?Q?J=C3=A1ne_Doe?= <jane@example.org>\r\nDate: Thu, 16 Oct 2025 10:00:00 +0200\r\nSubject: =?utf-8?B?QnLDrWRnZQ==?=\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=E9 by the=\r\n bridge\r\nis closed.\r\n\r\n> It was open.\r\n';
    const { source, text } = await read('a.eml', mail);
    assert.equal(text, 'Brídge\n\nThe café by the bridge is closed.\n\nIt was open.');
    assert.deepEqual([source?.title, source?.authors, source?.published], ['Brídge', ['Jáne Doe'], '2025-10-16']);
  });

  it('says which attachments were not read', async () => {
    const mail =
      'From: jane@example.org\r\nDate: Thu, 16 Oct 2025 10:00:00 +0200\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee the report.\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="report.pdf"\r\n\r\n%PDF\r\n--b--\r\n';
    const { problems } = await read('a.eml', mail);
    assert.deepEqual(problems, [
      'has attachments that were not read (report.pdf); save them beside it to have them read',
    ]);
  });

  it('has the letters that were forwarded in it as sources of their own', async () => {
    const letter = (from: string, day: string, subject: string, rest: string): string =>
      `From: ${from}\r\nDate: ${day} Oct 2025 10:00:00 +0200\r\nSubject: ${subject}\r\n${rest}`;
    const forward = (mark: string, words: string, inner: string): string =>
      `Content-Type: multipart/mixed; boundary=${mark}\r\n\r\n--${mark}\r\n\r\n${words}\r\n--${mark}\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${inner}\r\n--${mark}--\r\n`;
    const first = letter('Ann <ann@example.org>', '14', 'Bridge', '\r\nIt is closed.\r\n');
    const second = letter('Bob <bob@example.org>', '15', 'Fwd: Bridge', forward('b', 'See below.', first));
    const third = letter('Cid <cid@example.org>', '16', 'Fwd: Fwd: Bridge', forward('c', 'For you.', second));
    const { sources, problems } = await read('a.eml', third);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      sources.map(({ text, authors, published }) => [text, authors[0], published]),
      [
        ['Fwd: Fwd: Bridge\n\nFor you.', 'Cid', '2025-10-16'],
        ['Fwd: Bridge\n\nSee below.', 'Bob', '2025-10-15'],
        ['Bridge\n\nIt is closed.', 'Ann', '2025-10-14'],
      ],
    );
  });

  it('is its page where the plain text only says that there is one', async () => {
    const page = `<p>${'The bridge is closed, and nobody knows until when. '.repeat(9)}</p>`;
    const mail = `From: a@example.org\r\nSubject: x\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nRead this in a browser.\r\n--b\r\nContent-Type: text/html\r\n\r\n${page}\r\n--b--\r\n`;
    assert.match((await read('a.eml', mail)).text, /nobody knows until when/);
  });
});
