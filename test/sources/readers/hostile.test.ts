/** What no reader may do, whatever it is given: throw, hang, reach out, fill the memory, or stay silent about it. */
import assert from 'node:assert/strict';
import { strToU8 } from 'fflate';
import { documents, docx, epub, odt, odtXml, sentence, wordXml } from './documents.ts';
import { read } from './read.ts';
import { writePdf } from './writePdf.ts';

const column = sentence.split('. ').map((text, i) => ({ x: 60, y: 100 + 12 * i, text }));

/** Milliseconds of a file's reading; measured as processor time, so that a busy machine proves nothing. */
const longest = 10_000;

async function readInTime(path: string, bytes: string | Uint8Array) {
  const before = process.cpuUsage();
  const result = await read(path, bytes);
  const { user, system } = process.cpuUsage(before);
  assert.ok((user + system) / 1000 < longest, `${path} took ${Math.round((user + system) / 1000)} ms`);
  for (const problem of result.problems) {
    assert.match(problem, /^(?:is|has|holds|breaks|seems|cannot|could|lacks|unpacks|was) /, `${path} ${problem}`);
    assert.doesNotMatch(problem, /undefined|\[object|Error\b/, `${path} ${problem}`);
  }
  assert.ok(result.sources.length > 0 || result.problems.length > 0, `${path}: read nothing and says nothing`);
  return result;
}

describe('a reader', function () {
  this.timeout(300_000);

  for (const [extension, bytes] of Object.entries(documents)) {
    describe(`of .${extension}`, () => {
      it('reads a sound file and has no complaint', async () => {
        const { text, problems } = await readInTime(`bridge.${extension}`, bytes);
        assert.deepEqual(problems, []);
        assert.ok(text.includes(sentence), text);
      });

      it('reads nothing out of an empty file, and says so', async () => {
        const { sources, problems } = await readInTime(`bridge.${extension}`, new Uint8Array());
        assert.deepEqual([sources.length, problems], [0, ['is empty']]);
      });

      it('survives a file cut at every tenth of its length', async () => {
        for (let tenth = 1; tenth <= 9; tenth++) {
          const cut = bytes.slice(0, Math.floor((bytes.length * tenth) / 10));
          const { text } = await readInTime(`bridge.${extension}`, cut);
          assert.ok(!text.includes('\u0000'));
        }
      });

      it('is not fooled by the extension of another format', async () => {
        for (const [other, content] of Object.entries(documents)) {
          const { text, sources } = await readInTime(`bridge.${extension}`, content);
          // What proves itself by its first bytes is read as what it is; the rest may be read as text, never as noise.
          const proves = ['html', 'pdf', 'docx', 'odt', 'epub', 'rtf'].includes(other);
          if (proves) assert.ok(text.includes(sentence), `${other} as .${extension}: ${text.slice(0, 80)}`);
          for (const source of sources) assert.doesNotMatch(source.text.slice(0, 500), /^PK|%PDF|\uFFFD{3}/);
        }
      });

      it('takes random bytes for what they are', async () => {
        const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) & 0xff);
        const { sources } = await readInTime(`bridge.${extension}`, noise);
        assert.equal(sources.length, 0);
      });

      it('does not mind spaces, quotation marks and other alphabets in the path', async () => {
        const path = `folder “a” 'b'/文書 міст "x" #1%20.${extension.toUpperCase()}`;
        const { source } = await readInTime(path, bytes);
        assert.equal(source?.path, path);
      });
    });
  }

  describe('of zip archives', () => {
    it('does not unpack a bomb', async () => {
      const bomb = docx(new Uint8Array(300_000_000).fill(0x20));
      assert.ok(bomb.length < 1_000_000);
      const before = process.memoryUsage().rss;
      const { problems } = await readInTime('bomb.docx', bomb);
      assert.match(problems[0] ?? '', /^unpacks to more than 60 MB and is not read/);
      assert.ok(process.memoryUsage().rss - before < 200e6);
    });

    it('does not believe what an archive says of its size', async () => {
      const bytes = docx(new Uint8Array(100_000_000).fill(0x20));
      const lying = understate(bytes, 1000);
      const before = process.memoryUsage().rss;
      const { sources, problems } = await readInTime('lying.docx', lying);
      assert.equal(sources.length, 0);
      assert.equal(problems.length, 1);
      assert.ok(process.memoryUsage().rss - before < 200e6);
    });
  });

  describe('of XML', () => {
    const doctype =
      '<!DOCTYPE x [<!ENTITY out SYSTEM "file:///etc/passwd"><!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';

    it('fetches no external entity and multiplies no internal one', async () => {
      const withEntities = (xml: string) => xml.replace(/^<\?xml[^>]*>/, `$&${doctype}`);
      const body = `&out;&b; ${sentence}`;
      const files = {
        'x.docx': docx(withEntities(wordXml(body))),
        'x.odt': odt(withEntities(odtXml(body))),
        'x.epub': epub({ One: `${doctype}<p>${body}</p>` }),
      };
      for (const [path, bytes] of Object.entries(files)) {
        const { text } = await readInTime(path, bytes);
        assert.ok(text.includes(sentence));
        assert.doesNotMatch(text, /root:|hahaha/);
      }
    });
  });

  it('stands elements 10,000 deep', async () => {
    const deep = 10_000;
    const nested = (open: string, inner: string, close: string) => open.repeat(deep) + inner + close.repeat(deep);
    const files: Readonly<Record<string, string | Uint8Array>> = {
      'x.html': `<html><body>${nested('<div>', `<p>${sentence}</p>`, '</div>')}</body></html>`,
      'x.docx': docx(`<w:document>${nested('<w:p>', `<w:t>${sentence}</w:t>`, '</w:p>')}</w:document>`),
      'x.odt': odt(nested('<text:p>', sentence, '</text:p>')),
      'x.epub': epub({ One: nested('<div>', sentence, '</div>') }),
      'x.rtf': `{\\rtf1 ${nested('{\\b ', sentence, '}')}}`,
      'x.md': `${'> '.repeat(deep)}${sentence}`,
    };
    for (const [path, content] of Object.entries(files)) {
      const { text } = await readInTime(path, content);
      assert.ok(text.includes(sentence), path);
    }
    await readInTime('x.json', nested('[', '1', ']'));
    await readInTime('x.json', nested('{"a":', '1', '}'));
    await readInTime('x.pdf', `%PDF-1.4\n1 0 obj ${'<</A '.repeat(deep)}\ntrailer <</Root 1 0 R>>\n%%EOF`);
    const parts = Array.from(
      { length: deep },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    );
    await readInTime('x.eml', `From: a@example.org\r\nDate: x\r\n${parts.join('')}\r\n${sentence}`);
  });

  it('takes its time with pages made to be slow', async () => {
    const files = {
      'open.html': '<'.repeat(3_000_000),
      'comments.html': '<!--'.repeat(500_000),
      'attributes.html': `<p ${'a="b" '.repeat(300_000)}>${sentence}`,
      'paragraphs.html': `<body>${`<p>${sentence}<a href="x">y</a></p>`.repeat(12_000)}`,
      'tables.html': `<body>${'<table><tr><td>'.repeat(20_000)}${sentence}`,
      'quotes.csv': `title,text\nx,"${'a,b\n'.repeat(1_000_000)}`,
      'arrows.srt': '-->'.repeat(2_000_000),
      'unicode.rtf': `{\\rtf1\\uc999999999 \\u8217 ${sentence}}`,
      'folded.eml': `From: a@example.org\r\nDate: x\r\nContent-Type: multipart/mixed; ${'a\r\n '.repeat(20_000)}\r\n\r\n${sentence}`,
    };
    for (const [path, content] of Object.entries(files)) await readInTime(path, content);
  });

  it('takes no longer for elements that are never closed, pages full of letters, and millions of records', async () => {
    const letters = Array.from({ length: 70_000 }, (_, i) => ({ x: (i * 37) % 590, y: (i * 53) % 790, text: 'w' }));
    const crowded = await readInTime('crowded.pdf', writePdf([{ texts: column }, { texts: letters }]));
    assert.ok(crowded.text.includes(sentence));
    assert.deepEqual(crowded.problems, ['could not be read on page 2; get another copy']);
    const { text } = await readInTime('open.html', `<body>${'<div><p>word '.repeat(300_000)}${sentence}`);
    assert.ok(text.includes(sentence));
    await readInTime('open.docx', docx(`<w:document>${'<w:p>'.repeat(300_000)}<w:t>${sentence}</w:t>`));
    const most = 100_000;
    const record = `{"title":"T","text":"${sentence}"}`;
    const lists = { 'x.json': `[${Array(most + 1).fill(record)}]`, 'x.jsonl': `${record}\n`.repeat(most + 1) };
    for (const [path, content] of Object.entries(lists)) {
      const { sources, problems } = await readInTime(path, content);
      assert.equal(sources.length, most);
      assert.deepEqual(problems, ['is read up to record 100000 only (100001 records); split it into parts']);
    }
    await readInTime('deep.json', `{"title":"T","body":${'[{"children":'.repeat(20_000)}"x"${'}]'.repeat(20_000)}}`);
    const captions = Array.from({ length: 200_000 }, (_, i) => `00:01.000 --> 00:02.000\nword ${i}\n`);
    await readInTime('x.vtt', `WEBVTT\n\n${captions.join('\n')}`);
  });

  it('keeps no halves of characters and no NULs, which no cache could', async () => {
    const { source } = await readInTime('x.json', '{"title":"T\\ud800","text":"lone \\udc00 half\\u0000 and 🌉"}');
    assert.deepEqual([source?.title, source?.text], ['T\ufffd', 'T\ufffd\n\nlone \ufffd half  and 🌉']);
  });

  it('reads 200 MB of text when it may, and refuses them in formats that are never so large', async () => {
    const line = strToU8(`${sentence}\n`);
    const huge = new Uint8Array(200_000_000);
    for (let at = 0; at + line.length < huge.length; at += line.length) huge.set(line, at);
    huge.fill(0x20, huge.length - line.length);
    const { text } = await readInTime('x.txt', huge);
    assert.equal(text.length, huge.length);
    const { problems } = await read('x.txt', huge, { maxBytes: 20e6 });
    assert.match(problems[0] ?? '', /larger than 20 MB \(200 MB\); raise groundwork\.sources\.maxFileSize/);
    for (const extension of ['html', 'rtf', 'eml', 'srt', 'vtt', 'json', 'jsonl', 'csv']) {
      const refused = await readInTime(`x.${extension}`, huge);
      assert.match(refused.problems[0] ?? '', /^is larger than files of its kind can be \(200 MB/);
    }
    assert.ok(process.memoryUsage().rss < 1.5e9);
  });
});

/** Rewrites the uncompressed size of every part, in its own header and in the directory. */
function understate(zip: Uint8Array, size: number): Uint8Array {
  const lying = zip.slice();
  const view = new DataView(lying.buffer, lying.byteOffset, lying.length);
  for (let at = 0; at + 30 < lying.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, size, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return lying;
}
