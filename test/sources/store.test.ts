import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Source } from '../../src/model.ts';
import { lineOf, passageAt, passagesOf } from '../../src/sources/passages.ts';
import { readSource } from '../../src/sources/readSource.ts';
import { createSourceStore } from '../../src/sources/store.ts';

async function read(path: string, text: string) {
  return readSource({ uri: `file:///w/${path}`, path, bytes: new TextEncoder().encode(text) }, { maxBytes: 1e6 });
}

async function storeOf(files: Readonly<Record<string, string>>) {
  const store = createSourceStore();
  for (const [path, text] of Object.entries(files)) store.put(`file:///w/${path}`, await read(path, text));
  return store;
}

function sourceOf(id: string, path: string, version: number): Source {
  return { id, uri: path, path, title: '', authors: [], text: `Version ${version}.`, hash: `${version}` };
}

const bridge = 'The bridge\n\nThe bridge will cost 40 million. It opens in May.';
const tunnel = 'The tunnel\n\nThe tunnel was closed.';

describe('createSourceStore', () => {
  it('gives sources in path order, by id, and their passages in order', async () => {
    const store = await storeOf({ 'b/tunnel.txt': tunnel, 'a/bridge.txt': bridge });
    assert.deepEqual(
      store.sources().map(source => source.path),
      ['a/bridge.txt', 'b/tunnel.txt'],
    );
    const id = store.sources()[0]?.id ?? '';
    assert.equal(store.get(id)?.title, 'The bridge');
    const passages = store.sentences(id);
    assert.deepEqual(
      passages.slice(-2).map(passage => passage.text),
      ['The bridge will cost 40 million.', 'It opens in May.'],
    );
    for (const { span, text } of passages) assert.equal(text, bridge.slice(span.start, span.end));
    assert.equal(store.sentences(id), passages);
    assert.equal(store.get('nobody'), undefined);
    assert.deepEqual(store.sentences('nobody'), []);
    for (const [at, passage] of passages.entries()) {
      const near = [passages[at - 1], passages[at + 1]].filter(other => other !== undefined);
      assert.deepEqual(store.beside(passage), near);
      assert.deepEqual(store.beside({ ...passage, sourceId: 'nobody' }), []);
    }
  });

  it('gives sources in path order whatever comes, changes and goes between two questions', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const step = fc.record({ name, sources: fc.nat(2), ask: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), steps => {
        const store = createSourceStore();
        const held = new Map<string, Source[]>();
        for (const [version, { name, sources, ask }] of steps.entries()) {
          const read = Array.from({ length: sources }, (_, i) => sourceOf(`${name}#${i}`, `${name}.csv`, version));
          held.set(name, read);
          store.put(name, { sources: read, problems: [] });
          if (!ask) continue;
          const expected = [...held].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, all]) => all);
          assert.deepEqual(store.sources(), expected);
        }
      }),
    );
  });

  it('finds passages with their exact text, within some sources when asked', async () => {
    const store = await storeOf({ 'tunnel.txt': tunnel, 'bridge.txt': bridge });
    assert.equal(store.search('cost of the bridge', { limit: 5 })[0]?.passage.text, 'The bridge will cost 40 million.');
    const only = new Set(['file:///w/tunnel.txt']);
    const found = store.search('the bridge', { limit: 5, sourceIds: only });
    assert.ok(found.length > 0 && found.every(({ passage }) => only.has(passage.sourceId)));
  });

  it('replaces what a file held, and forgets it when it is removed', async () => {
    const store = await storeOf({ 'bridge.txt': bridge });
    store.put('file:///w/bridge.txt', await read('bridge.txt', tunnel));
    assert.deepEqual(store.search('million', { limit: 5 }), []);
    assert.equal(store.search('closed', { limit: 5 }).length, 1);
    store.remove('file:///w/bridge.txt');
    assert.deepEqual(store.search('closed', { limit: 5 }), []);
    assert.deepEqual(store.sources(), []);
  });

  it('grows its revision with changes only', async () => {
    const store = await storeOf({ 'bridge.txt': bridge });
    const { revision } = store;
    const source = store.sources()[0];
    store.put('file:///w/bridge.txt', await read('bridge.txt', bridge));
    store.remove('file:///w/none.txt');
    assert.equal(store.revision, revision);
    assert.equal(store.sources()[0], source, 'caches that hang on the source stay good');
    store.put('file:///w/bridge.txt', await read('bridge.txt', `${bridge} `));
    assert.ok(store.revision > revision);
  });

  it('keeps problems beside sources, in path order, until the file is well again', async () => {
    const store = await storeOf({ 'z.txt': '', 'a.txt': '\u0000', 'bridge.txt': bridge });
    assert.deepEqual(
      store.problems().map(({ path, message }) => `${path} ${message}`),
      ['a.txt is not text (binary)', 'z.txt is empty'],
    );
    store.put('file:///w/z.txt', await read('z.txt', tunnel));
    assert.deepEqual(
      store.problems().map(problem => problem.path),
      ['a.txt'],
    );
  });

  it('holds the same article twice when two files do', async () => {
    const store = await storeOf({ 'a.txt': bridge, 'b.txt': bridge });
    assert.equal(store.sources().length, 2);
    assert.deepEqual(
      store.search('40 million', { limit: 5 }).map(({ passage }) => passage.sourceId),
      ['file:///w/a.txt', 'file:///w/b.txt'],
    );
  });
});

describe('passages', () => {
  it('leaves front matter out', async () => {
    const { sources } = await read('a.md', '---\ntitle: The Bridge. It costs.\n---\nIt opens in May.\n');
    assert.deepEqual(
      sources.flatMap(passagesOf).map(passage => passage.text),
      ['It opens in May.'],
    );
  });

  it('cuts a span that reaches beyond the text', async () => {
    const [source] = (await read('a.txt', tunnel)).sources;
    assert.ok(source);
    assert.deepEqual(passageAt(source, { start: tunnel.length - 7, end: 999 }), {
      sourceId: source.id,
      span: { start: tunnel.length - 7, end: tunnel.length },
      text: 'closed.',
    });
  });

  it('counts lines from one, CRLF as one', () => {
    const text = 'a\nb\r\nc\rd';
    assert.deepEqual(
      [0, 1, 2, 5, 7, 99].map(offset => lineOf(text, offset)),
      [1, 1, 2, 3, 4, 4],
    );
  });
});
