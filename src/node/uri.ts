import { fileURLToPath, pathToFileURL } from 'node:url';

/** A path of this machine as a `file:` uri; the only way paths enter. */
export function toUri(path: string): string {
  return pathToFileURL(path).href;
}

/** The path of a `file:` uri; undefined for any other uri (untitled, virtual, remote documents have no path). */
export function toPath(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
