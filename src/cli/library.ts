import { createEngine, createSourceStore, type Engine } from '../engine.ts';
import { loadSources } from '../node/loadSources.ts';
import { readGroundworkJson } from '../node/readGroundworkJson.ts';
import { parseSettings, type Settings } from '../settings.ts';
import type { Output } from './output.ts';

/** The settings of the current folder; problems are told, the defaults stand in. */
export async function readSettings(
  folder: string,
  sources: readonly string[] | undefined,
  output: Output,
): Promise<Settings> {
  const file = await readGroundworkJson(folder);
  const { settings, problems } = parseSettings(file.settings, true);
  for (const { message } of [...file.problems, ...problems]) output.talk(`groundwork.json: ${message}`);
  return sources ? { ...settings, sourcesInclude: sources } : settings;
}

/** An engine over the sources of a folder, all read; undefined, with a line that says so, when there is none to read. */
export async function openLibrary(
  folder: string,
  settings: Settings,
  output: Output,
  excludeUris: ReadonlySet<string> = new Set(),
): Promise<Engine | undefined> {
  const store = createSourceStore();
  await loadSources(folder, settings, store, { excludeUris });
  if (store.sources().length > 0) return createEngine({ store, settings });
  for (const { path, message } of store.problems()) output.talk(`${path}: ${message}`);
  output.talk(`no readable source matches ${settings.sourcesInclude.join(', ')} in ${folder}`);
  return undefined;
}
