#!/usr/bin/env node
// npm run demo: the check of the sample draft in the terminal, then the sample workspace in a real VS Code.
// usage: node test/harness/demo.mjs [--check-only] [--served]
import { parseArgs } from 'node:util';
import { installDependencies } from './installDependencies.mjs';
import { packageExtension } from './packageExtension.mjs';
import { projectRoot } from './paths.mjs';
import { step } from './progress.mjs';
import { capture, run } from './run.mjs';
import { copySampleWorkspace } from './sampleWorkspace.mjs';
import { serveVsCode } from './serveVsCode.mjs';
import { setUpVsCode } from './setUp.mjs';
import { workbenchUrl } from './workbenchUrl.mjs';

const draft = 'seeds/draft.md';
const whatToTry = `
  - Type  Trump said, “I really  on a line of its own, and press Enter on the first quote of the list.
  - Rest the pointer on a quotation, on a plain sentence, on a footnote mark.
  - Put the cursor on a squiggle and press Ctrl+. (Cmd+. on macOS).
`;

const { values: options } = parseArgs({
  options: { 'check-only': { type: 'boolean', default: false }, served: { type: 'boolean', default: false } },
});
process.exitCode = await demo();

async function demo() {
  await installDependencies();
  await step('Building', () => capture(process.execPath, ['esbuild.js'], { cwd: projectRoot }));
  console.log(`\n$ groundwork check ${draft}\n`);
  const code = await run(process.execPath, ['dist/cli.mjs', 'check', draft], { cwd: projectRoot });
  if (code > 1) return code; // 1 says that there are findings, and there are
  if (options['check-only']) return 0;
  console.log('');
  if (!options.served && (await openDesktop())) return 0;
  return await serve();
}

// False when there is no desktop VS Code on the PATH, or none that opens.
async function openDesktop() {
  const there = await capture('code', ['--version']).catch(() => undefined);
  if (there === undefined) return false;
  const sample = copySampleWorkspace();
  const flags = [`--extensionDevelopmentPath=${projectRoot}`, '--new-window'];
  if ((await run('code', [...flags, sample.folder, sample.draft])) === 0) {
    console.log(`VS Code opens a copy of the sample workspace, ${sample.folder}, with the extension on.\n${whatToTry}`);
    return true;
  }
  sample.remove();
  return false;
}

async function serve() {
  await setUpVsCode({ browser: false });
  const vsix = await step('Packaging the extension', packageExtension);
  const server = await step('Starting VS Code', () => serveVsCode({ vsix, testing: false }));
  const sample = copySampleWorkspace();
  const url = workbenchUrl(server, { folder: sample.folder, openFile: sample.draft });
  console.log(
    `\nVS Code with the extension on, and a copy of the sample workspace open, is at\n\n  ${url}\n${whatToTry}`,
  );
  console.log('Ctrl+C ends it and removes the copy, with all that was written in it.');
  await new Promise(resolve => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await server.stop();
  sample.remove();
  return 0;
}
