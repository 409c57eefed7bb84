import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPassageIndex, type PassageIndex, passageIndexFromBytes } from '../../src/search/passageIndex.ts';

function smallIndex(): PassageIndex {
  const index = createPassageIndex();
  const text = 'Peace talks began in Budapest. The talks went on for two days.';
  const spans = [
    { start: 0, end: 30 },
    { start: 31, end: text.length },
  ];
  for (const id of ['file:///a.txt', 'file:///ü b.txt', 'file:///c.txt']) index.add(id, text, spans);
  index.add('file:///empty.txt', '', []);
  index.remove('file:///a.txt');
  return index;
}

describe('an index as bytes', () => {
  it('finds the same when it is read back, knows its sources, and can be changed further', () => {
    const index = smallIndex();
    const reopened = passageIndexFromBytes(index.toBytes());
    assert.ok(reopened);
    assert.equal(reopened.size, 4);
    assert.deepEqual(reopened.sourceIds(), ['file:///ü b.txt', 'file:///c.txt', 'file:///empty.txt']);
    for (const query of ['talks in Budapest', 'two days', 'bud']) {
      const options = { limit: 9, prefix: true };
      assert.deepEqual(reopened.search(query, options), index.search(query, options), query);
    }
    reopened.remove('file:///c.txt');
    reopened.add('file:///d.txt', 'New words: budgets.', [{ start: 0, end: 19 }]);
    assert.deepEqual(
      reopened.search('bud', { limit: 9, prefix: true }).map(hit => hit.sourceId),
      ['file:///d.txt', 'file:///ü b.txt'],
    );
  });

  it('is the same bytes for the same history, and again after it was read back', () => {
    const bytes = smallIndex().toBytes();
    assert.deepEqual(smallIndex().toBytes(), bytes);
    assert.deepEqual(passageIndexFromBytes(bytes)?.toBytes(), bytes);
  });

  it('can lie anywhere in a buffer', () => {
    const bytes = smallIndex().toBytes();
    for (const offset of [1, 2, 4, 8]) {
      const buffer = new Uint8Array(bytes.length + offset);
      buffer.set(bytes, offset);
      assert.equal(passageIndexFromBytes(buffer.subarray(offset))?.size, 4);
    }
  });

  it('reads an empty index back', () => {
    const reopened = passageIndexFromBytes(createPassageIndex().toBytes());
    assert.equal(reopened?.size, 0);
    assert.deepEqual(reopened?.search('peace', { limit: 1 }), []);
  });

  it('is refused when any byte differs, when it is cut short or goes on', () => {
    const bytes = smallIndex().toBytes();
    for (let i = 0; i < bytes.length; i++) {
      const damaged = bytes.slice();
      damaged[i] = (damaged[i] ?? 0) ^ (1 << (i % 8));
      assert.equal(passageIndexFromBytes(damaged), undefined, `byte ${i}`);
      assert.equal(passageIndexFromBytes(bytes.slice(0, i)), undefined, `cut at ${i}`);
    }
    assert.equal(passageIndexFromBytes(Uint8Array.from([...bytes, 0, 0, 0, 0, 0, 0, 0, 0])), undefined);
  });

  it('is refused when it is something else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        assert.equal(passageIndexFromBytes(bytes), undefined);
      }),
    );
  });
});
