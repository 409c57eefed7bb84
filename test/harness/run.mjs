// Starts other programs and waits for them.
import { spawn } from 'node:child_process';

/**
 * Runs a program to its end, its output passed through, and resolves with its exit code (1 when a signal ended it or
 * it could not be started).
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, options = {}) {
  const child = spawn(program, args, { stdio: 'inherit', shell: needsShell(program), ...options });
  return new Promise(resolve => {
    child.once('error', error => {
      console.error(`${program}: ${error.message}`);
      resolve(1);
    });
    child.once('exit', code => resolve(code ?? 1));
  });
}

/**
 * Runs a program silently and resolves with what it wrote to standard output. Rejects, with all it said, when it fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>}
 */
export function capture(program, args, options = {}) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], shell: needsShell(program) });
  let output = '';
  let talk = '';
  child.stdout?.on('data', data => {
    output += data;
  });
  child.stderr?.on('data', data => {
    talk += data;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => {
      if (code === 0) resolve(output);
      else reject(new Error(`${program} ${args.join(' ')} failed (${code}):\n${output}${talk}`.trim()));
    });
  });
}

/**
 * npm and npx are scripts on Windows.
 * @param {string} program
 */
function needsShell(program) {
  return process.platform === 'win32' && ['npm', 'npx', 'code'].includes(program);
}
