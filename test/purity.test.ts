/**
 * The engine and all below it must run in a browser: nothing of Node, neither its modules nor its globals. The libraries
 * that readers load when their format is met may ask whether they run in Node, but not need its modules.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { describe, it } from 'mocha';
import { projectRoot } from './harness/paths.mjs';

const globals = ['process', 'Buffer', '__dirname', 'require', 'setImmediate'];

describe('the engine', () => {
  it('bundles for a browser, with no module and no global of Node', async () => {
    const { output, inputs } = await bundle({ entryPoints: [join(projectRoot, 'src/engine.ts')] });
    assert.ok(inputs.length > 10, 'the bundle holds the engine');
    assert.deepEqual(globalsIn(output), []);
  });

  it('loads no library of a reader before its format is met, and none of citing before a bibliography', async () => {
    const { inputs, all } = await bundle({ entryPoints: [join(projectRoot, 'src/engine.ts')] });
    const libraries = /node_modules\/(?:unpdf|linkedom|htmlparser2|@mozilla|fflate|postal-mime|papaparse|citeproc)\//;
    assert.ok(
      all.some(input => libraries.test(input)),
      'they are in the bundle',
    );
    assert.deepEqual(
      inputs.filter(input => libraries.test(input)),
      [],
    );
  });

  it('would not, with a module of Node', async () => {
    await assert.rejects(bundle({ stdin: { contents: "import 'node:fs';" } }), /node:fs/);
  });

  it('would show a global of Node', async () => {
    const { output } = await bundle({ stdin: { contents: 'console.log(Buffer.from(""), process.env.HOME);' } });
    assert.deepEqual(globalsIn(output), ['process', 'Buffer']);
  });
});

type Bundle = {
  /** What is loaded at once: the entry, and the chunks that it imports outright. */
  readonly output: string;
  readonly inputs: readonly string[];
  /** The files of the whole bundle, with what is loaded later. */
  readonly all: readonly string[];
};

// A name that nothing in the bundle declares is marked, so that the marks left in the output are uses of a global.
async function bundle(
  entry: { readonly entryPoints: string[] } | { readonly stdin: { readonly contents: string } },
): Promise<Bundle> {
  const define = Object.fromEntries(globals.map(name => [name, `NODE_GLOBAL_${name}`]));
  const result = await build({
    ...entry,
    define,
    bundle: true,
    splitting: true,
    outdir: 'out/purity',
    absWorkingDir: projectRoot,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  const { outputs } = result.metafile;
  const loaded = new Set(
    Object.keys(outputs).filter(path => outputs[path]?.entryPoint && !isLoadedLater(outputs, path)),
  );
  for (const path of loaded) {
    for (const part of outputs[path]?.imports ?? []) if (part.kind === 'import-statement') loaded.add(part.path);
  }
  const texts = result.outputFiles.filter(file => [...loaded].some(path => file.path.endsWith(path)));
  return {
    output: texts.map(file => file.text).join('\n'),
    inputs: [...loaded].flatMap(path => Object.keys(outputs[path]?.inputs ?? {})),
    all: Object.keys(result.metafile.inputs),
  };
}

/** A file that is imported only by a call is an entry of its own for the bundler. */
function isLoadedLater(outputs: Metafile['outputs'], path: string): boolean {
  return Object.values(outputs).some(other => other.imports.some(part => part.path === path));
}

function globalsIn(output: string): string[] {
  return globals.filter(name => output.includes(`NODE_GLOBAL_${name}`));
}
