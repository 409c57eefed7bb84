import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder below media/ that ships with the bundles: beside them, or further up while developing. */
export function mediaFolder(name: string): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const media = join(folder, 'media', name);
    if (existsSync(media) || folder === dirname(folder)) return media;
  }
}
