/** One workspace folder: its settings, its sources, its engine. */
import type { Engine } from '../engine/types.ts';
import type { Settings } from '../settings.ts';
import { folderSettings } from './configuration.ts';
import type { FolderFiles, Host } from './host.ts';
import type { FolderStatus } from './protocol.ts';
import { createTurns } from './turns.ts';

export type Place = { readonly uri: string; readonly name: string };

export type Folder = Place & {
  /** The engine as the settings are now; its store fills up while `ready` is pending. */
  engine(): Engine;
  /** Whether sources are being read just now. */
  indexing(): boolean;
  /** What is wrong with the settings, each a plain sentence. */
  settingProblems(): readonly string[];
  /** Differs whenever a check could come out differently for the same draft. */
  revision(): string;
  /** Settles when the sources were read once. Never rejects. */
  readonly ready: Promise<void>;
  /** Reads settings again, and the sources again where the settings changed what they are. */
  configure(): Promise<void>;
  /** Compares all files with the disk. */
  rescan(): Promise<void>;
  /** Reads these files again. */
  refresh(uris: readonly string[]): Promise<void>;
  status(): FolderStatus;
  /** groundwork.json as it is on disk; undefined for a folder that is on no disk. */
  settingsFile(): ReturnType<FolderFiles['settingsFile']> | undefined;
  close(): void;
};

/** What a folder asks of the editor. */
export type FolderOutlook = {
  editorSettings(folderUri: string): Promise<unknown>;
  /** Shows that sources are being read, until `done`. */
  progress(folderName: string): { report(share: number): void; done(): void };
  /** The sources or the settings changed. */
  changed(folder: Folder): void;
  log(message: string): void;
};

type State = {
  engine: Engine;
  settingsRevision: number;
  settingProblems: readonly string[];
  indexing: boolean;
};

export function openFolder(place: Place, host: Host, initial: Settings, outlook: FolderOutlook): Folder {
  const files = host.open(place.uri);
  const closing = new AbortController();
  const state: State = {
    engine: host.createEngine(initial),
    settingsRevision: 0,
    settingProblems: [],
    indexing: true,
  };
  const inTurn = createTurns(closing.signal, error => outlook.log(`${place.name}: ${String(error)}`));
  const configure = (): Promise<boolean> => readSettings(state, place, files, outlook);
  const rescan = async (): Promise<void> => {
    state.indexing = true;
    outlook.changed(folder);
    await readSources(files, state, place, outlook, closing.signal);
  };
  const told = async (work: Promise<void>): Promise<void> => {
    await work;
    if (!closing.signal.aborted) outlook.changed(folder);
  };
  const folder: Folder = {
    ...place,
    engine: () => state.engine,
    indexing: () => state.indexing,
    settingProblems: () => state.settingProblems,
    revision: () => `${state.settingsRevision}.${state.engine.store.revision}`,
    ready: told(
      inTurn(async () => {
        await configure();
        await readSources(files, state, place, outlook, closing.signal);
      }),
    ),
    configure: () => told(inTurn(async () => ((await configure()) ? rescan() : undefined))),
    rescan: () => told(inTurn(rescan)),
    refresh: uris => told(inTurn(async () => files?.refresh(state.engine.store, state.engine.settings, uris))),
    status: () => folderStatus(place, state),
    settingsFile: () => files?.settingsFile(),
    close: () => closing.abort(),
  };
  return folder;
}

/** True when the settings changed which files are sources. */
async function readSettings(
  state: State,
  place: Place,
  files: FolderFiles | undefined,
  outlook: FolderOutlook,
): Promise<boolean> {
  const [file, editor] = await Promise.all([files?.settings(), outlook.editorSettings(place.uri)]);
  const { settings, problems } = folderSettings(file?.value, editor);
  state.settingProblems = [...(file?.problems ?? []), ...problems];
  for (const problem of state.settingProblems) outlook.log(`${place.name}: ${problem}`);
  const before = state.engine.settings;
  state.engine = state.engine.withSettings(settings);
  state.settingsRevision += 1;
  return choosesSources(before) !== choosesSources(settings);
}

async function readSources(
  files: FolderFiles | undefined,
  state: State,
  place: Place,
  outlook: FolderOutlook,
  signal: AbortSignal,
): Promise<void> {
  state.indexing = true;
  const shown = outlook.progress(place.name);
  try {
    const progress = (done: number, all: number): void => shown.report(all === 0 ? 1 : done / all);
    await files?.sync(state.engine.store, state.engine.settings, { signal, progress });
  } finally {
    state.indexing = false;
    shown.done();
  }
}

/** The part of the settings that decides which files are sources. */
function choosesSources(settings: Settings): string {
  return JSON.stringify([settings.sourcesInclude, settings.sourcesExclude, settings.sourcesMaxFileSize]);
}

function folderStatus(place: Place, { engine, indexing, settingProblems }: State): FolderStatus {
  return {
    uri: place.uri,
    name: place.name,
    state: indexing ? 'indexing' : 'ready',
    sources: engine.store.sources().map(({ uri, path, title, published, authors, publisher }) => ({
      uri,
      path,
      title,
      authors,
      ...(published === undefined ? {} : { published }),
      ...(publisher === undefined ? {} : { publisher }),
    })),
    problems: engine.store.problems(),
    settingProblems,
  };
}
