/** Not a test: how long the extension takes to activate, asked inside VS Code by `npm run bench`. */
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

/**
 * VS Code calls this. Into a file as JSON: milliseconds of loading the extension's code and running `activate`, as the
 * extension host's processor time and by the clock.
 */
export async function run(): Promise<void> {
  const file = process.env.BENCH_ACTIVATION;
  const extension = vscode.extensions.getExtension('groundwork.groundwork');
  if (!file || !extension) throw new Error('There is no extension, or no file for the answer.');
  if (extension.isActive) throw new Error('The extension is active already.');
  const [began, spent] = [performance.now(), process.cpuUsage()];
  await extension.activate();
  const { user, system } = process.cpuUsage(spent);
  writeFileSync(file, JSON.stringify({ value: (user + system) / 1e3, byClock: performance.now() - began }));
}
