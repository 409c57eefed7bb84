import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, createSourceStore, type Engine, readSource } from '../../src/engine.ts';
import type { Draft, Edit } from '../../src/model.ts';
import { defaultSettings, type Settings } from '../../src/settings.ts';

const seeds = ['seeds/000_8b6e00a719bda484.txt', 'seeds/003_e31fde116e57c3b2.txt'];

/** An engine over the two real articles. */
export async function seedEngine(settings: Partial<Settings> = {}): Promise<Engine> {
  const store = createSourceStore();
  for (const path of seeds) {
    const uri = `file:///seeds-workspace/${path}`;
    const bytes = readFileSync(join(process.cwd(), path));
    store.put(uri, await readSource({ uri, path, bytes }, { maxBytes: 1e7 }));
  }
  return createEngine({ store, settings: { ...defaultSettings, ...settings } });
}

export function markdown(text: string): Draft {
  return { uri: 'file:///seeds-workspace/draft.md', language: 'markdown', text };
}

/** The text with the edits made, all offsets counted in the text as it was. */
export function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)
    .reduce((result, { span, text: put }) => result.slice(0, span.start) + put + result.slice(span.end), text);
}

/** A draft written with `|` where the cursor stands. */
export function withCursor(marked: string): { draft: Draft; offset: number } {
  const offset = marked.indexOf('|');
  return { draft: markdown(marked.slice(0, offset) + marked.slice(offset + 1)), offset };
}
