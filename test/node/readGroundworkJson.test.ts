import assert from 'node:assert/strict';
import { readGroundworkJson } from '../../src/node/readGroundworkJson.ts';
import { withFolder } from './temporaryFolder.ts';

describe('readGroundworkJson', () => {
  const cases: readonly [string, string | undefined, unknown, readonly RegExp[]][] = [
    ['none', undefined, undefined, []],
    ['good', '\uFEFF{ "sources.include": ["a/**"] }', { 'sources.include': ['a/**'] }, []],
    [
      'a comma too many',
      '{\n  "a": 1,\n}',
      undefined,
      [/^is not valid JSON \(line 3: .+\)\. The defaults are used\.$/],
    ],
    ['broken off', '{\n"a": [\n', undefined, [/^is not valid JSON \(line 3: .+\)\. The defaults are used\.$/]],
    ['empty', '', undefined, [/^is not valid JSON \(line 1: .+\)\. The defaults are used\.$/]],
  ];
  for (const [name, text, settings, messages] of cases) {
    it(name, async () => {
      await withFolder(text === undefined ? {} : { 'groundwork.json': text }, async folder => {
        const read = await readGroundworkJson(folder);
        assert.deepEqual(read.settings, settings);
        assert.equal(read.problems.length, messages.length);
        messages.forEach((message, i) => {
          assert.match(read.problems[i]?.message ?? '', message);
        });
      });
    });
  }

  it('a folder of that name', async () => {
    await withFolder({ 'groundwork.json/x': '' }, async folder => {
      assert.deepEqual((await readGroundworkJson(folder)).problems, [
        { message: 'cannot be read: it is a folder. The defaults are used.' },
      ]);
    });
  });
});
