// Runs the mocha suite of test/vscode inside a desktop VS Code: the one whose executable VSCODE_PATH names, else one
// that @vscode/test-electron downloads (VSCODE_VERSION, default stable).
import { runTests } from '@vscode/test-electron';

/**
 * Runs the suite whose `run()` the CommonJS file `suite` exports; resolves with the exit code.
 * @param {{ extension: string, suite: string, folder: string, env?: Record<string, string> }} options
 * @returns {Promise<number>}
 */
export async function runSuite({ extension, suite, folder, env = {} }) {
  const { VSCODE_PATH: executable, VSCODE_VERSION: version = 'stable' } = process.env;
  try {
    return await runTests({
      ...(executable ? { vscodeExecutablePath: executable } : { version }),
      extensionDevelopmentPath: extension,
      extensionTestsPath: suite,
      extensionTestsEnv: env,
      launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error('A desktop VS Code is needed: name its executable in VSCODE_PATH, or let it be downloaded.');
    return 1;
  }
}
