/** The engine and all below it must run in a browser: nothing of Node, neither its modules nor its globals. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, it } from 'mocha';
import { projectRoot } from './harness/paths.mjs';

const globals = ['process', 'Buffer', '__dirname', 'require', 'setImmediate'];

describe('the engine', () => {
  it('bundles for a browser, with no module and no global of Node', async () => {
    const { output, inputs } = await bundle({ entryPoints: [join(projectRoot, 'src/engine.ts')] });
    assert.ok(inputs.length > 10, 'the bundle holds the engine');
    assert.deepEqual(globalsIn(output), []);
  });

  it('would not, with a module of Node', async () => {
    await assert.rejects(bundle({ stdin: { contents: "import 'node:fs';" } }), /node:fs/);
  });

  it('would show a global of Node', async () => {
    const { output } = await bundle({ stdin: { contents: 'console.log(Buffer.from(""), process.env.HOME);' } });
    assert.deepEqual(globalsIn(output), ['process', 'Buffer']);
  });
});

// A name that nothing in the bundle declares is marked, so that the marks left in the output are uses of a global.
async function bundle(
  entry: { readonly entryPoints: string[] } | { readonly stdin: { readonly contents: string } },
): Promise<{ readonly output: string; readonly inputs: readonly string[] }> {
  const define = Object.fromEntries(globals.map(name => [name, `NODE_GLOBAL_${name}`]));
  const result = await build({
    ...entry,
    define,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  return { output: result.outputFiles[0]?.text ?? '', inputs: Object.keys(result.metafile.inputs) };
}

function globalsIn(output: string): string[] {
  return globals.filter(name => output.includes(`NODE_GLOBAL_${name}`));
}
