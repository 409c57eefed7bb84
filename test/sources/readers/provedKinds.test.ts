/** Files that are called something else than they are. */
import assert from 'node:assert/strict';
import { hasOwnLines } from '../../../src/sources/hasOwnLines.ts';
import { documents, sentence } from './documents.ts';
import { read } from './read.ts';

const snapshot = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://example.org/bridge',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="b"',
  '',
  '--b',
  'Content-Type: text/html',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  `<html><body><p>${sentence} It is =E2=80=9Cdear=E2=80=9D.</p></body></html>`,
  '--b--',
  '',
].join('\r\n');
const letter = `From: ann@example.org\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(sentence)}\r\n`;
const subtitles = `1\n00:00:01,000 --> 00:00:04,000\n${sentence}\n`;

describe('a file that proves what it is', () => {
  const cases: Readonly<Record<string, string | Uint8Array>> = {
    'page.html': snapshot,
    'page.eml': snapshot,
    'letter.txt': letter,
    'letter.mhtml': letter,
    'subtitles.txt': subtitles,
    'captions.txt': `WEBVTT\n\n00:01.000 --> 00:04.000\n${sentence}\n`,
    'old.doc': documents.rtf ?? '',
    'new.doc': documents.docx ?? '',
    'folder.d/download': documents.pdf ?? '',
  };
  for (const [path, content] of Object.entries(cases)) {
    it(`is read as that: ${path}`, async () => {
      const { source, text, problems } = await read(path, content);
      assert.deepEqual(problems, []);
      assert.ok(text.includes(sentence), text);
      assert.doesNotMatch(text, /MIME-Version|-->|=E2|\{\\rtf|WEBVTT/);
      // Its lines are not those that an editor shows.
      assert.ok(source && !hasOwnLines(source));
    });
  }

  it('is text where it only has a few words of it', async () => {
    const text = `Subject: the bridge\nFrom: the mayor\n\n${sentence}\n`;
    const { source } = await read('note.txt', text);
    assert.equal(source?.text, text);
    assert.ok(source && hasOwnLines(source));
  });

  it('is one document over many lines though it is called a document a line', async () => {
    const { sources } = await read(
      'feed.jsonl',
      JSON.stringify({ version: 1, items: [{ title: 'A', text: sentence }] }),
    );
    assert.equal(sources.length, 1);
  });
});
