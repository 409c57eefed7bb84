/** Not a test: how long the extension takes to activate, asked inside VS Code by `npm run bench`. */
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

/** VS Code calls this; milliseconds of loading the extension's code and running `activate`, as a JSON number in a file. */
export async function run(): Promise<void> {
  const file = process.env.BENCH_ACTIVATION;
  const extension = vscode.extensions.getExtension('groundwork.groundwork');
  if (!file || !extension) throw new Error('There is no extension, or no file for the answer.');
  if (extension.isActive) throw new Error('The extension is active already.');
  const began = performance.now();
  await extension.activate();
  writeFileSync(file, JSON.stringify(performance.now() - began));
}
