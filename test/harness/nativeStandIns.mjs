// VS Code's server wants two native modules at its start: one logs to files, one watches its parent process. Plain
// stand-ins spare the compiler.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const spdlog = `// stand-in for @vscode/spdlog: same API, plain appendFile
const fs = require('fs');
const path = require('path');
class Logger {
  constructor(type, name, file) {
    this.file = file;
    this.level = 2;
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }
  write(level, message) {
    if (level < this.level) return;
    try { fs.appendFileSync(this.file, this.raw ? message : message + '\\n'); } catch {}
  }
  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  clearFormatters() { this.raw = true; }
  setPattern() {}
  flush() {}
  drop() {}
}
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
`;

const watchdog = `exports.start = () => {};
exports.exit = code => process.exit(code || 0);
`;

/**
 * Writes the stand-ins into the server's node_modules.
 * @param {string} server
 */
export function writeNativeStandIns(server) {
  writePackage(server, '@vscode/spdlog', '0.15.8', spdlog);
  writePackage(server, '@vscode/native-watchdog', '1.4.6', watchdog);
}

/**
 * @param {string} server
 * @param {string} name
 * @param {string} version
 * @param {string} code
 */
function writePackage(server, name, version, code) {
  const folder = join(server, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, main: 'index.js' }));
  writeFileSync(join(folder, 'index.js'), code);
}
