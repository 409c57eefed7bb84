import { isAbsolute } from 'node:path';
import picomatch from 'picomatch';

/** Which files are wanted, and where it is worth looking for them. Paths have forward slashes. */
export type Globs = {
  /** Folders to start from, relative to the workspace folder or absolute; none lies within another. */
  readonly bases: readonly string[];
  isWanted(path: string): boolean;
  /** Nothing below this folder can be wanted. */
  isPruned(folder: string): boolean;
};

/**
 * Compiles include and exclude patterns. `sources/**` is walked from `sources`, `../library/*.txt` and absolute
 * patterns from where they point; folders that an exclude pattern rules out whole are not entered. Fact-check sheets
 * are never wanted.
 */
export function compileGlobs(include: readonly string[], exclude: readonly string[]): Globs {
  const wanted = include.map(slashed).flatMap(withFolder);
  const unwanted = [...exclude.map(slashed), sheets, ...wordless];
  const isIncluded = anyOf(wanted, false);
  const isExcluded = anyOf(unwanted, true);
  const isPruned = anyOf(
    unwanted.filter(glob => glob.endsWith('/**')).map(glob => glob.slice(0, -3)),
    true,
  );
  return {
    bases: outermost(wanted.map(baseOf)),
    isWanted: path => isIncluded(path) && !isExcluded(path),
    isPruned,
  };
}

/** A fact-check sheet repeats its draft: as a source it would bear out whatever the draft says. */
const sheets = '**/*.fact-check.*';

/** What programs leave among a writer's files, and nobody ever wrote. */
const wordless = [
  '**/*.{css,js,mjs,map,woff,woff2,ttf,otf,eot,ico}',
  '**/{Thumbs.db,desktop.ini,Desktop.ini}',
  // The mark of a document that is open in Word.
  '**/~$*',
];

/** How browsers end, in their languages, the name of the folder beside a saved page that holds its pictures and advertisements. */
const pageFolders = [
  '_files',
  '_file',
  '.files',
  '-Dateien',
  '_fichiers',
  '_archivos',
  '_arquivos',
  '_ficheiros',
  '_bestanden',
];

/** The names that the page would have of which this is the folder; none for other folders. */
export function pagesOf(folderName: string): readonly string[] {
  const ending = pageFolders.find(end => folderName.endsWith(end) && folderName.length > end.length);
  const page = ending === undefined ? undefined : folderName.slice(0, -ending.length);
  return page === undefined ? [] : ['html', 'htm', 'xhtml'].map(extension => `${page}.${extension}`);
}

/** The names that the folder of a page may have; none for files that are no pages. */
export function foldersOf(fileName: string): readonly string[] {
  const page = /^(.+)\.x?html?$/i.exec(fileName)?.[1];
  return page === undefined ? [] : pageFolders.map(end => page + end);
}

function anyOf(globs: readonly string[], dot: boolean): (path: string) => boolean {
  const matchers = globs.map(glob => picomatch(glob, { dot }));
  return path => {
    // A line break in a name matches no wildcard.
    const inOneLine = path.replace(/[\r\n]/g, '_');
    return matchers.some(matches => matches(inOneLine));
  };
}

/** Backslashes are escapes in patterns except where they can only be meant as slashes. */
function slashed(glob: string): string {
  const plain = glob.replace(/\\(?=[\w.*])/g, '/').replace(/^\.\//, '');
  return plain.endsWith('/') ? `${plain}**` : plain;
}

/** A plain path may be a folder's name: then all that is in it is meant. */
function withFolder(glob: string): string[] {
  return glob === '' || picomatch.scan(glob).isGlob || /\.\w{1,5}$/.test(glob) ? [glob] : [glob, `${glob}/**`];
}

/** The folders that a pattern begins with, before its first wildcard: the file's own folder for a plain path. */
function baseOf(glob: string): string {
  const { base, isGlob, prefix } = picomatch.scan(glob);
  if (isGlob) return prefix.startsWith('!') ? '' : base;
  const cut = base.lastIndexOf('/');
  return cut > 0 ? base.slice(0, cut) : isAbsolute(base) ? '/' : '';
}

function outermost(bases: readonly string[]): string[] {
  const unique = [...new Set(bases.map(base => (base === '.' ? '' : base)))].sort();
  return unique.filter(base => !unique.some(other => other !== base && contains(other, base)));
}

function contains(outer: string, inner: string): boolean {
  if (outer === '') return !isAbsolute(inner) && !inner.startsWith('..');
  return inner.startsWith(outer.endsWith('/') ? outer : `${outer}/`);
}
