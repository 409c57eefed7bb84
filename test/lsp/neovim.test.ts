import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { projectRoot } from '../harness/paths.mjs';
import { alteredDraft, bridgeFolder } from './bridge.ts';
import { serverModule } from './editor.ts';

type Seen = {
  readonly error?: string;
  readonly diagnostics: readonly { readonly code: string; readonly text: string }[];
  readonly hover: string;
  readonly actions: readonly string[];
  readonly lines: readonly string[];
  readonly completion: string;
};

describe('Neovim', function () {
  this.timeout(120_000);

  it('shows findings and cards, fixes a quotation and completes one', function () {
    if (spawnSync('nvim', ['--version']).status !== 0) {
      this.skip();
      return;
    }
    const folder = bridgeFolder({ 'draft.md': alteredDraft });
    const script = join(projectRoot, 'test/lsp/neovim.lua');
    const answer = join(folder.path, 'answer.json');
    execFileSync('nvim', ['--headless', '-u', 'NONE', '-c', `luafile ${script}`], {
      cwd: folder.path,
      timeout: 110_000,
      stdio: 'ignore',
      env: {
        ...process.env,
        GROUNDWORK_OUT: answer,
        GROUNDWORK_NODE: process.execPath,
        GROUNDWORK_SERVER: serverModule,
      },
    });
    const seen: Seen = JSON.parse(readFileSync(answer, 'utf8'));
    assert.equal(seen.error, undefined);
    assert.ok(
      seen.diagnostics.some(({ code, text }) => code === 'quote-altered' && text === '50'),
      seen.hover,
    );
    assert.match(seen.hover, /40/);
    assert.match(seen.actions[0] ?? '', /40/);
    assert.equal(seen.lines[0], alteredDraft.replace('50', '40').trim());
    assert.match(seen.completion, /^“The bridge will cost 40 million euros.*”\[\^1\]/);
    rmSync(folder.path, { recursive: true, force: true });
  });
});
