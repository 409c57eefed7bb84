import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { waysToLook } from '../../src/vscode/waysToLook.ts';

describe('an exported sheet', () => {
  const desktop = { remoteName: undefined, isDesktop: true };

  it('opens in the browser of its own machine, in an editor where there is none', () => {
    assert.deepEqual(waysToLook(desktop), { look: ['browser', 'editor'], show: 'revealFileInOS' });
  });

  for (const [place, env] of [
    ['on a remote machine', { ...desktop, remoteName: 'ssh-remote' }],
    ['in a browser', { ...desktop, isDesktop: false }],
    ['on a remote machine, in a browser', { remoteName: 'tunnel', isDesktop: false }],
  ] as const) {
    it(`opens in an editor where the editor runs ${place}`, () => {
      assert.deepEqual(waysToLook(env), { look: ['editor'], show: 'revealInExplorer' });
    });
  }
});
