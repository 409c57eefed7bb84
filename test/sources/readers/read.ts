/** Reads a document as a test wants to look at it. */
import type { Locator } from '../../../src/model.ts';
import { type ReadOptions, readSource } from '../../../src/sources/readSource.ts';

export async function read(path: string, content: string | Uint8Array, options: Partial<ReadOptions> = {}) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const file = { uri: `file:///w/${encodeURIComponent(path)}`, path, bytes };
  const { sources, problems } = await readSource(file, { maxBytes: 1e9, ...options });
  return {
    sources,
    source: sources[0],
    text: sources.map(source => source.text).join('\n\n'),
    problems: problems.map(problem => problem.message),
  };
}

/** `page 12`, `chapter “The vote”`, `at 00:01:23`, `record 7`, `paragraph 3`: what stands behind a title. */
export function locatorText({ kind, label }: Locator): string {
  if (kind === 'time') return `at ${label}`;
  return kind === 'chapter' ? `chapter “${label}”` : `${kind} ${label}`;
}
