/** The mocha suite that VS Code runs in its extension host: every *.test file beside this one. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import CountingReporter from '../harness/countingReporter.cjs';

/** VS Code calls this; a rejected promise makes the run's exit code 1. */
export async function run(): Promise<void> {
  const linePrefix = process.env.HARNESS_SUITE_LINE;
  if (linePrefix) Mocha.reporters.Base.consoleLog = (...words: unknown[]) => console.log(linePrefix + format(...words));
  const mocha = new Mocha({ ui: 'bdd', reporter: CountingReporter, color: false, timeout: 90_000 });
  if (process.env.HARNESS_GREP) mocha.grep(process.env.HARNESS_GREP);
  const folder = process.env.HARNESS_SUITE_FOLDER;
  if (!folder) throw new Error('HARNESS_SUITE_FOLDER does not say where the suite is.');
  for (const name of readdirSync(folder)) if (name.endsWith('.test.cjs')) mocha.addFile(join(folder, name));
  const failures = await new Promise<number>(resolve => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} of VS Code's tests failed.`);
}
