import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeDrafts, openSampleDraft } from './drafts.ts';

const id = 'groundwork.groundwork';

describe('the extension', () => {
  after(closeDrafts);

  it('starts with a Markdown document', async () => {
    await openSampleDraft();
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command that it contributes, all in one category', async () => {
    const commands: { command: string; category?: string }[] =
      vscode.extensions.getExtension(id)?.packageJSON.contributes.commands;
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.ok(commands.length >= 5);
    for (const { command, category } of commands) {
      assert.ok(registered.has(command), command);
      assert.equal(category, 'Groundwork', command);
    }
  });
});
