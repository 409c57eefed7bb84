/** Which workspace folder a document belongs to, whatever the folder is: the root of a disk, one within another. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createEngine, createSourceStore } from '../../src/engine.ts';
import type { FolderOutlook } from '../../src/server/folder.ts';
import { createFolders } from '../../src/server/folders.ts';
import type { Host } from '../../src/server/host.ts';

/** Of a machine with no disk at all: folders are only names here. */
const host: Host = {
  open: () => undefined,
  createEngine: settings => createEngine({ store: createSourceStore(), settings }),
  canonical: uri => uri,
};
const outlook: FolderOutlook = {
  editorSettings: async () => undefined,
  progress: () => ({ report: () => {}, done: () => {}, cancelled: new AbortController().signal }),
  changed: () => {},
  log: () => {},
};

describe('workspace folders', () => {
  const cases: readonly (readonly [folders: readonly string[], document: string, folder: string])[] = [
    [['file:///w', 'file:///w/a/'], 'file:///w/a/draft.md', 'file:///w/a'],
    [['file:///w', 'file:///w/a'], 'file:///w/ab/draft.md', 'file:///w'],
    [['file:///w', 'file:///'], 'file:///v/draft.md', 'file:///'],
    [['file:///', 'file:///w'], 'file:///w/draft.md', 'file:///w'],
    [['file:///c%3A/work', 'file:///d%3A/'], 'file:///d%3A/draft.md', 'file:///d%3A/'],
    [['file:///c:/'], 'file:///c:/texts/draft.md', 'file:///c:/'],
    [['file:///w', 'file:///v'], 'untitled:Untitled-1', 'file:///w'],
  ];
  for (const [places, document, expected] of cases) {
    it(`${document} in ${places.join(' and ')} belongs to ${expected}`, () => {
      const folders = createFolders(host, outlook);
      folders.add(places.map(uri => ({ uri, name: uri })));
      assert.equal(folders.of(document)?.uri, expected);
      folders.remove(places);
      assert.deepEqual(folders.all(), []);
    });
  }
});
