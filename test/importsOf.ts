/** The import lines of TypeScript files, read without a compiler. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { projectRoot } from './harness/paths.mjs';

/** A file by its path below src/, with forward slashes. */
export type SourceFile = { readonly path: string; readonly text: string };

/** What a file imports: another file by its path below src/ (`local`), or a package or module of Node by its name. */
export type Import = { readonly target: string; readonly local: boolean; readonly typeOnly: boolean };

/** The TypeScript files below a folder of the project. */
export function sourceFiles(folder: string): SourceFile[] {
  const root = join(projectRoot, folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => ({ path: path.split(sep).join('/'), text: readFileSync(join(root, path), 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const statement = /^[ \t]*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const call = /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g;

/** Every import and re-export of a file, dynamic ones too; lines of comments are not looked at. */
export function importsOf(file: SourceFile): Import[] {
  const code = file.text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const statements = [...code.matchAll(statement)].map(([, type, name]) => ({ name, typeOnly: type !== undefined }));
  const calls = [...code.matchAll(call)].map(([, name]) => ({ name, typeOnly: false }));
  return [...statements, ...calls].map(({ name = '', typeOnly }) => {
    const local = name.startsWith('.');
    return { target: local ? posix.join(posix.dirname(file.path), name) : name, local, typeOnly };
  });
}
