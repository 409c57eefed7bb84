import { unzipSync } from 'fflate';

export type Unzipped = { readonly parts: ReadonlyMap<string, Uint8Array> } | { readonly problem: string };

/** More text than any book has. Checked against what the archive says and against what comes out. */
const mostBytes = 60_000_000;
const mostParts = 20_000;

const tooMuch = `unpacks to more than ${mostBytes / 1e6} MB and is not read; it may be made to do harm`;

/**
 * The wanted parts of a zip archive by their names. An archive that is cut off, damaged, or a bomb gives a problem that
 * ends "NAME …". `kind` is what the file claims to be, for the message.
 */
export function unzip(bytes: Uint8Array, kind: string, isWanted: (name: string) => boolean): Unzipped {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { problem: `is no ${kind}, whatever its name says` };
  let total = 0;
  let count = 0;
  let bomb = false;
  const parts = new Map<string, Uint8Array>();
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++count > mostParts || bomb || !isWanted(name)) return false;
        total += originalSize;
        bomb = total > mostBytes;
        return !bomb;
      },
    });
    if (bomb) return { problem: tooMuch };
    for (const [name, part] of Object.entries(found)) parts.set(name, part);
  } catch {
    return { problem: `is cut off or damaged (no complete ${kind}); download or copy it again` };
  }
  return { parts };
}
